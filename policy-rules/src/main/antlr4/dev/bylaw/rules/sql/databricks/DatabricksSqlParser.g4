// Databricks SQL, after the public language reference. The grammar accepts more than Databricks does: it says what a statement means, not whether it is valid.
parser grammar DatabricksSqlParser;

options {
  tokenVocab = DatabricksSqlLexer;
}

// One statement; the reader goes on behind it.
single : statement (SEMICOLON | EOF);

statement
  : rowStatement
  | create
  | alter
  | drop
  | truncate
  | commentOn
  | tagStatement
  | grants
  | showGrants
  | copyInto
  | loadData
  | applyChanges
  | maintenance
  | show
  | describe
  | explain
  | use
  | setStatement
  | session
  | resource
  | declare
  | executeImmediate
  | call
  | expectation
  | scripting
  ;

// ---- rows

rowStatement
  : withClause? (queryTerm queryTail pipeStep* | insert | mergeInto | update | deleteFrom | fromClause insert+)
  ;
insert
  : INSERT OVERWRITE LOCAL? DIRECTORY (text clause* | clause+) query
  | INSERT (WITH SCHEMA EVOLUTION)? (INTO | OVERWRITE) TABLE? name partitionSpec? ifNotExists? (BY NAME)? columnNames? tableAlias insertOption* query
  ;
insertOption : BY NAME | REPLACE WHERE expression | REPLACE USING columnNames | REPLACE ON expression;
columnNames : LPAREN name (COMMA name)* RPAREN;
partitionSpec : PARTITION LPAREN partitionValue (COMMA partitionValue)* RPAREN;
partitionValue : name (comparison expression)? | expression;
mergeInto
  : MERGE (WITH SCHEMA EVOLUTION)? INTO name tableAlias USING relation ON expression mergeAction*
  ;
mergeAction
  : WHEN NOT? MATCHED (BY (SOURCE | TARGET))? (AND expression)? THEN
    ( UPDATE SET (STAR starExcept? | assignment (COMMA assignment)*)
    | DELETE
    | INSERT STAR starExcept?
    | INSERT columnNames? VALUES LPAREN expression (COMMA expression)* RPAREN
    )
  ;
assignment : name EQ expression;
update : UPDATE name tableAlias SET assignment (COMMA assignment)* (FROM relation)? (WHERE expression)?;
deleteFrom : DELETE FROM name tableAlias (WHERE expression)?;
copyInto
  : COPY INTO name (columnNames | BY POSITION)? FROM (text (WITH credentialBlock+)? | name | LPAREN query RPAREN) copyOption*
  ;
credentialBlock : LPAREN credentialBlock+ RPAREN | (STORAGE? CREDENTIAL | ENCRYPTION) (name | properties);
copyOption
  : WITH credentialBlock
  | anyWord EQ (LPAREN expression (COMMA expression)* RPAREN | expression)
  | anyWord properties
  | VALIDATE (ALL | NUMBER ROWS)?
  ;
loadData : LOAD DATA LOCAL? INPATH text OVERWRITE? INTO TABLE name partitionSpec?;

// ---- definitions

create
  : CREATE (OR (REPLACE | REFRESH))? createModifier* createObject
  | REPLACE createModifier* createTable
  ;
createModifier
  : GLOBAL | TEMP | TEMPORARY | EXTERNAL | PRIVATE | LIVE | STREAMING | MATERIALIZED | FOREIGN | AGGREGATE | MANAGED | INCREMENTAL
  ;
createObject
  : createTable
  | createView
  | createFunction
  | createPolicy
  | createFlow
  | createIndex
  | createWidget
  | variableDefinition
  | objectType ifNotExists? name (TYPE name)? clause*
  ;
createTable : TABLE ifNotExists? name tableElements? clause* (AS? query | FLOW changes)?;
createView : VIEW ifNotExists? name tableElements? clause* (AS (query | DOLLAR_STRING))?;
createFlow : FLOW ifNotExists? name clause* AS (insertOnce | changes);
insertOnce : INSERT (INTO ONCE? | ONCE INTO) name columnNames? insertOption* query;
createIndex : BLOOMFILTER INDEX ON TABLE? name (FOR COLUMNS LPAREN (expression optionList? (COMMA expression optionList?)*)? RPAREN)? optionList?;
createWidget : WIDGET anyWord name DEFAULT expression (CHOICES query)?;
variableDefinition : (VARIABLE | VAR) ifNotExists? name dataType? ((DEFAULT | EQ) expression)?;
objectType
  : CATALOG | SCHEMA | DATABASE | NAMESPACE | TABLE | VIEW | VOLUME | FUNCTION | PROCEDURE | MODEL | REGISTERED MODEL | SHARE | RECIPIENT | PROVIDER
  | EXTERNAL? LOCATION | EXTERNAL METADATA | (STORAGE | SERVICE)? CREDENTIAL | CONNECTION | SERVER | CLEAN ROOM | METASTORE | POLICY
  | MATERIALIZED VIEW | STREAMING LIVE? TABLE | LIVE TABLE | LIVE VIEW | ANY FILE | ANONYMOUS FUNCTION | COLUMN | FLOW | GROUP | ROLE | VARIABLE | VAR
  ;

ifNotExists : IF NOT EXISTS;
ifExists : IF EXISTS;
tableElements : LPAREN (tableElement (COMMA tableElement)*)? RPAREN;
tableElement
  : expectation
  | tableConstraint
  | WATERMARK FOR name AS expression
  | columnDefinition
  ;
