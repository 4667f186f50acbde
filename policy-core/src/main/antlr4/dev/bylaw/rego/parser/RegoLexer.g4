/**
 * Tokens of Rego. White space and comments are set aside; whether brackets stand right behind a term,
 * and whether a word is a keyword where it stands, is decided behind this lexer (RegoTokens).
 */
lexer grammar RegoLexer;

tokens { LBRACK_ADJ, LPAREN_ADJ, DOT_ADJ, AND, OR, BAR, NEGATIVE, LAST_COMMA }

channels { COMMENTS }

PACKAGE  : 'package' ;
IMPORT   : 'import' ;
AS       : 'as' ;
DEFAULT  : 'default' ;
ELSE     : 'else' ;
NOT      : 'not' ;
WITH     : 'with' ;
SOME     : 'some' ;
EVERY    : 'every' ;
IN       : 'in' ;
IF       : 'if' ;
CONTAINS : 'contains' ;
NULL     : 'null' ;
TRUE     : 'true' ;
FALSE    : 'false' ;
IDENT    : [A-Za-z_] [A-Za-z_0-9]* ;

NUMBER     : ('0' | [1-9] [0-9]*) ('.' [0-9]+)? ([eE] [+-]? [0-9]+)? ;
BAD_NUMBER : [0-9] [A-Za-z_0-9.]* ;
STRING     : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"' ;
RAW        : '`' ~'`'* '`' ;
OPEN_STRING: '"' (~["\\\r\n] | '\\' ~[\r\n])* '\\'? | '`' ~'`'* ;

TEMPLATE     : '$"' -> pushMode(IN_TEMPLATE) ;
RAW_TEMPLATE : '$`' -> pushMode(IN_RAW_TEMPLATE) ;

ASSIGN : ':=' ;
EQUAL  : '==' ;
NEQ    : '!=' ;
LTE    : '<=' ;
GTE    : '>=' ;
LT     : '<' ;
GT     : '>' ;
EQ     : '=' ;
PLUS   : '+' ;
MINUS  : '-' ;
MUL    : '*' ;
DIV    : '/' ;
REM    : '%' ;
PIPE   : '|' ;
AMP    : '&' ;
COMMA  : ',' ;
SEMI   : ';' ;
COLON  : ':' ;
DOT    : '.' ;
LPAREN : '(' ;
RPAREN : ')' ;
LBRACK : '[' ;
RBRACK : ']' ;
// every brace opens a mode of its own, so that the one that ends a template's expression leads back to it
LBRACE : '{' -> pushMode(DEFAULT_MODE) ;
RBRACE : '}' -> popMode ;

COMMENT : '#' ~[\r\n]* -> channel(COMMENTS) ;
SPACE   : [ \t\r\n]+ -> channel(HIDDEN) ;
ILLEGAL : . ;

mode IN_TEMPLATE;
TEMPLATE_TEXT : (~["\\{\r\n] | '\\' ~[\r\n])+ ;
TEMPLATE_OPEN : '{' -> type(LBRACE), pushMode(DEFAULT_MODE) ;
TEMPLATE_END  : '"' -> popMode ;
TEMPLATE_BAD  : . -> type(ILLEGAL) ;

mode IN_RAW_TEMPLATE;
RAW_TEMPLATE_TEXT : (~[`\\{] | '\\' .)+ ;
RAW_TEMPLATE_OPEN : '{' -> type(LBRACE), pushMode(DEFAULT_MODE) ;
RAW_TEMPLATE_END  : '`' -> popMode ;
