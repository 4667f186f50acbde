-- Each fault is marked at the end of its line: the rule, and the text that the finding points at.
CREATE TABLE IF NOT EXISTS orders.gold.revenue (
  order_id BIGINT NOT NULL COMMENT 'Key of the order',
  amount DECIMAL(12,2) COMMENT 'Gross amount in euro',
  CONSTRAINT revenue_pk PRIMARY KEY (order_id)
) COMMENT 'Revenue by order'
TBLPROPERTIES ('quality' = 'gold');
ALTER TABLE orders.gold.revenue OWNER TO `orders-owners`;
ALTER TABLE orders.gold.revenue SET TAGS ('domain' = 'orders', 'product' = 'revenue', 'classification' = 'internal');

CREATE TABLE IF NOT EXISTS orders.gold.daily_revenue ( -- !sql/object-comment <daily_revenue> !sql/required-tags <orders.gold.daily_revenue> !sql/required-properties <orders.gold.daily_revenue>
  day_key INT COMMENT 'Day, as yyyymmdd', -- !sql/key-declared <day_key>
  revenue DECIMAL(12,2) COMMENT 'Sum of the day in euro',
  PRIMARY KEY (day_key)
);
ALTER TABLE orders.gold.daily_revenue OWNER TO `ann@acme.com`; -- !sql/owner-is-group <`ann@acme.com`>

CREATE OR REPLACE TABLE orders.gold.weekly_revenue ( -- !sql/published-kept <weekly_revenue> !sql/key-declared <weekly_revenue> !sql/owner-set <weekly_revenue> !sql/required-tags <orders.gold.weekly_revenue>
  week_key INT NOT NULL COMMENT 'Week, as yyyyww'
) COMMENT 'Revenue by week'
TBLPROPERTIES ('quality' = 'gold');
ALTER TABLE orders.gold.weekly_revenue SET TAGS ('domain' = 'orders', 'product' = 'revenue', 'classification' = 'secret'); -- !sql/allowed-tags <'secret'>

ALTER TABLE orders.gold.revenue DROP COLUMN amount; -- !sql/contract-kept <amount>
ALTER TABLE orders.gold.revenue ALTER COLUMN order_id TYPE STRING; -- !sql/contract-kept <STRING>
ALTER TABLE orders.gold.weekly_revenue UNSET TAGS ('classification'); -- !sql/classification-kept <'classification'>
