-- Databricks notebook source
-- MAGIC %md
-- MAGIC # It's a product

-- COMMAND ----------

CREATE SCHEMA IF NOT EXISTS orders.gold

-- COMMAND ----------

-- DBTITLE 1,Grants
GRANT SELECT ON TABLE orders.gold.t TO bi -- bylaw:ignore access/grants: agreed with the council; GOV-7
-- COMMAND ----------

-- MAGIC %python
-- MAGIC spark.sql("""
-- MAGIC   COMMENT ON TABLE orders.gold.t
-- MAGIC   IS 'From a cell of Python'
-- MAGIC """)
