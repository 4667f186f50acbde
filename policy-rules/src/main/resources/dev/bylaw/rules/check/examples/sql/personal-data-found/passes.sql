CREATE TABLE sales.gold.customers (customer_id BIGINT, customer_email STRING);
ALTER TABLE sales.gold.customers ALTER COLUMN customer_email SET TAGS ('pii' = 'true');