expectation : CONSTRAINT identifier EXPECT LPAREN expression RPAREN (ON VIOLATION (DROP ROW | FAIL UPDATE))?;
columnDefinition : identifier COLON? dataType? columnOption* columnPosition?;
columnPosition : FIRST | AFTER name;
columnOption
  : NOT NULL
  | NULL
  | (DEFAULT | EQ) expression
  | comment
  | GENERATED ALWAYS? AS LPAREN expression RPAREN
  | GENERATED (ALWAYS | BY DEFAULT) AS IDENTITY (LPAREN identityOption* RPAREN)?
  | AS expression
  | METADATA (FROM text)? VIRTUAL?
  | (CONSTRAINT identifier)? (PRIMARY KEY | UNIQUE | (FOREIGN KEY)? REFERENCES name names? | CHECK LPAREN expression RPAREN) constraintOption*
  | mask
  | COLLATE name
  | tagList
  ;
identityOption : (START WITH? | INCREMENT BY?) DASH? NUMBER COMMA?;
mask : MASK name (USING COLUMNS LPAREN expression (COMMA expression)* RPAREN)?;
tagList : WITH? TAGS properties;
tableConstraint
  : (CONSTRAINT identifier)?
    ( (PRIMARY KEY | UNIQUE) LPAREN keyColumn (COMMA keyColumn)* RPAREN
    | FOREIGN KEY names REFERENCES name names?
    | CHECK LPAREN expression RPAREN
    ) constraintOption*
  ;
keyColumn : identifier TIMESERIES?;
constraintOption
  : NOT? ENFORCED | RELY | NORELY | NOT? DEFERRABLE | INITIALLY (DEFERRED | IMMEDIATE) | NOVALIDATE | MATCH FULL
  | ON (UPDATE | DELETE) (NO ACTION | CASCADE | RESTRICT)
  ;

clause
  : comment
  | propertyList
  | optionList
  | tagList
  | WITH? (DBPROPERTIES | SCHEMAPROPERTIES | PROPERTIES) properties
  | WITH properties
  | USING (CONNECTION | SHARE)? name
  | PARTITIONED (BY | ON) LPAREN partitionField (COMMA partitionField)* RPAREN
  | clusterBy
  | CLUSTERED BY names (SORTED BY LPAREN sortItem (COMMA sortItem)* RPAREN)? INTO NUMBER BUCKETS
  | SKEWED BY names ON LPAREN expression (COMMA expression)* RPAREN (STORED AS DIRECTORIES)?
  | location
  | rowFilter
  | DEFAULT? COLLATION name
  | DEFAULT COLLATE name
  | LIKE name
  | (SHALLOW | DEEP)? CLONE name travel?
  | rowFormat
  | STORED (AS (INPUTFORMAT text OUTPUTFORMAT text | identifier) | BY text (WITH SERDEPROPERTIES properties)?)
  | WITH SCHEMA (BINDING | COMPENSATION | TYPE? EVOLUTION)
  | WITH METRICS
  | LANGUAGE identifier
  | schedule
  | WITH credentialBlock
  | READ ONLY
  | REFRESH POLICY anyWord
  | EVENT LOG name
  | USING ID text
  ;
comment : COMMENT EQ? (text | expression);
location : (MANAGED? LOCATION | URL) text (WITH credentialBlock)?;
clusterBy : CLUSTER BY (AUTO | NONE | LPAREN (name (COMMA name)*)? RPAREN);
rowFilter : WITH? ROW FILTER name ON LPAREN (expression (COMMA expression)*)? RPAREN;
rowFormat
  : ROW FORMAT (SERDE text (WITH SERDEPROPERTIES properties)? | DELIMITED (anyWord+ (BY | AS) text)*)
  ;
schedule
  : SCHEDULE REFRESH? (EVERY NUMBER intervalUnit | CRON text (AT TIME ZONE text)?)
  | TRIGGER ON UPDATE (AT MOST EVERY INTERVAL? intervalPart)?
  ;
partitionField : columnDefinition | expression;
propertyList : TBLPROPERTIES properties;
optionList : OPTIONS properties;
properties : LPAREN (property (COMMA property)*)? RPAREN;
assignedProperties : LPAREN assignedProperty (COMMA assignedProperty)* RPAREN;
assignedProperty : propertyKey EQ expression;
property : propertyKey (EQ? expression)?;
propertyKey : propertyWord ((DOT | DASH | COLON) propertyWord)* | text;
propertyWord : anyWord | NUMBER;

createFunction
  : (FUNCTION | PROCEDURE) ifNotExists? name (LPAREN (parameter (COMMA parameter)*)? RPAREN)? functionClause* functionBody?
  ;
parameter : (IN | OUT | INOUT)? columnDefinition;
functionClause
  : RETURNS (TABLE tableElements? | dataType)
  | comment
  | LANGUAGE anyWord
  | NOT? DETERMINISTIC
  | CONTAINS SQL
  | NO SQL
  | (READS | MODIFIES) SQL DATA
  | SQL SECURITY (INVOKER | DEFINER)
  | (CALLED | RETURNS NULL) ON NULL INPUT
  | HANDLER text
  | PARAMETER STYLE anyWord
  | ENVIRONMENT properties
  | DEFAULT COLLATION name
  | USING functionResource (COMMA functionResource)*
  ;
functionResource : anyWord text;
functionBody
  : RETURN (expression | query)
  | AS (text | DOLLAR_STRING) (USING functionResource (COMMA functionResource)*)?
  | AS? block
  | AS? query
  ;
createPolicy
  : POLICY ifNotExists? name ON securable comment?
    (ROW FILTER name | COLUMN MASK name | GRANT privilege (COMMA privilege)* | DENY privilege (COMMA privilege)*)
    TO principals (EXCEPT principals)? (FOR securableKind)? (WHEN expression)?
    (MATCH COLUMNS policyColumn (COMMA policyColumn)*)? (ON COLUMN identifier)? (USING COLUMNS LPAREN (expression (COMMA expression)*)? RPAREN)?
  ;
securableKind : anyWord anyWord?;
policyColumn : expression (AS? identifier)?;

// ---- pipelines

