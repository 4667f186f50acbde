DROP TABLE orders.gold.old_revenue;
RESTORE TABLE orders.gold.revenue TO VERSION AS OF 3;
