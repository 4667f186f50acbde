CREATE TABLE sales.gold.customers (customer_id BIGINT, courriel STRING);
ALTER TABLE sales.gold.customers ALTER COLUMN courriel SET TAGS ('pii' = 'true');
