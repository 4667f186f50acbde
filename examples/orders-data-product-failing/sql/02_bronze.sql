-- What the shop's events land in
CREATE TABLE IF NOT EXISTS orders.bronze.orders_raw (
  order_id STRING NOT NULL COMMENT 'Identifies the order.',
  customer_id STRING,
  Emp_Num INT COMMENT 'Number of the employee who took the order.',
  order_ts STRING COMMENT 'As the shop writes it.',
  amount DECIMAL(18, 2),
  currency STRING,
  status STRING
)
USING DELTA
COMMENT 'Order events as they arrive.'
TBLPROPERTIES ('delta.appendOnly' = 'true');
