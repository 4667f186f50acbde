CREATE TABLE sales.gold.OrderLines (
  order_id STRING,
  amount DECIMAL(18, 2)
);
