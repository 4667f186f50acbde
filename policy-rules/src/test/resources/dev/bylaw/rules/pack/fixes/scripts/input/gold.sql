CREATE TABLE mobility.gold.`Trips By Day` (
  TripDay DATE NOT NULL,
  total BIGINT,
  CONSTRAINT trips_pk PRIMARY KEY (TripDay)
) CLUSTER BY (TripDay);

GRANT SELECT ON TABLE mobility.gold.`Trips By Day` TO analysts;

CREATE VIEW mobility.gold.BUSY_days COMMENT 'Days with many trips' AS
SELECT d.tripday, total FROM mobility.gold.`trips by day` AS d WHERE total > 1000;
