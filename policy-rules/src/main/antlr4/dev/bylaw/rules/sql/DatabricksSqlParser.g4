// Databricks SQL, after the public language reference. One statement at a time: the reader cuts at the semicolons.
parser grammar DatabricksSqlParser;

options {
  tokenVocab = DatabricksSqlLexer;
}

statement
  : (createCatalog | createSchema | createTable | createView | alterOwner | commentOn | grant | query) EOF
  ;

createCatalog : CREATE CATALOG ifNotExists? name (MANAGED LOCATION text | comment | DEFAULT COLLATION name | optionList)*;
createSchema
  : CREATE (SCHEMA | DATABASE) ifNotExists? name
    (comment | MANAGED? LOCATION text | WITH anyWord properties | DEFAULT COLLATION name | optionList)*
  ;
createTable
  : CREATE orReplace? EXTERNAL? TEMPORARY? TEMP? TABLE ifNotExists? name tableElements? tableClause* (AS? query)?
  ;
createView
  : CREATE orReplace? GLOBAL? (TEMP | TEMPORARY)? VIEW ifNotExists? name
    (LPAREN viewColumn (COMMA viewColumn)* RPAREN)? viewClause* (AS (query | DOLLAR_STRING))?
  ;
alterOwner : ALTER (CATALOG | SCHEMA | DATABASE | TABLE | VIEW) name SET? OWNER TO principal;
commentOn : COMMENT ON securable IS (text | NULL);
grant : GRANT privilege (COMMA privilege)* ON securable TO principal (COMMA principal)* (WITH GRANT anyWord)?;

orReplace : OR REPLACE;
ifNotExists : IF NOT EXISTS;
comment : COMMENT text;
privilege : (identifier | CREATE | SELECT) (identifier)*;
principal : identifier (DOT anyWord)* | text;
securable : securableType? name | securableType;
securableType
  : CATALOG | SCHEMA | DATABASE | TABLE | VIEW | MATERIALIZED VIEW | STREAMING TABLE | VOLUME | FUNCTION | PROCEDURE | MODEL
  | SHARE | EXTERNAL (LOCATION | METADATA) | STORAGE CREDENTIAL | SERVICE? CREDENTIAL | CONNECTION | METASTORE | ANY FILE
  | ANONYMOUS FUNCTION | RECIPIENT | PROVIDER | CLEAN ROOM | COLUMN
  ;

tableElements : LPAREN tableElement (COMMA tableElement)* RPAREN;
tableElement : columnDefinition | tableConstraint;
columnDefinition : identifier COLON? dataType columnOption*;
columnOption
  : NOT NULL
  | NULL
  | DEFAULT expression
  | comment
  | GENERATED ALWAYS AS LPAREN expression RPAREN
  | GENERATED (ALWAYS | BY DEFAULT) AS IDENTITY (LPAREN identityOption* RPAREN)?
  | (CONSTRAINT identifier)? (PRIMARY KEY | (FOREIGN KEY)? REFERENCES name names? | CHECK LPAREN expression RPAREN) constraintOption*
  | mask
  | COLLATE name
  ;
identityOption : (START WITH? | INCREMENT BY?) DASH? NUMBER;
mask : MASK name (USING COLUMNS LPAREN expression (COMMA expression)* RPAREN)?;
tableConstraint
  : (CONSTRAINT identifier)?
    (PRIMARY KEY LPAREN identifier TIMESERIES? (COMMA identifier TIMESERIES?)* RPAREN
    | FOREIGN KEY names REFERENCES name names?
    | CHECK LPAREN expression RPAREN) constraintOption*
  ;
constraintOption
  : NOT? ENFORCED | RELY | NORELY | NOT? DEFERRABLE | INITIALLY DEFERRED | NOVALIDATE | MATCH FULL
  | ON (UPDATE | DELETE) NO ACTION
  ;
tableClause
  : USING name
  | PARTITIONED BY LPAREN partitionField (COMMA partitionField)* RPAREN
  | CLUSTER BY (AUTO | NONE | LPAREN (name (COMMA name)*)? RPAREN)
  | CLUSTERED BY names (SORTED BY LPAREN sortItem (COMMA sortItem)* RPAREN)? INTO NUMBER BUCKETS
  | LOCATION text (WITH LPAREN CREDENTIAL name RPAREN)?
  | comment
  | tableProperties
  | optionList
  | WITH? ROW FILTER name ON LPAREN (expression (COMMA expression)*)? RPAREN
  | DEFAULT COLLATION name
  | LIKE name
  | (SHALLOW | DEEP)? CLONE name travel?
  | ROW FORMAT (SERDE text (WITH SERDEPROPERTIES properties)? | DELIMITED (identifier+ (BY | AS) text)*)
  | STORED (AS (INPUTFORMAT text OUTPUTFORMAT text | identifier) | BY text)
  ;
