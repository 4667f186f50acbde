CREATE SHARE partners COMMENT 'Approved as GOV-12';
ALTER SHARE partners ADD TABLE orders.gold.revenue;
ALTER SHARE partners ADD SCHEMA orders.silver; -- !sql/share-narrow <orders.silver>
ALTER SHARE partners ADD TABLE orders.gold.revenue WITH HISTORY; -- !sql/share-narrow <orders.gold.revenue>
CREATE RECIPIENT acme USING ID 'aws:eu-central-1:b0c9' COMMENT 'Our supplier';
CREATE RECIPIENT zeta COMMENT 'Another supplier'; -- !sql/share-approved <CREATE RECIPIENT>
CREATE FUNCTION orders.silver.clean(x STRING) RETURNS STRING LANGUAGE PYTHON AS $$ return x $$; -- !sql/udf-approved <LANGUAGE PYTHON>
