package dev.bylaw.rules.sql.databricks;

import java.time.Duration;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/** The tokens of a script. Whoever consumes them, also to look ahead, is stopped in time. */
final class Tokens extends CommonTokenStream {
  private static final int CHECKED_EVERY = 256;

  private long deadline = Long.MAX_VALUE;
  private int consumed;

  /** Time is up. */
  static final class Expired extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Expired() {
      super("time is up", null, false, false);
    }
  }

  private Tokens(DatabricksSqlLexer lexer) {
    super(lexer);
  }

  static Tokens of(String text) {
    Tokens tokens = new Tokens(Words.of(text));
    tokens.fill();
    return tokens;
  }

  /** From now on. */
  void limit(Duration time) {
    deadline = System.nanoTime() + time.toNanos();
  }

  @Override
  public void consume() {
    if (++consumed % CHECKED_EVERY == 0 && System.nanoTime() - deadline > 0) {
      throw new Expired();
    }
    super.consume();
  }

  /** The first token at or behind an index that is no comment and no space. */
  int visible(int index) {
    return nextTokenOnChannel(index, Token.DEFAULT_CHANNEL);
  }

  /** From a token on, what stands in double quotes is a name, or is a text. */
  void quote(int from, boolean names) {
    int before = names ? DatabricksSqlLexer.STRING : DatabricksSqlLexer.BACK_QUOTED;
    int now = names ? DatabricksSqlLexer.BACK_QUOTED : DatabricksSqlLexer.STRING;
    for (Token token : tokens.subList(from, tokens.size())) {
      if (token.getType() == before
          && token.getText().startsWith("\"")
          && token instanceof WritableToken writable) {
        writable.setType(now);
      }
    }
  }

  int type(int index) {
    return tokens.get(index).getType();
  }
}