partitionField : columnDefinition | expression;
tableProperties : TBLPROPERTIES properties;
optionList : OPTIONS properties;
properties : LPAREN (property (COMMA property)*)? RPAREN;
property : propertyKey (EQ? expression)?;
propertyKey : anyWord (DOT anyWord)* | text;
viewColumn : identifier (comment | mask | NOT NULL)*;
viewClause
  : comment
  | tableProperties
  | optionList
  | USING name
  | WITH SCHEMA identifier identifier?
  | WITH METRICS
  | LANGUAGE identifier
  | DEFAULT COLLATION name
  ;

query : withClause? queryTerm queryTail;
withClause : WITH RECURSIVE? commonTable (COMMA commonTable)*;
commonTable : identifier names? (identifier identifier NUMBER)? AS? LPAREN query RPAREN;
queryTerm
  : queryPrimary
  | queryTerm INTERSECT setQuantifier? queryTerm
  | queryTerm (UNION | EXCEPT | MINUS) setQuantifier? queryTerm
  ;
setQuantifier : ALL | DISTINCT;
queryPrimary
  : selectQuery
  | fromClause selectQuery?
  | VALUES expression (COMMA expression)* tableAlias
  | TABLE name
  | LPAREN query RPAREN
  ;
queryTail
  : (ORDER BY sortItem (COMMA sortItem)*)?
    ((CLUSTER | DISTRIBUTE) BY expression (COMMA expression)*)?
    (SORT BY sortItem (COMMA sortItem)*)?
    windowClause? (LIMIT (ALL | expression))? (OFFSET expression)?
  ;
selectQuery
  : SELECT (setQuantifier)? selectItem (COMMA selectItem)* COMMA? fromClause? lateralView* (WHERE expression)? groupBy?
    (HAVING expression)? (QUALIFY expression)? windowClause?
  ;
selectItem : expression (AS? identifier | AS? names)?;
windowClause : WINDOW identifier AS windowSpec (COMMA identifier AS windowSpec)*;
groupBy
  : GROUP BY (ALL | groupItem (COMMA groupItem)*) (WITH (CUBE | ROLLUP) | GROUPING SETS LPAREN groupItem (COMMA groupItem)* RPAREN)?
  ;
groupItem
  : GROUPING SETS LPAREN groupItem (COMMA groupItem)* RPAREN
  | (CUBE | ROLLUP) LPAREN (expression (COMMA expression)*)? RPAREN
  | expression
  ;
sortItem : (ALL | expression) (ASC | DESC)? (NULLS (FIRST | LAST))?;

fromClause : FROM relation (COMMA relation)*;
relation : LATERAL? relationPrimary relationPart*;
relationPart
  : joinKind JOIN LATERAL? relationPrimary (ON expression | USING names)?
  | lateralView
  | pivot
  ;
joinKind
  : INNER? | CROSS | LEFT OUTER? | RIGHT OUTER? | FULL OUTER? | LEFT? SEMI | LEFT? ANTI
  | NATURAL (INNER | (LEFT | RIGHT | FULL) OUTER?)?
  ;
lateralView : LATERAL VIEW OUTER? name LPAREN (argument (COMMA argument)*)? RPAREN identifier? (AS? identifier (COMMA identifier)*)?;
relationPrimary
  : tableRead travel? optionList? properties? sample? tableAlias
  | STREAM LPAREN? tableRead RPAREN? travel? tableAlias
  | functionName LPAREN (tableArgument (COMMA tableArgument)*)? RPAREN tableAlias
  | STREAM functionName LPAREN (tableArgument (COMMA tableArgument)*)? RPAREN tableAlias
  | VALUES expression (COMMA expression)* tableAlias
  | LPAREN query RPAREN sample? tableAlias
  | LPAREN relation RPAREN sample? tableAlias
  ;
tableRead : name;
functionName : name;
tableArgument
  : TABLE (LPAREN (query | tableRead) RPAREN | tableRead) (PARTITION BY expression (COMMA expression)* | PARTITION BY LPAREN expression (COMMA expression)* RPAREN)?
    (ORDER BY sortItem (COMMA sortItem)*)?
  | argument
  ;
tableAlias : (AS? identifier names?)?;
travel : FOR? (VERSION | SYSTEM_VERSION | TIMESTAMP | SYSTEM_TIME) AS OF value | AT_VERSION;
sample
  : TABLESAMPLE identifier? LPAREN
    (value (PERCENTLIT | ROWS)? | BUCKET NUMBER OUT OF NUMBER (ON expression)?) RPAREN (REPEATABLE LPAREN NUMBER RPAREN)?
  ;
