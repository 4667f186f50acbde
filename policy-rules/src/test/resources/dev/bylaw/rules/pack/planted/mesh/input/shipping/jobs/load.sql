INSERT INTO logistics.gold.parcels (parcel_id)
SELECT visit_id FROM care.silver.visits; -- finds mesh/private-tables
