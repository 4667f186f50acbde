package dev.bylaw.rego.builtin.std;

import java.util.Set;

/**
 * A token of a template.
 *
 * @param at index of its first character
 */
record GoTemplateToken(Kind kind, String text, int at) {
  private static final Set<String> KEYWORDS =
      Set.of(
          "block", "break", "continue", "define", "else", "end", "if", "range", "template", "with");
  private static final int SHOWN = 10;

  enum Kind {
    TEXT,
    LEFT,
    RIGHT,
    SPACE,
    KEYWORD,
    NAME,
    FIELD,
    VARIABLE,
    DOT,
    NIL,
    BOOLEAN,
    NUMBER,
    CHARACTER,
    STRING,
    RAW_STRING,
    PIPE,
    DECLARE,
    ASSIGN,
    OPEN,
    CLOSE,
    OTHER,
    END
  }

  static GoTemplateToken word(String text, int at) {
    Kind kind =
        switch (text) {
          case "true", "false" -> Kind.BOOLEAN;
          case "nil" -> Kind.NIL;
          default -> KEYWORDS.contains(text) ? Kind.KEYWORD : Kind.NAME;
        };
    return new GoTemplateToken(kind, text, at);
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean isKeyword(String word) {
    return kind == Kind.KEYWORD && text.equals(word);
  }

  boolean isComma() {
    return kind == Kind.OTHER && text.equals(",");
  }

  /** As errors show it. */
  String shown() {
    return switch (kind) {
      case END -> "EOF";
      case KEYWORD -> "<" + text + ">";
      default ->
          text.length() > SHOWN
              ? GoQuote.string(text.substring(0, SHOWN)) + "..."
              : GoQuote.string(text);
    };
  }
}
