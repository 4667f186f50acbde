package dev.bylaw.rego.parser;

import org.antlr.v4.runtime.Token;

/** Says which import is missing where a word was not read as a keyword. */
final class KeywordHints {
  private KeywordHints() {}

  /** Empty, or a hint behind a message about a token. */
  static String of(Places places, Token token) {
    Token before = places.before(token);
    Token after = places.after(token);
    boolean iterates = after.getType() == RegoLexer.COMMA || after.getText().equals("in");
    if (before.getText().equals("every") && iterates) {
      return " (hint: `import future.keywords.every` for `every x in xs { ... }` expressions)";
    } else if (token.getType() == RegoLexer.IDENT && token.getText().equals("in")) {
      return " (hint: `import future.keywords.in` for `some x in xs` expressions)";
    }
    return "";
  }
}
