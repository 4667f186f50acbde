-- The pipeline publishes the table; this documents it
COMMENT ON TABLE orders.gold.ORDERS_GOLD IS
  'Orders data product (Gold). Use for revenue, cohort, and fulfillment analytics.';

-- Broader BI access only to an aggregated view
CREATE OR REPLACE VIEW orders.gold.ORDERS_DAILY_REVENUE AS
SELECT
  date(order_ts) AS order_date,
  currency,
  sum(amount) AS revenue
FROM orders.gold.ORDERS_GOLD
GROUP BY 1, 2;
