spark.sql("CREATE TABLE sales.silver.OldReturns (a INT)")
