import dlt
from databricks import sql


@dlt.table(name="orders.silver.orders_clean", comment="Orders without duplicates")
@dlt.expect_or_drop("amount_is_positive", "amount >= 0")
def orders_clean():
    return dlt.read("orders.bronze.orders_raw")


@dlt.table(name="orders.gold.orders_daily")  # !sql/object-comment <"orders.gold.orders_daily">
@dlt.expect("has_day", "day_key IS NOT NULL")  # !sql/expectation-acts <@dlt.expect("has_day", "day_key IS NOT NULL")>
def orders_daily():
    return dlt.read("orders.bronze.orders_raw")  # !sql/layer-order <"orders.bronze.orders_raw">


connection = sql.connect(
    server_hostname="acme.cloud.databricks.com",
    access_token="dapi-not-a-real-one",  # !python/token-free <"dapi-not-a-real-one">
)
spark.sql("DELETE FROM orders.silver.orders_clean")  # !sql/change-has-where <orders_clean>