applyChanges : (APPLY CHANGES | AUTO CDC) ONCE? INTO name changesSource;
changes : (AUTO CDC | APPLY CHANGES) ONCE? (INTO name)? changesSource;
changesSource : FROM SNAPSHOT? relation changesClause*;
changesClause
  : KEYS LPAREN expression (COMMA expression)* RPAREN
  | IGNORE NULL UPDATES (ON columnChoice)?
  | APPLY AS (DELETE | TRUNCATE) WHEN expression
  | SEQUENCE BY expression
  | COLUMNS columnChoice
  | STORED AS SCD TYPE NUMBER
  | TRACK HISTORY ON columnChoice
  ;
columnChoice : STAR starExcept? | LPAREN expression (COMMA expression)* RPAREN;

// ---- changes of definitions

alter : ALTER objectType ifExists? name (alterAction (COMMA alterAction)*)+;
alterAction
  : SET? OWNER TO principal
  | SET tagList
  | UNSET TAGS ifExists? propertyKeys
  | RENAME TO name
  | RENAME COLUMN name TO identifier
  | partitionSpec RENAME TO partitionSpec
  | ADD (COLUMN | COLUMNS) ifNotExists? addedColumns
  | REPLACE (COLUMN | COLUMNS) addedColumns
  | DROP (COLUMN | COLUMNS) ifExists? (name (COMMA name)* | columnNames)
  | ALTER columnChanges
  | partitionSpec? CHANGE COLUMN? name (hiveColumn | columnAction+)
  | ADD tableConstraint
  | DROP CONSTRAINT ifExists? identifier dropMode*
  | DROP PRIMARY KEY ifExists? names? dropMode*
  | DROP FOREIGN KEY ifExists? names dropMode*
  | SET propertySet
  | UNSET (TBLPROPERTIES | DBPROPERTIES | SCHEMAPROPERTIES | PROPERTIES | OPTIONS) ifExists? propertyKeys
  | partitionSpec? SET location FORCE?
  | SET rowFilter
  | DROP ROW FILTER
  | clusterBy
  | SET? DEFAULT (COLLATION | COLLATE) name
  | ADD ifNotExists? (partitionSpec location?)+
  | DROP ifExists? partitionSpec (COMMA partitionSpec)* PURGE?
  | RECOVER PARTITIONS
  | partitionSpec? SET (SERDE text (WITH SERDEPROPERTIES properties)? | SERDEPROPERTIES properties | FILEFORMAT identifier)
  | SET? comment
  | WITH SCHEMA (BINDING | COMPENSATION | TYPE? EVOLUTION)
  | AS? (query | DOLLAR_STRING)
  | (ADD | ALTER) schedule
  | DROP SCHEDULE
  | DROP TRIGGER
  | (ADD | ALTER | REMOVE) sharedType name sharedOption*
  | (ENABLE | DISABLE | INHERIT) PREDICTIVE OPTIMIZATION
  | DROP FEATURE name (TRUNCATE HISTORY)?
  | (SET | UNSET) MANAGED (TRUNCATE anyWord HISTORY)?
  | optionList
  | propertyList
  | SET STORAGE? CREDENTIAL name FORCE?
  | (SET | UNSET) anyWord (EQ? expression)?
  | CLUSTERED BY names (SORTED BY LPAREN sortItem (COMMA sortItem)* RPAREN)? INTO NUMBER BUCKETS
  | NOT (CLUSTERED | SORTED | SKEWED)
  | WRITE (DISTRIBUTED BY PARTITION)? UNORDERED? (LOCALLY? ORDERED BY sortItem (COMMA sortItem)*)?
  | (ADD | DROP | REPLACE) PARTITION FIELD expression (WITH expression)? (AS identifier)?
  | (SET | DROP) IDENTIFIER FIELDS name (COMMA name)*
  | (ENABLE | DISABLE) anyWord
  | ROTATE TOKEN (anyWord EQ? expression)*
  ;
propertySet : (TBLPROPERTIES | DBPROPERTIES | SCHEMAPROPERTIES | PROPERTIES | OPTIONS)? properties;
propertyKeys : LPAREN propertyKey (COMMA propertyKey)* RPAREN;
addedColumns : addedColumn (COMMA addedColumn)* | LPAREN addedColumn (COMMA addedColumn)* RPAREN;
addedColumn : name COLON? dataType columnOption* columnPosition?;
hiveColumn : identifier dataType columnOption* columnPosition?;
columnChanges : COLUMN? columnChange (COMMA columnChange)*;
columnChange : name columnAction+;
columnAction
  : (SET DATA)? TYPE dataType comment?
  | SET? comment
  | (SET | DROP) NOT NULL
  | SET DEFAULT expression
  | DROP DEFAULT
  | SET mask
  | DROP MASK
  | SET tagList
  | UNSET TAGS propertyKeys
  | SET? COLLATE name
  | SYNC IDENTITY
  | columnPosition
  | dataType comment?
  ;
sharedType : TABLE | SCHEMA | DATABASE | VIEW | MATERIALIZED VIEW | STREAMING TABLE | VOLUME | MODEL | FUNCTION | NOTEBOOK FILE | FOREIGN? TABLE;
sharedOption
  : comment
  | partitionSpec (COMMA LPAREN partitionValue (COMMA partitionValue)* RPAREN)*
  | AS name
  | (WITH | WITHOUT) (HISTORY | CHANGE DATA FEED)
  | START VERSION NUMBER
  ;
dropMode : RESTRICT | CASCADE;

drop
  : DROP (TEMPORARY | TEMP)? objectType ifExists? name (LPAREN (dataType (COMMA dataType)*)? RPAREN)? (COMMA name)* (RESTRICT | CASCADE | FORCE | PURGE)*
  | DROP POLICY ifExists? name ON securable
  | DROP BLOOMFILTER INDEX ON TABLE? name (FOR COLUMNS columnNames)?
  | UNDROP objectType (name | WITH ID text)
  ;
