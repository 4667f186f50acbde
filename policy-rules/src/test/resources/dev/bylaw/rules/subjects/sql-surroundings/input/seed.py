import dlt
from pyspark.sql.functions import col, to_timestamp

@dlt.table(
  name="orders_silver",
  comment="Cleaned Orders entity (domain-owned)."
)
@dlt.expect("order_id_is_not_null", "order_id IS NOT NULL")
@dlt.expect("amount_is_positive", "amount >= 0")
def orders_silver():
  df = spark.table("orders.bronze.orders_raw")
  return (
    df
    .withColumn("order_ts", to_timestamp(col("order_ts")))
    .select("order_id", "customer_id", "order_ts", "amount", "currency", "status")
  )

@dlt.table(
  name="orders_gold",
  comment="Orders data product: analytics-ready, stable schema, governed access."
)
def orders_gold():
  df = dlt.read("orders_silver")
  return df.filter(col("status").isin("PAID", "SHIPPED", "REFUNDED"))
