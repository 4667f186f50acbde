"""spark.sql("SELECT 1") is a text here."""
print("@dlt.table")
