# Databricks notebook source
from pyspark import pipelines as sdp

RULES = {"known": "id IS NOT NULL"}

# COMMAND ----------

# MAGIC %md
# MAGIC ## Orders, "gold"

# COMMAND ----------

# DBTITLE 1,Daily revenue
# bylaw:ignore naming/upper-case: the name is part of the contract until March
@sdp.materialized_view(
    comment="Revenue " 'per day',
    table_properties={"quality": "gold", "pipelines.reset.allowed": False},
    cluster_by=["day"],
    partition_cols=None,
)
@sdp.expect_all_or_drop({"paid": "status = 'PAID'", "dated": """day IS NOT NULL"""})
@sdp.expect_all(RULES)
def daily():
    # @sdp.table in a comment, spark.sql("DROP TABLE x") too
    return spark.sql(f"""
        SELECT day, sum(amount) AS revenue  -- {'a'} hole
        FROM {catalog}.gold.orders
        WHERE note <> 'it\\'s' AND "x" = '{{}}'
    """)

sdp.create_streaming_table(name=NAME, comment="Where changes go", expect_all_or_fail={"keyed": "id > 0"})

spark.sql("GRANT SELECT ON TABLE gold.orders "
          "TO `analysts`")
spark.sql("DROP TABLE " + name)
spark.sql("DELETE FROM gold.orders WHERE id = %s" % key)
spark.sql(statement)
self.spark.sql('''CREATE TABLE gold.t (
  id INT COMMENT "the \\"key\\""
)''').show()

# COMMAND ----------

# MAGIC %sql
# MAGIC COMMENT ON TABLE gold.t IS 'Made by the notebook'

# COMMAND ----------

# MAGIC %sql SELECT * FROM gold.t
