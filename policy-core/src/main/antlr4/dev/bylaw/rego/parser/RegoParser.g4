/**
 * Rego, v0 and v1. What depends on the version or on imports (which words are keywords, which forms a
 * rule may have) is checked behind this grammar.
 */
parser grammar RegoParser;

options { tokenVocab = RegoLexer; }

@members {
/** Set for modules that import future.keywords.not: braces behind not are a body. */
boolean notTakesBody;
}

module : packageDeclaration statement* EOF ;
query : SEMI* body EOF ;
singleTerm : expr EOF ;

packageDeclaration : PACKAGE reference SEMI* ;

statement : (importDeclaration | ruleDefinition) SEMI* ;

importDeclaration : IMPORT reference (AS name)? ;

reference : name (DOT_ADJ name | LBRACK_ADJ expr RBRACK)* ;

name : IDENT ;

ruleDefinition
  : DEFAULT? reference (LPAREN_ADJ (expr (COMMA expr)* COMMA?)? RPAREN)? (CONTAINS expr)?
    (operator=(ASSIGN | EQ) expr)? (IF ifBody braceBody* | braceBody+)? elseBranch*
  ;

elseBranch : ELSE (operator=(ASSIGN | EQ) expr)? (IF ifBody | braceBody)? ;

ifBody : braceBody | literal ;

braceBody : LBRACE body RBRACE ;

body : literal (SEMI* literal)* SEMI* ;

literal : (someDeclaration | everyExpr | logic | logicGroup | negation | statementExpr) withModifier* ;

someDeclaration
  : SOME relation (COMMA relation)? IN expr
  | SOME name (COMMA name)*
  ;

everyExpr : EVERY name (COMMA name)? IN expr braceBody ;

withModifier : WITH expr AS expr ;

logic : conjunction (OR conjunction)+ | operand (AND operand)+ ;
conjunction : operand (AND operand)* ;
operand
  : (negation | braceBody | logicGroup | everyExpr | statementExpr) withModifier*
  ;
logicGroup : LPAREN (logic | logicGroup | statementExpr) withModifier* RPAREN ;

negation
  : {notTakesBody}? NOT braceBody
  | NOT statementExpr
  | NOT logicGroup
  | NOT everyExpr
  ;

statementExpr
  : relation COMMA relation (IN relation)+
  | expr ((ASSIGN | EQ) expr)?
  ;

expr : relation (IN relation)* ;
relation : union (operator+=(EQUAL | NEQ | LT | LTE | GT | GTE) union)* ;
union : intersection (PIPE intersection)* ;
intersection : sum (AMP sum)* ;
sum : product (operator+=(PLUS | MINUS) product)* ;
product : postfix (operator+=(MUL | DIV | REM) postfix)* ;

postfix : primary suffix* ;

suffix
  : DOT_ADJ name                                            # nameSuffix
  | LBRACK_ADJ expr RBRACK                                  # indexSuffix
  | LPAREN_ADJ (expr (COMMA expr)* COMMA?)? RPAREN          # callSuffix
  ;

primary
  : (NULL | TRUE | FALSE)                                   # wordLiteral
  | MINUS? NUMBER                                           # numberLiteral
  | STRING                                                  # stringLiteral
  | RAW                                                     # rawLiteral
  | (TEMPLATE | RAW_TEMPLATE)
    (TEMPLATE_TEXT | RAW_TEMPLATE_TEXT | LBRACE expr RBRACE)*
    (TEMPLATE_END | RAW_TEMPLATE_END)                       # templateLiteral
  | name                                                    # variable
  | LBRACK headExpr PIPE body RBRACK                        # arrayComprehension
  | LBRACK (expr (COMMA expr)* COMMA?)? RBRACK              # arrayLiteral
  | LBRACE headExpr COLON headExpr PIPE body RBRACE         # objectComprehension
  | LBRACE headExpr PIPE body RBRACE                        # setComprehension
  | LBRACE (entry (COMMA entry)* COMMA?)? RBRACE            # objectLiteral
  | LBRACE expr (COMMA expr)* COMMA? RBRACE                 # setLiteral
  | LPAREN relation COMMA relation (IN relation)+ RPAREN                   # memberLiteral
  | LPAREN expr RPAREN                                      # parenthesis
  ;

/** A comprehension's head: the first bar ends it. */
headExpr : headRelation (IN headRelation)* ;
headRelation : intersection (operator+=(EQUAL | NEQ | LT | LTE | GT | GTE) intersection)* ;

entry : expr COLON expr ;
