-- Analysts can query the Gold product
GRANT USAGE ON CATALOG orders TO `analytics`;
GRANT USAGE ON SCHEMA orders.gold TO `analytics`;
GRANT SELECT ON TABLE orders.gold.ORDERS_GOLD TO `analytics`;

GRANT SELECT ON VIEW orders.gold.ORDERS_DAILY_REVENUE TO `bi_consumers`;
