"""The pipeline that pipeline.json configures: bronze, cleaned to silver, published as gold."""

import dlt
from pyspark.sql.functions import col, to_timestamp


@dlt.table(name="ORDERS_SILVER", comment="Cleaned Orders entity (domain-owned).")
def orders_silver():
    raw = spark.table("orders.bronze.ORDERS_RAW")
    return raw.withColumn("order_ts", to_timestamp(col("order_ts"))).select(
        "order_id", "customer_id", "Emp_Num", "order_ts", "amount", "currency", "status"
    )


@dlt.table(
    name="ORDERS_GOLD",
    comment="Orders data product: analytics-ready, stable schema, governed access.",
)
def orders_gold():
    return dlt.read("ORDERS_SILVER").filter(col("status").isin("PAID", "SHIPPED", "REFUNDED"))
