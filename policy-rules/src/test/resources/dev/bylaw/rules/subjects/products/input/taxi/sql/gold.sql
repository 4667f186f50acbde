CREATE TABLE taxi.gold.trips (id BIGINT);