truncate : TRUNCATE TABLE name partitionSpec?;
commentOn : COMMENT ON objectType name IS (NULL | expression);
tagStatement : (SET | UNSET) TAG ON objectType name property (COMMA property)*;

// ---- privileges

grants
  : GRANT privilege (COMMA privilege)* ON securable TO principals (WITH GRANT OPTION)?
  | REVOKE (GRANT OPTION FOR)? privilege (COMMA privilege)* ON securable FROM principals
  | DENY privilege (COMMA privilege)* ON securable TO principals
  | GRANT privilege (COMMA privilege)* TO ROLE? principals (WITH ADMIN OPTION)?
  | REVOKE privilege (COMMA privilege)* FROM ROLE? principals
  ;
privilege : privilegeWord+ names?;
privilegeWord : identifier | CREATE | SELECT | UPDATE | EXTERNAL;
principals : principal (COMMA principal)*;
principal : RECIPIENT? (identifier (DOT anyWord)* | text | templateName) ;
templateName : COLON anyWord;
securable : objectType name? | name;
showGrants : SHOW (GRANTS | GRANT) principal? (ON (ALL (TABLES | anyWord)? IN)? securable)?;

// ---- maintenance

maintenance
  : OPTIMIZE TABLE? name FULL? (WHERE expression)? (ZORDER BY (columnNames | name (COMMA name)*))?
  | VACUUM TABLE? (name | text) (FULL | LITE)? (USING INVENTORY (name | LPAREN query RPAREN))? (RETAIN expression intervalUnit)? (DRY RUN)?
  | ANALYZE TABLE name partitionSpec? COMPUTE (DELTA STATISTICS | STATISTICS) (NOSCAN | FOR (ALL COLUMNS | COLUMNS LPAREN? name (COMMA name)* RPAREN?))?
  | ANALYZE TABLES ((FROM | IN) name)? COMPUTE STATISTICS NOSCAN?
  | RESTORE TABLE? name TO? travel
  | REORG TABLE name (WHERE expression)? APPLY LPAREN (PURGE | UPGRADE UNIFORM properties) RPAREN
  | CONVERT TO DELTA name (NO STATISTICS)? (PARTITIONED BY tableElements)? (NO STATISTICS)?
  | GENERATE identifier FOR TABLE? (name | text)
  | (MSCK | FSCK)? REPAIR TABLE name ((ADD | DROP | SYNC) PARTITIONS | SYNC METADATA | DRY RUN)*
  | (MSCK | FSCK) REPAIR identifier
  | REFRESH refreshType? name (FULL | SYNC | ASYNC | ALL)*
  | REFRESH (text | path)
  | CACHE LAZY? TABLE name optionList? (AS? query)?
  | CACHE query
  | UNCACHE TABLE ifExists? name
  | CLEAR CACHE
  | SYNC (SCHEMA | TABLE) AS? EXTERNAL? name AS? EXTERNAL? FROM name (SET OWNER principal)? (DRY RUN)?
  ;
refreshType : TABLE | FUNCTION | VIEW | MATERIALIZED VIEW | STREAMING TABLE | FOREIGN (CATALOG | SCHEMA | TABLE);

// ---- what there is

show
  : SHOW CREATE objectType name (AS SERDE)?
  | SHOW (TBLPROPERTIES | PARTITIONS) name partitionSpec? propertyKeys?
  | SHOW TABLE EXTENDED ((FROM | IN) name)? (LIKE text) partitionSpec?
  | SHOW (ALL | USER | SYSTEM)? FUNCTIONS ((FROM | IN) name)? (LIKE? (text | name))?
  | SHOW COLUMNS (FROM | IN) name ((FROM | IN) name)?
  | SHOW CURRENT anyWord
  | SHOW ALL IN (SHARE | PROVIDER) name
  | SHOW showKind ((FROM | IN | ON) objectType? name)? (LIKE? text)? (WHERE expression)? (LIMIT expression)?
  ;
showKind
  : CATALOGS | SCHEMAS | DATABASES | NAMESPACES | TABLES DROPPED? | VIEWS | VOLUMES | SHARES | RECIPIENTS | PROVIDERS | CONNECTIONS
  | CREDENTIALS | (STORAGE | SERVICE) CREDENTIALS | EXTERNAL LOCATIONS | GROUPS (WITH USER principal)? | USERS | POLICIES | EFFECTIVE POLICIES | PROCEDURES | ROLES
  | COLLATIONS | MODELS | LOCKS | MATERIALIZED VIEWS | STREAMING TABLES | CLEAN ROOMS | VARIABLES | SHARES
  ;
describe
  : (DESC | DESCRIBE) FUNCTION EXTENDED? (name | text | operatorSign)
  | (DESC | DESCRIBE) describedType EXTENDED? name (ON securable)? (AS JSON)?
  | (DESC | DESCRIBE) (DETAIL | HISTORY) TABLE? (name | text) (LIMIT expression)?
  | (DESC | DESCRIBE) QUERY? query
  | (DESC | DESCRIBE) TABLE? (EXTENDED | FORMATTED)? name partitionSpec? name? (AS JSON)?
  ;
describedType
  : CATALOG | SCHEMA | DATABASE | NAMESPACE | VOLUME | SHARE | RECIPIENT | PROVIDER | CONNECTION | EXTERNAL LOCATION | (STORAGE | SERVICE)? CREDENTIAL
  | PROCEDURE | CLEAN ROOM | METASTORE | POLICY | MATERIALIZED VIEW | STREAMING TABLE
  ;
operatorSign
  : comparison | PLUS | DASH | STAR | SLASH | MODULO | DIV | AMP | PIPE | HAT | TILDE | BANG | CONCAT | AND | OR | NOT | LIKE | ILIKE | RLIKE | REGEXP | IN | IS
  | BETWEEN | CASE | WHEN | EXISTS | NULL | LT LT | GT GT | GT GT GT | DCOLON
  ;
