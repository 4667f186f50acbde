package dev.bylaw.rego.builtin.std.graphql;

import java.util.List;

/**
 * A token with the comments before it.
 *
 * @param text of names, numbers and strings; strings without quotes and escapes
 */
record Token(Kind kind, String text, Position position, List<String> comments) {
  /** What a token is, with the word that errors have for it. */
  enum Kind {
    INVALID("<Invalid>"),
    END("<EOF>"),
    BANG("!"),
    DOLLAR("$"),
    AMPERSAND("&"),
    PAREN_LEFT("("),
    PAREN_RIGHT(")"),
    SPREAD("..."),
    COLON(":"),
    EQUALS("="),
    AT("@"),
    BRACKET_LEFT("["),
    BRACKET_RIGHT("]"),
    BRACE_LEFT("{"),
    BRACE_RIGHT("}"),
    PIPE("|"),
    NAME("Name"),
    INT("Int"),
    FLOAT("Float"),
    STRING("String"),
    BLOCK_STRING("BlockString");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }

  /** As errors show it. */
  String shown() {
    return text.isEmpty() ? kind.word() : kind.word() + " \"" + text + "\"";
  }
}
