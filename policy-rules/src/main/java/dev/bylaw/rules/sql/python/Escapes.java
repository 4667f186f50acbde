package dev.bylaw.rules.sql.python;

import dev.bylaw.rules.sql.text.Canvas;

/** The value of a text literal. */
final class Escapes {
  private Escapes() {}

  /** What a literal stands for. */
  static String decoded(Token token) {
    char[] units = token.text().toCharArray();
    units(token, units);
    return Cursor.bare(new String(units));
  }

  /**
   * Replaces each escape by what it stands for, with {@link Canvas#NOTHING} before it. What stands
   * for one unit only by its number or name ({@code \x41}, {@code \N{...}}) stays as it is written.
   *
   * @param units of the text between the quotes
   */
  static void units(Token token, char[] units) {
    if (token.isRaw()) {
      return;
    }
    int backslash = -1;
    for (int i = 0; i < units.length; i++) {
      if (backslash >= 0) {
        if (units[i] != Canvas.NOTHING) {
          escape(units, backslash, i);
          backslash = -1;
        }
      } else if (units[i] == '\\') {
        backslash = i;
      }
    }
  }

  private static void escape(char[] units, int backslash, int at) {
    char means =
        switch (units[at]) {
          case 'n' -> '\n';
          case 't' -> '\t';
          case 'r' -> '\r';
          case '\n' -> Canvas.NOTHING;
          case '\\', '\'', '"' -> units[at];
          default -> '\0';
        };
    if (means != '\0') {
      units[backslash] = Canvas.NOTHING;
      units[at] = means;
    }
  }
}
