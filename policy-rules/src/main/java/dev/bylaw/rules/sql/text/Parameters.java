package dev.bylaw.rules.sql.text;

import java.util.Locale;
import java.util.Set;

/** Tells the colon of a parameter from those of types, casts and paths. */
final class Parameters {
  /** Words behind which a value or a name may stand. */
  private static final Set<String> WORDS =
      Set.of(
          "SELECT",
          "DISTINCT",
          "FROM",
          "JOIN",
          "WHERE",
          "AND",
          "OR",
          "NOT",
          "ON",
          "HAVING",
          "QUALIFY",
          "BY",
          "LIMIT",
          "OFFSET",
          "BETWEEN",
          "IN",
          "LIKE",
          "ILIKE",
          "RLIKE",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "SET",
          "VALUES",
          "AS",
          "OF",
          "INTO",
          "TABLE",
          "VIEW",
          "SCHEMA",
          "CATALOG",
          "DATABASE",
          "USE",
          "UPDATE",
          "INTERVAL",
          "IS",
          "DIV",
          "IF",
          "RETURN",
          "DEFAULT",
          "EXISTS",
          "TO");

  private Parameters() {}

  /**
   * Whether a parameter begins at a colon.
   *
   * @param before the offset behind what stands before it; 0 for nothing
   */
  static boolean at(String text, int colon, int before) {
    if (colon + 1 >= text.length() || !Character.isJavaIdentifierStart(text.charAt(colon + 1))) {
      return false;
    }
    if (before == 0) {
      return false;
    }
    char last = text.charAt(before - 1);
    if (Character.isJavaIdentifierPart(last)) {
      return before < colon && WORDS.contains(word(text, before));
    }
    return "(,=<>+-*/%|&^~!".indexOf(last) >= 0;
  }

  private static String word(String text, int end) {
    int start = end;
    while (start > 0 && end - start <= 10 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end).toUpperCase(Locale.ROOT);
  }
}
