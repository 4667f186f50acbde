package dev.bylaw.rules.sql.databricks;

import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the tokens of a statement before it is parsed: where it seems to end, which is where
 * reading goes on if it cannot be parsed, and whether it nests too deep to be parsed at all.
 */
final class StatementScan {
  private static final Set<Integer> SIGNS =
      Set.of(
          DatabricksSqlLexer.NOT,
          DatabricksSqlLexer.BANG,
          DatabricksSqlLexer.TILDE,
          DatabricksSqlLexer.DASH,
          DatabricksSqlLexer.PLUS,
          DatabricksSqlLexer.EXPLAIN);
  private static final Set<Integer> BEFORE_STATEMENT =
      Set.of(
          DatabricksSqlLexer.SEMICOLON,
          DatabricksSqlLexer.BEGIN,
          DatabricksSqlLexer.THEN,
          DatabricksSqlLexer.ELSE,
          DatabricksSqlLexer.DO,
          DatabricksSqlLexer.LOOP,
          DatabricksSqlLexer.REPEAT,
          DatabricksSqlLexer.COLON,
          Token.EOF);
  private static final Set<Integer> COMPOUND =
      Set.of(
          DatabricksSqlLexer.IF,
          DatabricksSqlLexer.CASE,
          DatabricksSqlLexer.LOOP,
          DatabricksSqlLexer.WHILE,
          DatabricksSqlLexer.FOR,
          DatabricksSqlLexer.REPEAT);

  private final Tokens tokens;
  private final int maxNesting;
  private final boolean block;
  private int last;
  private int firstEnd = -1;
  private boolean unclosed;
  private int brackets;
  private int types;
  private int blocks;
  private int signs;
  private @Nullable Token tooDeep;

  /**
   * Scans a statement.
   *
   * @param blocks whether a statement may go on behind a semicolon
   */
  StatementScan(Tokens tokens, int start, int maxNesting, boolean blocks) {
    this.tokens = tokens;
    this.maxNesting = maxNesting;
    this.last = start;
    this.block = blocks && mayBeBlock(start);
    scan(start);
  }

  private boolean mayBeBlock(int start) {
    int first = tokens.type(start);
    return first == DatabricksSqlLexer.BEGIN
        || first == DatabricksSqlLexer.CREATE
        || COMPOUND.contains(first)
        || tokens.type(tokens.visible(start + 1)) == DatabricksSqlLexer.COLON;
  }

  /** The last token of the statement. Of a block that does not end it is that of its first line. */
  int last() {
    return unclosed && firstEnd >= 0 ? firstEnd : last;
  }

  /** Whether a block has no end. */
  boolean unclosed() {
    return unclosed;
  }

  @Nullable Token tooDeep() {
    return tooDeep;
  }

  private void scan(int start) {
    int before = Token.EOF;
    int at = start;
    while (true) {
      int type = tokens.type(at);
      boolean end = type == DatabricksSqlLexer.SEMICOLON;
      if (type == Token.EOF || (end && (!block || blocks == 0))) {
        unclosed = block && blocks > 0;
        return;
      }
      if (end && firstEnd < 0) {
        firstEnd = last;
      }
      int next = tokens.visible(at + 1);
      count(type, before, tokens.get(at), next);
      if (brackets + types + blocks > maxNesting || signs > maxNesting) {
        tooDeep = tooDeep == null ? tokens.get(at) : tooDeep;
      }
      before = type;
      last = at;
      at = next;
      if (type == DatabricksSqlLexer.END && COMPOUND.contains(tokens.type(at)) && closed(at)) {
        last = at;
        at = tokens.visible(at + 1);
      }
    }
  }

  /** The word behind END belongs to it, unless it goes on as an expression. */
  private boolean closed(int word) {
    int behind = tokens.type(tokens.visible(word + 1));
    return blocks > 0
        || behind == DatabricksSqlLexer.SEMICOLON
        || behind == Token.EOF
        || behind == DatabricksSqlLexer.IDENT;
  }

  private void count(int type, int before, Token token, int next) {
    signs = SIGNS.contains(type) ? signs + 1 : 0;
    switch (type) {
      case DatabricksSqlLexer.LPAREN, DatabricksSqlLexer.LBRACK -> brackets++;
      case DatabricksSqlLexer.RPAREN, DatabricksSqlLexer.RBRACK ->
          brackets = Math.max(0, brackets - 1);
      case DatabricksSqlLexer.STRUCT, DatabricksSqlLexer.IDENT -> types += opensType(token, next);
      case DatabricksSqlLexer.GT -> types = Math.max(0, types - 1);
      case DatabricksSqlLexer.END -> blocks = Math.max(0, blocks - 1);
      default -> blocks += opensBlock(type, before) ? 1 : 0;
    }
  }

  private int opensType(Token token, int next) {
    boolean holds =
        token.getType() == DatabricksSqlLexer.STRUCT
            || Set.of("ARRAY", "MAP").contains(token.getText().toUpperCase(Locale.ROOT));
    return holds && tokens.type(next) == DatabricksSqlLexer.LT ? 1 : 0;
  }

  private boolean opensBlock(int type, int before) {
    boolean starts = BEFORE_STATEMENT.contains(before);
    return switch (type) {
      case DatabricksSqlLexer.CASE -> true;
      case DatabricksSqlLexer.BEGIN -> starts || before == DatabricksSqlLexer.AS || blocks > 0;
      case DatabricksSqlLexer.IF,
          DatabricksSqlLexer.LOOP,
          DatabricksSqlLexer.REPEAT,
          DatabricksSqlLexer.WHILE,
          DatabricksSqlLexer.FOR ->
          starts;
      default -> false;
    };
  }
}
