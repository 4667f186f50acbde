CREATE TABLE sales.gold.order_lines (
  order_id STRING NOT NULL COMMENT 'The order, unique within the shop',
  amount DECIMAL(18, 2) COMMENT 'The price of the line in euro'
) COMMENT 'One row for each line of an order';
