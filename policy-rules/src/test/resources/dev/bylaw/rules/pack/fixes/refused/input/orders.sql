-- another file has the name of the table; the name of the column stands in a comment: CustomerId
CREATE TABLE sales.silver.`Open Orders` (CustomerId INT);
-- two tables have the column
CREATE TABLE sales.silver.lines (LineNo INT);
CREATE TABLE sales.silver.parcels (LineNo INT);
