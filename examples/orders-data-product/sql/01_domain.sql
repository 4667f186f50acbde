-- Domain boundary
CREATE CATALOG IF NOT EXISTS orders;

-- Layers
CREATE SCHEMA IF NOT EXISTS orders.bronze COMMENT 'Raw events and operational extracts.';
CREATE SCHEMA IF NOT EXISTS orders.silver COMMENT 'Cleaned, standardised entities.';
CREATE SCHEMA IF NOT EXISTS orders.gold COMMENT 'What the domain publishes.';

-- Ownership is explicit
ALTER CATALOG orders OWNER TO `orders-domain-owners`;
ALTER SCHEMA orders.gold OWNER TO `orders-domain-owners`;
