INSERT INTO sales.silver.`open orders` SELECT 1;
