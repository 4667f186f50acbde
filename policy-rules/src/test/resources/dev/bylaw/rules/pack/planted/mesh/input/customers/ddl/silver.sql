CREATE TABLE care.silver.visits (
  visit_id STRING NOT NULL COMMENT 'The visit',
  CONSTRAINT visits_pk PRIMARY KEY (visit_id)
) COMMENT 'One row is a visit';
