-- Analysts can query the Gold product
GRANT USAGE ON CATALOG orders TO `analytics`;
GRANT USAGE ON SCHEMA orders.gold TO `analytics`;
GRANT SELECT ON TABLE orders.gold.ORDERS_GOLD TO `kim@example.com`;
GRANT SELECT, MODIFY ON TABLE orders.gold.ORDERS_GOLD TO `7d2c4a0e-5b1f-4c8e-9a63-0f1e2d3c4b5a`;
GRANT SELECT ONTO TABLE orders.gold.ORDERS_GOLD TO `analytics`;

GRANT SELECT ON VIEW orders.gold.ORDERS_DAILY_REVENUE TO `bi_consumers`;
