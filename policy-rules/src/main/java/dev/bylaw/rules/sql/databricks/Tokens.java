package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rego.parser.TokenArray;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/** The tokens of a script. Whoever consumes them, also to look ahead, is stopped in time. */
final class Tokens extends TokenArray {
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

  private Tokens(List<WritableToken> tokens) {
    super(tokens);
  }

  static Tokens of(String text) {
    List<WritableToken> tokens = new ArrayList<>();
    Lexer lexer = Words.of(text);
    WritableToken token;
    do {
      token = (WritableToken) lexer.nextToken(); // its factory makes no others
      tokens.add(token);
    } while (token.getType() != Token.EOF);
    return new Tokens(tokens);
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

  /** From a token on, what stands in double quotes is a name, or is a text. */
  void quote(int from, boolean names) {
    int before = names ? DatabricksSqlLexer.STRING : DatabricksSqlLexer.BACK_QUOTED;
    int now = names ? DatabricksSqlLexer.BACK_QUOTED : DatabricksSqlLexer.STRING;
    for (int i = from; i < size(); i++) {
      if (type(i) == before && get(i).getText().startsWith("\"")) {
        retype(i, now);
      }
    }
  }

  int type(int index) {
    return get(index).getType();
  }
}
