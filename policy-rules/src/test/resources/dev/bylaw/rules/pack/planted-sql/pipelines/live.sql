CREATE OR REFRESH STREAMING TABLE orders.silver.events -- !sql/expectations-present <events>
COMMENT 'What happened' AS
SELECT e.kind_key FROM STREAM orders.bronze.events e;
CREATE OR REFRESH MATERIALIZED VIEW orders.silver.event_counts
(CONSTRAINT counted EXPECT (events > 0)) -- !sql/expectation-acts <CONSTRAINT counted EXPECT (events > 0)>
COMMENT 'How often it happened' AS
SELECT e.kind_key, count(*) AS events FROM orders.silver.events e GROUP BY e.kind_key;
