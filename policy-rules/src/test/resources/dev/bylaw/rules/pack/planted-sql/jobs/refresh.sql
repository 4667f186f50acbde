USE CATALOG orders;
SET spark.databricks.delta.retentionDurationCheck.enabled = false; -- !sql/safety-check-kept <false>
SET fs.azure.account.key.acme.dfs.core.windows.net = c2VjcmV0; -- !sql/secret-free <c2VjcmV0>
DELETE FROM gold.revenue; -- !sql/change-has-where <revenue>
UPDATE gold.revenue SET amount = 0; -- !sql/change-has-where <revenue>
DELETE FROM gold.revenue WHERE order_id = 1;
DROP TABLE IF EXISTS gold.old_revenue; -- !sql/drop-in-migration <DROP TABLE>
TRUNCATE TABLE gold.revenue; -- !sql/drop-in-migration <TRUNCATE TABLE>
VACUUM gold.revenue RETAIN 24 HOURS; -- !sql/history-kept <24>
RESTORE TABLE gold.revenue TO VERSION AS OF 3; -- !sql/history-kept <revenue>
INSERT OVERWRITE gold.revenue SELECT r.order_id, r.amount FROM silver.payments r; -- !sql/published-kept <revenue>
INSERT INTO gold.revenue SELECT b.order_id, b.amount FROM bronze.orders_raw b; -- !sql/layer-order <bronze.orders_raw>
INSERT INTO gold.revenue SELECT p.order_id, p.amount FROM hr.silver.payroll p; -- !sql/domain-contracted <hr.silver.payroll>
INSERT INTO silver.lines SELECT a.x FROM silver.a a CROSS JOIN silver.b b; -- !sql/join-conditional <silver.b> !sql/one-writer <silver.lines>
INSERT INTO silver.lines SELECT a.x FROM silver.a a, silver.b b WHERE a.x = 1 AND a.y = 2; -- !sql/join-conditional <silver.b>
INSERT INTO silver.lines SELECT a.x FROM silver.a a, silver.b b WHERE a.x = b.x;
INSERT INTO silver.lines SELECT x FROM silver.a a JOIN silver.b b ON a.x = b.x; -- !sql/columns-qualified <x>
INSERT INTO silver.lines SELECT a.x FROM silver.a a UNION SELECT b.x FROM silver.b b; -- !sql/union-explicit <UNION>
INSERT INTO silver.lines SELECT a.x FROM silver.a a ORDER BY 1; -- !sql/order-by-name <1>
INSERT INTO silver.lines SELECT a.x FROM silver.a a LIMIT 10; -- !sql/limit-ordered <10>
INSERT INTO silver.lines SELECT ai_query('m', a.x) FROM silver.a a; -- !sql/function-allowed <ai_query>
INSERT INTO silver.lines SELECT playground.fun.clean(a.x) FROM silver.a a; -- !sql/udf-approved <playground.fun.clean>
INSERT INTO silver.lines SELECT f.x FROM read_files('/mnt/landing/lines') f; -- !sql/path-free <'/mnt/landing/lines'>
SELECT t.x FROM delta.`/mnt/lake/lines` t; -- !sql/path-free <`/mnt/lake/lines`>
COPY INTO silver.lines FROM '/Volumes/orders/bronze/in' WITH (CREDENTIAL (AWS_SECRET_KEY = 'abcdef')) FILEFORMAT = CSV; -- !sql/secret-free <'abcdef'>
SELECT o.x FROM orders_prod.gold.revenue o; -- !sql/environment-free <orders_prod.gold.revenue>
EXECUTE IMMEDIATE stmt; -- !sql/statements-static <EXECUTE IMMEDIATE>
SELECT t.x FROM IDENTIFIER('orders.' || layer) t; -- !sql/statements-static <IDENTIFIER('orders.' || layer)>
GRANT SELECT FROM TABLE gold.revenue; -- !sql/statement-readable <GRANT>
-- bylaw:ignore sql/change-has-where: the table holds the last run alone
DELETE FROM silver.last_run; -- !sql/one-writer <silver.last_run>
