GRANT SELECT ON TABLE orders.gold.revenue TO `finance-analysts`;
GRANT SELECT ON TABLE orders.gold.revenue TO `account users`; -- !sql/grant-not-to-all <`account users`>
GRANT ALL PRIVILEGES ON TABLE orders.gold.revenue TO `orders-engineers`; -- !sql/grant-narrow <ALL PRIVILEGES>
GRANT SELECT ON TABLE orders.gold.revenue TO `bob@acme.com`; -- !sql/grant-to-group <`bob@acme.com`>
GRANT SELECT ON SCHEMA orders.gold TO `finance-team`; -- !sql/grant-level <SELECT>
GRANT MODIFY ON TABLE orders.gold.revenue TO `finance-readers`; -- !sql/readers-only-read <MODIFY>
GRANT SELECT ON ANY FILE TO `orders-engineers`; -- !sql/grant-governed <ANY FILE>
GRANT SELECT ON TABLE hive_metastore.sales.orders TO `orders-engineers`; -- !sql/grant-governed <hive_metastore.sales.orders>
GRANT SELECT ON TABLE orders.gold.revenue TO `finance-team` WITH GRANT OPTION; -- !sql/grant-not-passed-on <GRANT>
CREATE SHARE revenue_share; -- !sql/share-approved <revenue_share> !sql/statement-in-folder <CREATE SHARE>