explain : EXPLAIN (EXTENDED | CODEGEN | COST | FORMATTED | LOGICAL | ANALYZE)? statement;
use : USE (CATALOG | SCHEMA | DATABASE | NAMESPACE)? (name | text);
setStatement
  : SET (VARIABLE | VAR)? setTarget (COMMA setTarget)*
  | SET (VARIABLE | VAR)? LPAREN name (COMMA name)* RPAREN EQ (LPAREN query RPAREN | LPAREN expression (COMMA expression)* RPAREN)
  | SET TIME ZONE expression
  | SET CATALOG (name | text)
  | SET ROLE (name | ALL | NONE)
  | SET DASH identifier
  | SET (configuration)?
  ;
setTarget : name EQ expression;
configuration : configurationKey (EQ configurationValue?)?;
configurationKey : configurationWord ((DOT | DASH | COLON) configurationWord)* ;
configurationWord : anyWord | NUMBER;
configurationValue : ~SEMICOLON+;
session
  : RESET configurationKey?
  ;
resource
  : ADD (JAR | JARS | FILE | FILES | ARCHIVE | ARCHIVES) path*
  | LIST (JAR | JARS | FILE | FILES | ARCHIVE | ARCHIVES) path*
  | (LIST | LS) (text | path) (LIMIT expression)?
  | PUT text INTO text OVERWRITE?
  | GET text TO text
  | REMOVE (text | WIDGET name)
  ;
path : (~SEMICOLON)+;
declare : DECLARE (OR REPLACE)? (VARIABLE | VAR)? name (COMMA name)* dataType? ((DEFAULT | EQ) expression)?;
executeImmediate
  : EXECUTE IMMEDIATE expression (INTO name (COMMA name)*)? (USING (LPAREN executeArgument (COMMA executeArgument)* RPAREN | executeArgument (COMMA executeArgument)*))?
    (INTO name (COMMA name)*)?
  ;
executeArgument : expression (AS? identifier)?;
call : CALL name LPAREN (argument (COMMA argument)*)? RPAREN;

// ---- scripts

scripting : (identifier COLON)? block | compound;
block : BEGIN (NOT? ATOMIC)? scriptItem* END identifier?;
scriptItem : (statement | inner) SEMICOLON;
compound
  : IF expression THEN scriptItem* (ELSEIF expression THEN scriptItem*)* (ELSE scriptItem*)? END IF
  | CASE expression? (WHEN expression THEN scriptItem*)+ (ELSE scriptItem*)? END CASE
  | (identifier COLON)? WHILE expression DO scriptItem* END WHILE identifier?
  | (identifier COLON)? REPEAT scriptItem* UNTIL expression END REPEAT identifier?
  | (identifier COLON)? LOOP scriptItem* END LOOP identifier?
  | (identifier COLON)? FOR (identifier AS)? query DO scriptItem* END FOR identifier?
  ;
inner
  : LEAVE identifier
  | ITERATE identifier
  | DECLARE identifier CONDITION (FOR SQLSTATE VALUE? text)?
  | DECLARE (EXIT | CONTINUE) HANDLER FOR handled (COMMA handled)* (statement | inner)
  | DECLARE identifier (ASENSITIVE | INSENSITIVE)? CURSOR FOR (query | name)
  | OPEN identifier (USING executeArgument (COMMA executeArgument)*)?
  | FETCH (NEXT? FROM)? identifier INTO name (COMMA name)*
  | CLOSE identifier
  | SIGNAL (SQLSTATE VALUE? text | identifier) (SET assignment (COMMA assignment)*)?
  | RESIGNAL
  | RETURN expression?
  | GET (STACKED | CURRENT)? DIAGNOSTICS CONDITION? expression? assignment (COMMA assignment)*
  ;
handled : SQLEXCEPTION | SQLWARNING | NOT FOUND | SQLSTATE VALUE? text | identifier;

// ---- queries

query : withClause? queryTerm queryTail pipeStep*;
withClause : WITH RECURSIVE? commonTable (COMMA commonTable)*;
commonTable : identifier names? (MAX RECURSION LEVEL NUMBER | MAXLEVEL NUMBER)? AS? LPAREN query RPAREN;
queryTerm
  : queryPrimary
  | queryTerm INTERSECT setQuantifier? (BY NAME)? queryTerm
  | queryTerm (UNION | EXCEPT | MINUS) setQuantifier? (BY NAME)? queryTerm
  ;
setQuantifier : ALL | DISTINCT;
queryPrimary
  : selectQuery
  | fromClause selectQuery?
  | VALUES expression (COMMA expression)* derivedAlias
  | TABLE name
  | LPAREN query RPAREN
  ;
queryTail
  : orderClause* windowClause? (LIMIT (ALL | expression))? (OFFSET expression)?
  ;
orderClause : (ORDER | SORT) BY sortItem (COMMA sortItem)* | (CLUSTER | DISTRIBUTE) BY expression (COMMA expression)*;
selectQuery
  : SELECT (TRANSFORM transform | setQuantifier? selectItem (COMMA selectItem)* COMMA?) (INTO name (COMMA name)*)? fromClause? lateralView* (WHERE expression)? groupBy?
    (HAVING expression)? windowClause? (QUALIFY expression)? windowClause?
  | (MAP | REDUCE) transformArguments fromClause? (WHERE expression)?
  ;
transform : LPAREN (STAR | setQuantifier? selectItem (COMMA selectItem)*) RPAREN transformTail;
transformArguments : selectItem (COMMA selectItem)* transformTail;
transformTail : rowFormat? (RECORDWRITER text)? USING text (AS (tableElements | columnDefinition (COMMA columnDefinition)*))? rowFormat? (RECORDREADER text)?;
selectItem : expression (AS? identifier | AS NULL | AS? aliases)?;
aliases : LPAREN (identifier | NULL) (COMMA (identifier | NULL))* RPAREN;
windowClause : WINDOW namedWindow (COMMA namedWindow)*;
namedWindow : identifier AS (windowSpec | identifier);
groupBy
  : GROUP BY (ALL | groupItem (COMMA groupItem)*) (WITH (CUBE | ROLLUP) | GROUPING SETS LPAREN groupItem (COMMA groupItem)* RPAREN)?
  ;
