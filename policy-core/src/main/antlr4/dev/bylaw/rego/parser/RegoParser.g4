/**
 * Rego, v0 and v1, one statement at a time. The grammar takes more than Rego does, so that one token is
 * always enough to decide: whether braces hold a set, an object, a comprehension or a body, what a
 * statement may define, and how strongly operators bind is settled behind it, by the builders.
 */
parser grammar RegoParser;

options { tokenVocab = RegoLexer; }

@members {
/** Two expressions of a body stand on two lines, or have a semicolon between them. */
private void apart() {
  if (_input.LT(-1).getLine() == _input.LT(1).getLine()) {
    throw new InputMismatchException(this);
  }
}
}

statement : packageDeclaration | importDeclaration | definition ;

packageDeclaration : PACKAGE operand ;

importDeclaration : IMPORT operand (AS name)? ;

definition
  : DEFAULT? phrase (CONTAINS expr)? (IF phrase)? braces* elseBranch* (SEMI phrase)*
  ;

elseBranch : ELSE ((ASSIGN | EQ) expr)? (IF phrase | braces)? ;

query : phrase (SEMI? phrase)* EOF ;

singleTerm : expr EOF ;

/** Literals with commas between them: {@code some x, y in xs}, {@code k, v in xs}. */
phrase : literal (COMMA literal)* ;

literal : disjunction withModifier* ;
disjunction : conjunction (OR conjunction)* ;
conjunction : clause (AND clause)* ;
clause : worded | expr (BAR worded | (ASSIGN | EQ) expr)? ;

/** What starts with a word. */
worded
  : SOME expr                                               # someClause
  | EVERY expr (COMMA expr)? braces                         # everyClause
  | NOT expr ((ASSIGN | EQ) expr)?                          # notClause
  ;

withModifier : WITH operand AS expr ;

expr : operand (operator operand)* ;

operator
  : IN | EQUAL | NEQ | LT | LTE | GT | GTE | PIPE | AMP | PLUS | MINUS | MUL | DIV | REM
  ;

operand : NEGATIVE? primary suffix* ;

suffix
  : DOT_ADJ name                                            # nameSuffix
  | LBRACK_ADJ phrase RBRACK                                # indexSuffix
  | LPAREN_ADJ (expr (COMMA expr)* LAST_COMMA?)? RPAREN      # callSuffix
  ;

name : IDENT | CONTAINS ;

primary
  : (NULL | TRUE | FALSE)                                   # wordLiteral
  | NUMBER                                                  # numberLiteral
  | STRING                                                  # stringLiteral
  | RAW                                                     # rawLiteral
  | (TEMPLATE | RAW_TEMPLATE)
    (TEMPLATE_TEXT | RAW_TEMPLATE_TEXT | LBRACE phrase RBRACE)*
    (TEMPLATE_END | RAW_TEMPLATE_END)                       # templateLiteral
  | name                                                    # variable
  | LBRACK items? RBRACK                                    # brackets
  | braces                                                  # braced
  | LPAREN phrase RPAREN                                    # parenthesis
  ;

braces : LBRACE items? RBRACE ;

/** What stands in brackets or braces, whatever it turns out to be. */
items : COMMA? item ((COMMA | SEMI | {apart();}) item)* LAST_COMMA? ;

item : literal (COLON literal)? ;
