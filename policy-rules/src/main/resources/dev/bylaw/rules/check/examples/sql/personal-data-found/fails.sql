CREATE TABLE sales.gold.customers (customer_id BIGINT, customer_email STRING);
