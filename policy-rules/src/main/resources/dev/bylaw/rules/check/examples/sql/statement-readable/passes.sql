CREATE TABLE sales.gold.orders (order_id BIGINT);