pivot
  : PIVOT LPAREN selectItem (COMMA selectItem)* FOR (identifier | names) IN LPAREN selectItem (COMMA selectItem)* RPAREN RPAREN tableAlias
  | UNPIVOT ((INCLUDE | EXCLUDE) NULLS)? LPAREN (identifier | names) FOR identifier IN LPAREN selectItem (COMMA selectItem)* RPAREN RPAREN tableAlias
  ;

expression
  : (NOT | BANG) expression
  | expression AND expression
  | expression OR expression
  | value predicate*
  ;
predicate
  : NOT? BETWEEN value AND value
  | NOT? IN LPAREN (query | expression (COMMA expression)*) RPAREN
  | NOT? IN (name | text)
  | NOT? (LIKE | ILIKE | RLIKE | REGEXP) ((ANY | ALL | SOME) LPAREN (expression (COMMA expression)*)? RPAREN | value (ESCAPE text)?)
  | IS NOT? (NULL | TRUE | FALSE | UNKNOWN | DISTINCT FROM value)
  | comparison value
  ;
comparison : EQ | NEQ | LT | LE | GT | GE | NULL_SAFE_EQ;
value
  : primary
  | value DOT anyWord
  | value DOT STAR starExcept?
  | value LBRACK expression RBRACK
  | value LPAREN callArguments RPAREN callSuffix*
  | value DCOLON dataType
  | value COLON (anyWord | text | LBRACK (expression | STAR) RBRACK)
  | value COLLATE name
  | (PLUS | DASH | TILDE) value
  | value (STAR | SLASH | PERCENT | DIV) value
  | value (PLUS | DASH | CONCAT) value
  | value (LT LT | GT GT | GT GT GT) value
  | value AMP value
  | value HAT value
  | value PIPE value
  ;
callArguments : setQuantifier? (argument (COMMA argument)* (ORDER BY sortItem (COMMA sortItem)*)? (LIMIT expression)?)?;
argument
  : (identifier FAT_ARROW)? (lambda | expression (AS identifier)?)
  | (identifier FAT_ARROW)? TABLE (LPAREN tableRead RPAREN | tableRead)
  ;
lambda : (identifier | LPAREN (identifier (COMMA identifier)*)? RPAREN) ARROW expression;
callSuffix
  : (IGNORE | RESPECT) NULLS
  | FILTER LPAREN WHERE expression RPAREN
  | WITHIN GROUP LPAREN ORDER BY sortItem (COMMA sortItem)* RPAREN
  | OVER (identifier | windowSpec)
  ;
windowSpec
  : LPAREN identifier? ((PARTITION | DISTRIBUTE | CLUSTER) BY expression (COMMA expression)*)?
    ((ORDER | SORT) BY sortItem (COMMA sortItem)*)? ((ROWS | RANGE) (frameBound | BETWEEN frameBound AND frameBound))? RPAREN
  | LPAREN windowSpec RPAREN
  ;
frameBound : UNBOUNDED (PRECEDING | FOLLOWING) | CURRENT ROW | value (PRECEDING | FOLLOWING);
starExcept : EXCEPT LPAREN name (COMMA name)* RPAREN;
primary
  : STAR starExcept?
  | NUMBER
  | text
  | DOLLAR_STRING
  | NULL
  | INTERVAL (intervalPart+ (TO identifier)?)
  | identifier text
  | CASE expression? (WHEN expression THEN expression)+ (ELSE expression)? END
  | (CAST | TRY_CAST) LPAREN expression AS dataType RPAREN
  | EXTRACT LPAREN identifier FROM expression RPAREN
  | (SUBSTRING | SUBSTR) LPAREN expression FROM expression (FOR expression)? RPAREN
  | TRIM LPAREN (BOTH | LEADING | TRAILING)? expression? FROM expression RPAREN
  | OVERLAY LPAREN expression PLACING expression FROM expression (FOR expression)? RPAREN
  | EXISTS LPAREN query RPAREN
  | LPAREN query RPAREN
  | LPAREN selectItem (COMMA selectItem)* RPAREN
  | COLON anyWord
  | QUESTION
  | functionWord
  | identifier
  ;
functionWord : LEFT | RIGHT | LIKE | ILIKE | RLIKE | REGEXP | NOT | EXISTS | IN | GROUPING;
intervalPart : (PLUS | DASH)? (NUMBER | text | LPAREN expression RPAREN | identifier) intervalUnit?;
intervalUnit
  : YEAR | YEARS | QUARTER | QUARTERS | MONTH | MONTHS | WEEK | WEEKS | DAY | DAYS | HOUR | HOURS | MINUTE | MINUTES | SECOND | SECONDS
  | MILLISECOND | MILLISECONDS | MICROSECOND | MICROSECONDS | NANOSECOND | NANOSECONDS
  ;

