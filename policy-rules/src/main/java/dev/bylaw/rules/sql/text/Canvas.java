package dev.bylaw.rules.sql.text;

/**
 * A text of the length of another, blank but for what is put on it. Line ends stay. Not
 * thread-safe.
 */
public final class Canvas {
  /** Stands for a unit of a text that is not known before a template is filled in. */
  public static final char UNKNOWN = '\uE000';

  /**
   * Stands for a unit that means nothing, as the backslash of an escape; white space to parsers.
   */
  public static final char NOTHING = '\uFEFF';

  private final String original;
  private final char[] units;

  /** A blank one. */
  public Canvas(String original) {
    this.original = original;
    this.units = new char[original.length()];
    for (int i = 0; i < units.length; i++) {
      units[i] = blank(original.charAt(i));
    }
  }

  private static char blank(char unit) {
    return unit == '\n' || unit == '\r' ? unit : ' ';
  }

  /** Takes over what the original says, from inclusive to exclusive. */
  public void copy(int from, int to) {
    original.getChars(from, to, units, from);
  }

  /** Makes a stretch white space; line ends stay. */
  public void blank(int from, int to) {
    for (int i = from; i < to; i++) {
      units[i] = blank(original.charAt(i));
    }
  }

  /** Puts one unit. */
  public void put(int at, char unit) {
    units[at] = unit;
  }

  /** Puts one unit throughout a stretch. */
  public void fill(int from, int to, char unit) {
    for (int i = from; i < to; i++) {
      units[i] = unit;
    }
  }

  /** The text so far. */
  public String text() {
    return new String(units);
  }
}
