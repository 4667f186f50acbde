package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Dialect;
import dev.bylaw.rego.ast.RegoVersion;
import java.util.HashSet;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Which words are keywords at the place of a text that was reached. */
final class Keywords {
  private static final Set<Integer> ALL =
      Set.of(
          RegoLexer.PACKAGE,
          RegoLexer.IMPORT,
          RegoLexer.AS,
          RegoLexer.DEFAULT,
          RegoLexer.ELSE,
          RegoLexer.NOT,
          RegoLexer.WITH,
          RegoLexer.SOME,
          RegoLexer.EVERY,
          RegoLexer.IN,
          RegoLexer.IF,
          RegoLexer.CONTAINS,
          RegoLexer.NULL,
          RegoLexer.TRUE,
          RegoLexer.FALSE);
  private static final Set<String> ALWAYS =
      Set.of(
          "package", "import", "as", "default", "else", "not", "with", "some", "null", "true",
          "false");
  private static final Set<String> OF_V1 = Set.of("contains", "every", "if", "in");
  private static final String FUTURE = "future.keywords";

  private final Dialect dialect;
  private final Set<String> on = new HashSet<>();
  private RegoVersion version;

  Keywords(Dialect dialect) {
    this.dialect = dialect;
    this.version = dialect.version();
    on.addAll(dialect.keywords());
    if (version == RegoVersion.V1) {
      on.addAll(OF_V1);
    }
  }

  static boolean isKeyword(int type) {
    return ALL.contains(type);
  }

  /** Tells the words that start an expression of a body and no term. */
  static boolean leadsClause(int type) {
    return type == RegoLexer.NOT || type == RegoLexer.SOME || type == RegoLexer.EVERY;
  }

  /** Version 1 also if the text imports {@code rego.v1}. */
  RegoVersion version() {
    return version;
  }

  /**
   * Turns on what an import brings.
   *
   * @param path for example {@code future.keywords.in}
   */
  void activate(String path) {
    if (path.equals("rego.v1")) {
      version = RegoVersion.V1;
      on.addAll(OF_V1);
    } else if (path.equals(FUTURE)) {
      on.addAll(dialect.importable());
    } else if (path.startsWith(FUTURE + ".")) {
      String word = path.substring(FUTURE.length() + 1);
      on.add(word);
      if (word.equals("every")) {
        on.add("in");
      }
    }
  }

  /** Whether a name is a keyword, connectives excepted. */
  boolean isReserved(String name) {
    return ALWAYS.contains(name) || (OF_V1.contains(name) && isOn(name));
  }

  boolean isOn(String word) {
    return on.contains(word);
  }

  /** Whether a token with a keyword's type is one. */
  boolean isOn(Token t) {
    return switch (t.getType()) {
      case RegoLexer.IN, RegoLexer.IF, RegoLexer.CONTAINS, RegoLexer.EVERY -> isOn(t.getText());
      default -> true;
    };
  }

  /** The token type of a name: a connective, where that is on and may stand here. */
  int connective(String name, boolean allowed) {
    if (allowed && name.equals("and") && isOn("and")) {
      return RegoLexer.AND;
    } else if (allowed && name.equals("or") && isOn("or")) {
      return RegoLexer.OR;
    }
    return RegoLexer.IDENT;
  }
}
