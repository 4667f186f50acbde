package dev.bylaw.bench;

/** Scripts as products have them: tables with comments, tags and grants, views, and what fills them. */
final class SqlText {
  private static final String PART =
      """
      -- Orders of the day, part #
      CREATE TABLE IF NOT EXISTS orders.gold.orders_# (
        order_id STRING NOT NULL COMMENT 'Key of the order',
        customer_id BIGINT COMMENT 'Who ordered',
        order_ts TIMESTAMP NOT NULL,
        amount DECIMAL(12, 2) DEFAULT 0.00 COMMENT 'In the currency of the order',
        currency STRING MASK orders.gold.hide USING COLUMNS (customer_id),
        lines ARRAY<STRUCT<sku: STRING, quantity: INT, price: DECIMAL(12, 2)>>,
        CONSTRAINT pk_# PRIMARY KEY (order_id),
        CONSTRAINT paid_# CHECK (amount >= 0)
      )
      USING DELTA
      CLUSTER BY (customer_id, order_ts)
      COMMENT 'Orders, one row each'
      TBLPROPERTIES ('delta.enableChangeDataFeed' = 'true', 'quality' = 'gold');
      ALTER TABLE orders.gold.orders_# OWNER TO `orders-owners`;
      ALTER TABLE orders.gold.orders_# ALTER COLUMN customer_id SET TAGS ('pii' = 'yes');
      GRANT SELECT ON TABLE orders.gold.orders_# TO `analytics`;
      CREATE OR REPLACE VIEW orders.gold.revenue_# AS
      WITH paid AS (
        SELECT o.order_id, o.currency, l.quantity * l.price AS amount, date(o.order_ts) AS day
        FROM orders.gold.orders_# AS o
        LATERAL VIEW explode(o.lines) exploded AS l
        WHERE o.amount > 0 AND o.currency IN ('EUR', 'USD', 'CHF') AND NOT o.order_id LIKE 'test%'
      )
      SELECT p.day, p.currency, c.segment,
        sum(p.amount) AS revenue,
        count(DISTINCT p.order_id) AS orders,
        row_number() OVER (PARTITION BY p.currency ORDER BY sum(p.amount) DESC) AS place
      FROM paid AS p
      LEFT JOIN crm.gold.customers AS c ON c.id = p.customer_id AND c.valid_to IS NULL
      GROUP BY p.day, p.currency, c.segment
      HAVING sum(p.amount) BETWEEN 1 AND 1e9;
      MERGE INTO orders.gold.orders_# AS t
      USING (SELECT * FROM orders.silver.orders WHERE day = current_date() - INTERVAL 1 DAY) AS s
      ON t.order_id = s.order_id
      WHEN MATCHED AND s.deleted THEN DELETE
      WHEN MATCHED THEN UPDATE SET t.amount = s.amount, t.currency = coalesce(s.currency, 'EUR')
      WHEN NOT MATCHED THEN INSERT *;

      """;

  private SqlText() {}

  /**
   * @param lines at most, and at least one part
   */
  static String of(int lines) {
    int parts = Math.max(1, lines / (int) PART.lines().count());
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < parts; i++) {
      out.append(PART.replace("#", String.valueOf(i)));
    }
    return out.toString();
  }
}
