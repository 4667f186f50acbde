-- every order is there
SELECT count(*) FROM sales.gold.orders;