dataType
  : INTERVAL intervalUnit? (TO intervalUnit)?
  | STRUCT (LT (structField (COMMA structField)*)? GT | NEQ)
  | identifier LT dataType (COMMA dataType)* GT
  | identifier (LPAREN NUMBER (COMMA DASH? NUMBER)* RPAREN)? (COLLATE name)? ((WITH | WITHOUT) TIME ZONE)?
  ;
structField : identifier COLON? dataType (NOT NULL | COLLATE name | comment)*;

name : IDENTIFIER LPAREN expression RPAREN (DOT anyWord)* | identifier (DOT anyWord)* | COLON anyWord;
names : LPAREN identifier (COMMA identifier)* RPAREN;
text : (STRING | RAW_STRING)+;
anyWord : identifier | reserved;
identifier : IDENT | BACK_QUOTED | nonReserved;
nonReserved
  : END | ALL | ANY | SOME | BY | ASC | DESC | NULLS | FIRST | LAST | TABLE | VIEW | SCHEMA | DATABASE | CATALOG |
    REPLACE | TEMP | TEMPORARY | GLOBAL | EXTERNAL | IF | COMMENT | TBLPROPERTIES | OPTIONS | PARTITIONED |
    LOCATION | CLUSTERED | SORTED | INTO | BUCKETS | DEFAULT | GENERATED | ALWAYS | IDENTITY | CONSTRAINT |
    PRIMARY | KEY | FOREIGN | REFERENCES | CHECK | MASK | COLLATE | COLLATION | COLUMN | COLUMNS | ROW | FILTER |
    FORMAT | SERDE | SERDEPROPERTIES | DELIMITED | STORED | INPUTFORMAT | OUTPUTFORMAT | AUTO | NONE | ALTER | SET
    | OWNER | GRANT | VOLUME | FUNCTION | PROCEDURE | MODEL | SHARE | STORAGE | CREDENTIAL | SERVICE | CONNECTION
    | METASTORE | FILE | ANONYMOUS | STREAMING | MATERIALIZED | RECIPIENT | PROVIDER | CLEAN | ROOM | METADATA |
    VALUES | OUTER | CUBE | ROLLUP | GROUPING | SETS | ROWS | RANGE | UNBOUNDED | PRECEDING | FOLLOWING | CURRENT
    | OVER | PARTITION | ESCAPE | TRUE | FALSE | UNKNOWN | INTERVAL | FOR | VERSION | TIMESTAMP | SYSTEM_VERSION |
    SYSTEM_TIME | OF | STREAM | PERCENTLIT | OUT | REPEATABLE | BUCKET | EXPLODE | DIV | TRY_CAST | EXTRACT |
    SUBSTRING | SUBSTR | TRIM | OVERLAY | PLACING | BOTH | LEADING | TRAILING | WITHIN | IGNORE | RESPECT |
    RECURSIVE | MINUS | MANAGED | CLONE | SHALLOW | DEEP | ENFORCED | RELY | NORELY | DEFERRABLE | INITIALLY |
    DEFERRED | NOVALIDATE | MATCH | UPDATE | DELETE | ACTION | NO | INCREMENT | START | INCLUDE | EXCLUDE |
    METRICS | LANGUAGE | BINDING | COMPENSATION | EVOLUTION | TYPE | IDENTIFIER | TIMESERIES | STRUCT | YEAR |
    YEARS | QUARTER | QUARTERS | MONTH | MONTHS | WEEK | WEEKS | DAY | DAYS | HOUR | HOURS | MINUTE | MINUTES |
    SECOND | SECONDS | MILLISECOND | MILLISECONDS | MICROSECOND | MICROSECONDS | NANOSECOND | NANOSECONDS | ZONE |
    WITHOUT | TIME | MAXLEVEL
  ;
reserved
  : SELECT | FROM | WHERE | GROUP | HAVING | QUALIFY | ORDER | UNION | EXCEPT | INTERSECT | JOIN | LEFT | RIGHT |
    FULL | INNER | CROSS | NATURAL | ON | USING | CASE | WHEN | THEN | ELSE | AND | OR | NOT | IN | IS | NULL |
    LIKE | ILIKE | RLIKE | REGEXP | BETWEEN | AS | LATERAL | LIMIT | OFFSET | WINDOW | SEMI | ANTI | SORT |
    CLUSTER | DISTRIBUTE | PIVOT | UNPIVOT | TABLESAMPLE | CREATE | CAST | DISTINCT | WITH | EXISTS | TO
  ;