groupItem
  : GROUPING SETS LPAREN groupItem (COMMA groupItem)* RPAREN
  | (CUBE | ROLLUP) LPAREN (expression (COMMA expression)*)? RPAREN
  | expression (AS? identifier)?
  ;
sortItem : (ALL | expression) (ASC | DESC)? (NULLS (FIRST | LAST))?;

pipeStep
  : (PIPE_GT | PIPE)
    ( SELECT setQuantifier? selectItem (COMMA selectItem)* groupBy? windowClause*
    | EXTEND selectItem (COMMA selectItem)*
    | SET assignment (COMMA assignment)*
    | DROP name (COMMA name)*
    | AS identifier
    | WHERE expression
    | AGGREGATE (selectItem (COMMA selectItem)*)? (GROUP BY (ALL | pipeGroup (COMMA pipeGroup)*) (WITH (CUBE | ROLLUP))?)?
    | joinPart
    | lateralView
    | pivot
    | sample
    | (UNION | EXCEPT | MINUS | INTERSECT) setQuantifier? (BY NAME)? queryPrimary (COMMA queryPrimary)*
    | queryTail
    )
  ;
pipeGroup : groupItem (ASC | DESC)? (NULLS (FIRST | LAST))?;

fromClause : FROM relation (COMMA relation)*;
relation : LATERAL? relationPrimary relationPart*;
relationPart : joinPart | lateralView | pivot | sample tableAlias;
joinPart : joinKind JOIN LATERAL? relationPrimary sample? (ON expression | USING names | nearest)?;
nearest : (APPROX | EXACT) NEAREST NUMBER? BY (SIMILARITY | DISTANCE) expression;
joinKind
  : INNER? | CROSS | LEFT OUTER? | RIGHT OUTER? | FULL OUTER? | LEFT? SEMI | LEFT? ANTI
  | NATURAL (INNER | CROSS | (LEFT | RIGHT | FULL) OUTER? | LEFT? SEMI | LEFT? ANTI)?
  ;
lateralView : LATERAL VIEW OUTER? functionName LPAREN (argument (COMMA argument)*)? RPAREN identifier? (AS? identifier (COMMA identifier)*)?;
relationPrimary
  : STREAM (LPAREN (tableRead | functionName callBrackets | query) RPAREN | tableRead) travel? (WITH? optionList | WITH properties)? watermark? tableAlias
  | tableRead travel? (WITH? optionList | WITH properties | assignedProperties)? watermark? sample? tableAlias
  | VALUES expression (COMMA expression)* derivedAlias
  | STREAM? functionName callBrackets (WITH properties)? sample? derivedAlias
  | LPAREN query RPAREN sample? watermark? derivedAlias
  | LPAREN (describe | show) RPAREN derivedAlias
  | LPAREN relation RPAREN sample? tableAlias
  | text tableAlias
  ;
callBrackets : LPAREN (tableArgument (COMMA tableArgument)*)? RPAREN;
tableRead : name;
functionName : name;
tableArgument
  : (identifier FAT_ARROW)? (TABLE (LPAREN (query | tableRead travel?) RPAREN | tableRead) | STREAM? LPAREN query RPAREN) partitioning? (ORDER BY (LPAREN sortItem (COMMA sortItem)* RPAREN | sortItem (COMMA sortItem)*))?
  | argument
  ;
partitioning : WITH SINGLE PARTITION | (PARTITION | DISTRIBUTE) BY (LPAREN expression (COMMA expression)* RPAREN | expression (COMMA expression)*);
watermark : WATERMARK expression DELAY OF expression;
tableAlias : (AS? identifier names? | AS names)?;
derivedAlias : (AS? identifier names? | AS? names)?;
travel : FOR? (VERSION | SYSTEM_VERSION | TIMESTAMP | SYSTEM_TIME) AS OF value | AT_VERSION;
sample
  : TABLESAMPLE identifier? LPAREN
    (value (PERCENT | ROWS)? | BUCKET NUMBER OUT OF NUMBER (ON expression)? | anyWord)? RPAREN (REPEATABLE LPAREN NUMBER RPAREN)?
  ;
pivot
  : PIVOT LPAREN selectItem (COMMA selectItem)* FOR (identifier (COMMA identifier)* | names) IN LPAREN selectItem (COMMA selectItem)* RPAREN RPAREN tableAlias
  | UNPIVOT ((INCLUDE | EXCLUDE) NULLS)? LPAREN (identifier | names) FOR identifier IN LPAREN selectItem (COMMA selectItem)* RPAREN RPAREN tableAlias
  ;

// ---- expressions

expression
  : (NOT | BANG) expression
  | expression AND expression
  | expression OR expression
  | value predicate*
  ;
predicate
  : (NOT | BANG)? BETWEEN value AND value
  | (NOT | BANG)? IN LPAREN (query | expression (COMMA expression)*) RPAREN
  | (NOT | BANG)? IN (plainName | text)
  | (NOT | BANG)? (LIKE | ILIKE | RLIKE | REGEXP) ((ANY | ALL | SOME) LPAREN (expression (COMMA expression)*)? RPAREN | value (ESCAPE text)?)
  | IS (NOT | BANG)? (NULL | TRUE | FALSE | UNKNOWN | DISTINCT FROM value)
  | comparison ((NOT | BANG) expression | value)
  ;
