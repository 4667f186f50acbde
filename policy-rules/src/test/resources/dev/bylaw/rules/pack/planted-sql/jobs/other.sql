INSERT INTO orders.silver.lines SELECT a.x FROM orders.silver.a a; -- !sql/one-writer <orders.silver.lines>
INSERT INTO orders.silver.checks SELECT a.x FROM short_name a; -- !sql/full-name <short_name>
