CREATE SCHEMA IF NOT EXISTS orders.silver; -- !sql/container-comment <silver> !sql/owner-set <silver>

CREATE TABLE IF NOT EXISTS orders.silver.`Order Lines` ( -- !sql/names-conform <`Order Lines`>
  line_no INT NOT NULL COMMENT 'Number within the order',
  `Net Amount` DECIMAL(12,2) COMMENT 'Without tax, in euro', -- !sql/column-name <`Net Amount`>
  quantity INT COMMENT 'Pieces', -- !sql/positive-numbers <quantity>
  CONSTRAINT lines_positive CHECK (line_no > 0)
) COMMENT 'Lines of orders';
ALTER TABLE orders.silver.`Order Lines` OWNER TO `orders-owners`;

CREATE TABLE IF NOT EXISTS orders.silver.customers (
  customer_key BIGINT NOT NULL, -- !sql/columns-commented <customer_key>
  email STRING COMMENT 'For the invoice', -- !sql/personal-data-tagged <email>
  phone STRING COMMENT 'For the delivery' MASK security.masks.phone,
  city STRING COMMENT 'Of the delivery' MASK playground.fun.hide -- !sql/mask-approved <playground.fun.hide>
) USING PARQUET -- !sql/table-format <PARQUET>
LOCATION 's3://elsewhere/customers' -- !sql/location-managed <'s3://elsewhere/customers'>
COMMENT 'Customers with their addresses';
ALTER TABLE orders.silver.customers OWNER TO `orders-owners`;
ALTER TABLE orders.silver.customers ALTER COLUMN phone SET TAGS ('pii' = 'high');

CREATE TABLE IF NOT EXISTS orders.silver.payments (
  payment_no BIGINT NOT NULL COMMENT 'Number of the payment',
  iban STRING COMMENT 'Account that paid',
  amount STRING COMMENT 'Gross amount in euro'
) COMMENT 'Payments';
ALTER TABLE orders.silver.payments OWNER TO `orders-owners`;
ALTER TABLE orders.silver.payments ALTER COLUMN iban SET TAGS ('pii' = 'high'); -- !sql/personal-data-masked <'high'>

CREATE TABLE IF NOT EXISTS orders.silver.refunds (
  amount DECIMAL(12,2) COMMENT 'Gross amount in euro' -- !sql/columns-agree <DECIMAL(12,2)>
) COMMENT 'Refunds';
ALTER TABLE orders.silver.refunds OWNER TO `orders-owners`;

CREATE VIEW orders.silver.contacts COMMENT 'Whom to call' AS
SELECT customer_key, phone FROM orders.silver.customers; -- !sql/personal-data-hidden <phone>
ALTER VIEW orders.silver.contacts OWNER TO `orders-owners`;

CREATE VIEW orders.silver.hashed COMMENT 'Customers by hash' AS
SELECT sha2(phone, 256) AS phone_hash FROM orders.silver.customers;
ALTER VIEW orders.silver.hashed OWNER TO `orders-owners`;

CREATE VIEW orders.silver.everything COMMENT 'All of them' AS
SELECT c.* FROM orders.silver.refunds c; -- !sql/select-star <c.*>
ALTER VIEW orders.silver.everything OWNER TO `orders-owners`;

ALTER TABLE orders.silver.customers ALTER COLUMN city DROP MASK; -- !sql/protection-kept <DROP MASK>
ALTER TABLE orders.silver.customers DROP ROW FILTER; -- !sql/protection-kept <DROP ROW FILTER>
DROP POLICY mask_pii ON SCHEMA orders.silver; -- !sql/protection-kept <DROP POLICY>