comparison : EQ | NEQ | LT | LE | GT | GE | NULL_SAFE_EQ;
value
  : primary
  | value DOT (anyWord | NUMBER | STAR starExcept?)
  | value LBRACK expression RBRACK
  | value LPAREN callArguments RPAREN callSuffix*
  | value QUESTION? DCOLON dataType
  | value COLON (anyWord | text | LBRACK (expression | STAR) RBRACK)
  | value COLLATE plainName
  | value AT TIME ZONE value
  | (PLUS | DASH | TILDE) value
  | value (STAR | SLASH | MODULO | DIV) value
  | value (PLUS | DASH | CONCAT) value
  | value (LT LT | GT GT GT?) value
  | value AMP value
  | value HAT value
  | value PIPE value
  ;
callArguments
  : setQuantifier? (argument (COMMA argument)* ((IGNORE | RESPECT) NULLS)? (ORDER BY sortItem (COMMA sortItem)*)? (LIMIT expression)?)?
  ;
argument
  : (identifier FAT_ARROW)? (lambda | expression (AS identifier)?)
  | (identifier FAT_ARROW)? TABLE (LPAREN (query | tableRead) RPAREN | tableRead) partitioning?
  ;
lambda : (anyWord | LPAREN (anyWord (COMMA anyWord)*)? RPAREN) ARROW expression;
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
  | (NULL | TRUE | FALSE)
  | INTERVAL intervalPart+ (TO intervalUnit)?
  | CASE expression? (WHEN expression THEN expression)+ (ELSE expression)? END
  | (CAST | TRY_CAST) LPAREN expression AS dataType RPAREN
  | EXTRACT LPAREN identifier FROM expression RPAREN
  | (SUBSTRING | SUBSTR) LPAREN expression FROM expression (FOR expression)? RPAREN
  | TRIM LPAREN (BOTH | LEADING | TRAILING)? expression? FROM expression RPAREN
  | OVERLAY LPAREN expression PLACING expression FROM expression (FOR expression)? RPAREN
  | POSITION LPAREN value IN value RPAREN
  | EXISTS LPAREN query RPAREN
  | LPAREN query RPAREN
  | LPAREN (selectItem (COMMA selectItem)*)? RPAREN
  | COLON anyWord
  | QUESTION
  | IDENTIFIER LPAREN expression RPAREN
  | functionWord
  | identifier text?
  ;
functionWord : LEFT | RIGHT | LIKE | ILIKE | RLIKE | REGEXP | NOT | EXISTS | IN | GROUPING | UNION | EXCEPT | INTERSECT | CROSS | FULL | ANTI | SEMI;
intervalPart : (PLUS | DASH)? (NUMBER | text | LPAREN expression RPAREN | identifier) intervalUnit?;
intervalUnit
  : YEAR | YEARS | QUARTER | QUARTERS | MONTH | MONTHS | WEEK | WEEKS | DAY | DAYS | HOUR | HOURS | MINUTE | MINUTES | SECOND | SECONDS
  | MILLISECOND | MILLISECONDS | MICROSECOND | MICROSECONDS | NANOSECOND | NANOSECONDS
  ;

dataType
  : INTERVAL intervalUnit? (TO intervalUnit)?
  | STRUCT (LT (structField (COMMA structField)*)? GT | NEQ | LPAREN structField (COMMA structField)* RPAREN)?
  | typeWord (LT dataType (COMMA dataType)* GT | (PRECISION | VARYING)? typeNumbers? (COLLATE plainName)? ((WITH | WITHOUT) TIME ZONE)?)
  ;
typeNumbers : LPAREN (NUMBER | anyWord | DASH NUMBER) (COMMA DASH? (NUMBER | anyWord))* RPAREN;
structField : identifier COLON? dataType (NOT NULL | COLLATE name | comment | DEFAULT expression)*;

