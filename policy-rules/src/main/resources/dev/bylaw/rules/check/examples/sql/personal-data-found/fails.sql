CREATE TABLE sales.gold.customers (customer_id BIGINT, courriel STRING);
