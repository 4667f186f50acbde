USE CATALOG mesh;
USE SCHEMA smart_analytics;
-- the taxi table of the articles
CREATE TABLE IF NOT EXISTS smart_analytics.taxi_trips (
  pickup_datetime TIMESTAMP NOT NULL COMMENT 'When it began',
  fare_amount DOUBLE DEFAULT 0.0,
  email STRING MASK hide USING COLUMNS (fare_amount),
  CONSTRAINT pk PRIMARY KEY (pickup_datetime) RELY
)
USING DELTA
PARTITIONED BY (DATE(pickup_datetime))
TBLPROPERTIES ('delta.appendOnly' = 'true')
COMMENT 'NYC Taxi trip data product - updated daily';
ALTER TABLE taxi_trips SET TAGS ('tier' = 'gold');
ALTER TABLE taxi_trips ALTER COLUMN email SET TAGS ('pii' = 'high');
CREATE OR REFRESH STREAMING TABLE clean (CONSTRAINT fare EXPECT (fare_amount > 0) ON VIOLATION DROP ROW)
AS SELECT t.*, sum(fare_amount) OVER (PARTITION BY email) AS total FROM STREAM taxi_trips t
LEFT JOIN zones z ON t.zone = z.id WHERE fare_amount > 0;
MERGE INTO taxi_trips t USING updates u ON t.id = u.id WHEN MATCHED THEN UPDATE SET t.fare_amount = u.fare_amount;
GRANT USE SCHEMA, SELECT ON SCHEMA smart_analytics TO `riders`;
CREATE POLICY hide_pii ON SCHEMA mesh.smart_analytics COLUMN MASK mesh.f.hide TO `account users` EXCEPT admins
FOR TABLES MATCH COLUMNS has_tag_value('pii', 'high') AS c ON COLUMN c;
BEGIN
  DECLARE n INT DEFAULT 0;
  IF n = 0 THEN REVOKE SELECT ON TABLE taxi_trips FROM analysts; END IF;
END;
CREATE TABLE broken (a INT,);
DROP TABLE IF EXISTS old