name : IDENTIFIER LPAREN expression RPAREN (DOT anyWord)* | identifier (DOT anyWord)* | COLON anyWord (DOT anyWord)*;
// Within expressions; of its own, so that the end of other names needs no looking ahead.
plainName : COLON? identifier (DOT anyWord)*;
names : LPAREN identifier (COMMA identifier)* RPAREN;
text : (STRING | RAW_STRING)+;
anyWord : identifier | reserved;
identifier : IDENT | BACK_QUOTED | INTERVAL | STRUCT | nonReserved;
typeWord : IDENT | BACK_QUOTED | nonReserved;
nonReserved
  : ACTION | ADD | ADMIN | AFTER | AGGREGATE | ALL | ALTER | ALWAYS | ANALYZE | ANONYMOUS | ANY | APPLY | APPROX | ARCHIVE | ARCHIVES | ASC | ASENSITIVE
  | ASYNC | AT | ATOMIC | AUTO | BEGIN | BINDING | BLOOMFILTER | BOTH | BUCKET | BUCKETS | BY | CACHE | CALL | CALLED | CASCADE | CATALOG | CATALOGS | CDC
  | CHANGE | CHANGES | CHECK | CHOICES | CLEAN | CLEAR | CLONE | CLOSE | CLUSTERED | CODEGEN | COLLATE | COLLATION | COLLATIONS | COLUMN | COLUMNS
  | COMMENT | COMPENSATION | COMPUTE | CONDITION | CONNECTION | CONNECTIONS | CONSTRAINT | CONTAINS | CONTINUE | CONVERT | COPY | COST | CREDENTIAL
  | CREDENTIALS | CRON | CUBE | CURRENT | CURSOR | DATA | DATABASE | DATABASES | DAY | DAYS | DBPROPERTIES | DECLARE | DEEP | DEFAULT | DEFERRABLE
  | DEFERRED | DEFINER | DELAY | DELETE | DELIMITED | DELTA | DENY | DESC | DESCRIBE | DETAIL | DETERMINISTIC | DIAGNOSTICS | DIRECTORIES | DIRECTORY
  | DISABLE | DISTANCE | DISTRIBUTED | DIV | DO | DROP | DROPPED | DRY | EFFECTIVE | ELSEIF | ENABLE | ENCRYPTION | END | ENFORCED | ENVIRONMENT | ESCAPE
  | EVENT | EVERY | EVOLUTION | EXACT | EXCLUDE | EXECUTE | EXIT | EXPECT | EXPLAIN | EXTEND | EXTENDED | EXTERNAL | EXTRACT | FAIL | FALSE | FEATURE
  | FEED | FETCH | FIELD | FIELDS | FILE | FILEFORMAT | FILES | FILTER | FIRST | FLOW | FOLLOWING | FOR | FORCE | FOREIGN | FORMAT | FORMATTED | FOUND
  | FSCK | FUNCTION | FUNCTIONS | GENERATE | GENERATED | GET | GLOBAL | GRANT | GRANTS | GROUPING | GROUPS | HANDLER | HISTORY | HOUR | HOURS | ID
  | IDENTIFIER | IDENTITY | IF | IGNORE | IMMEDIATE | INCLUDE | INCREMENT | INCREMENTAL | INDEX | INHERIT | INITIALLY | INOUT | INPATH | INPUT
  | INPUTFORMAT | INSENSITIVE | INSERT | INTO | INVENTORY | INVOKER | ITERATE | JAR | JARS | JSON | KEY | KEYS | LANGUAGE | LAST | LAZY
  | LEADING | LEAVE | LEVEL | LIST | LITE | LIVE | LOAD | LOCAL | LOCALLY | LOCATION | LOCATIONS | LOCKS | LOG | LOGICAL | LOOP | LS | MANAGED | MAP
  | MASK | MATCH | MATCHED | MATERIALIZED | MAX | MAXLEVEL | MERGE | METADATA | METASTORE | METRICS | MICROSECOND | MICROSECONDS | MILLISECOND
  | MILLISECONDS | MINUS | MINUTE | MINUTES | MODEL | MODELS | MODIFIES | MONTH | MONTHS | MOST | MSCK | NAME | NAMESPACE | NAMESPACES | NANOSECOND
  | NANOSECONDS | NEAREST | NEXT | NO | NONE | NORELY | NOSCAN | NOTEBOOK | NOVALIDATE | NULLS | OF | ONCE | ONLY | OPEN | OPTIMIZATION | OPTIMIZE
  | OPTION | OPTIONS | ORDERED | OUT | OUTER | OUTPUTFORMAT | OVER | OVERLAY | OVERWRITE | OWNER | PARAMETER | PARTITION | PARTITIONED | PARTITIONS
  | PERCENT | PLACING | POLICIES | POLICY | POSITION | PRECEDING | PRECISION | PREDICTIVE | PRIMARY | PRIVATE | PROCEDURE | PROCEDURES | PROPERTIES | PROVIDER
  | PROVIDERS | PURGE | PUT | QUARTER | QUARTERS | QUERY | RANGE | READ | READS | RECIPIENT | RECIPIENTS | RECORDREADER | RECORDWRITER | RECOVER
  | RECURSION | RECURSIVE | REDUCE | REFERENCES | REFRESH | REGISTERED | RELY | REMOVE | RENAME | REORG | REPAIR | REPEAT | REPEATABLE | REPLACE | RESET
  | RESIGNAL | RESPECT | RESTORE | RESTRICT | RETAIN | RETURN | RETURNS | REVOKE | ROLE | ROLES | ROLLUP | ROOM | ROOMS | ROTATE | ROW | ROWS | RUN | SCD
  | SCHEDULE | SCHEMA | SCHEMAPROPERTIES | SCHEMAS | SECOND | SECONDS | SECURITY | SEQUENCE | SERDE | SERDEPROPERTIES | SERVER | SERVICE | SET | SETS
  | SHALLOW | SHARE | SHARES | SHOW | SIGNAL | SIMILARITY | SINGLE | SKEWED | SNAPSHOT | SOME | SORTED | SOURCE | SQL | SQLEXCEPTION | SQLSTATE
  | SQLWARNING | STACKED | START | STATISTICS | STORAGE | STORED | STREAM | STREAMING | STYLE | SUBSTR | SUBSTRING | SYNC | SYSTEM | SYSTEM_TIME
  | SYSTEM_VERSION | TABLE | TABLES | TAG | TAGS | TARGET | TBLPROPERTIES | TEMP | TEMPORARY | TIME | TIMESERIES | TIMESTAMP | TOKEN | TRACK | TRAILING
  | TRANSFORM | TRIGGER | TRIM | TRUE | TRUNCATE | TRY_CAST | TYPE | UNBOUNDED | UNCACHE | UNDROP | UNIFORM | UNIQUE | UNKNOWN | UNORDERED | UNSET | UNTIL
  | UPDATE | UPDATES | UPGRADE | URL | USE | USER | USERS | VACUUM | VALIDATE | VALUE | VALUES | VAR | VARIABLE | VARIABLES | VARYING | VERSION | VIEW | VIEWS
  | VIOLATION | VIRTUAL | VOLUME | VOLUMES | WATERMARK | WEEK | WEEKS | WHILE | WIDGET | WITHIN | WITHOUT | WRITE | YEAR | YEARS | ZONE | ZORDER
  ;
reserved
  : SELECT | FROM | WHERE | GROUP | HAVING | QUALIFY | ORDER | UNION | EXCEPT | INTERSECT | JOIN | LEFT | RIGHT | FULL | INNER | CROSS | NATURAL | ON
  | USING | CASE | WHEN | THEN | ELSE | AND | OR | NOT | IN | IS | NULL | LIKE | ILIKE | RLIKE | REGEXP | BETWEEN | AS | LATERAL | LIMIT | OFFSET | WINDOW
  | SEMI | ANTI | SORT | CLUSTER | DISTRIBUTE | PIVOT | UNPIVOT | TABLESAMPLE | CREATE | CAST | DISTINCT | WITH | EXISTS | TO
  ;
