SELECT id FROM orders.gold.ORDERS;
