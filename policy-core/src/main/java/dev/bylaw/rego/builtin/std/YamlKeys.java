package dev.bylaw.rego.builtin.std;

import java.util.Comparator;
import java.util.regex.Pattern;

/** How OPA orders keys in YAML, and which texts it takes for something else if not quoted. */
final class YamlKeys {
  /** Numbers in keys count as numbers; letters come after everything else. */
  static final Comparator<String> ORDER = YamlKeys::compare;

  private static final Pattern AMBIGUOUS =
      Pattern.compile(
          """
          |~|[Nn]ull|NULL
          |[yYnN]|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF|[Tt]rue|TRUE|[Ff]alse|FALSE
          |[-+]?(?:\\.inf|\\.Inf|\\.INF)|\\.nan|\\.NaN|\\.NAN
          |[-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+]?0x[0-9a-fA-F_]+
          |[-+]?(?:\\.[0-9][0-9_]*|[0-9][0-9_]*(?:\\.[0-9_]*)?)(?:[eE][-+]?[0-9][0-9_]*)?
          |[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?
          |[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt\\x20].*)?"""
              .replace("\n", ""));

  private YamlKeys() {}

  static boolean isAmbiguous(String text) {
    return AMBIGUOUS.matcher(text).matches();
  }

  private static int compare(String a, String b) {
    int at = 0;
    while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    if (at == a.length() || at == b.length()) {
      return Integer.compare(a.length(), b.length());
    }
    int x = a.codePointAt(at);
    int y = b.codePointAt(at);
    if (Character.isLetter(x) != Character.isLetter(y)) {
      return Character.isLetter(x) ? 1 : -1;
    }
    int numbers = Character.isLetter(x) ? 0 : compareNumbers(a, b, at);
    return numbers == 0 ? Integer.compare(x, y) : numbers;
  }

  private static String digits(String text, int from) {
    int to = from;
    while (to < text.length() && Character.isDigit(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }

  /** Compares the numbers around an index by amount, then by leading zeros. */
  private static int compareNumbers(String a, String b, int at) {
    int from = at;
    while (from > 0 && Character.isDigit(a.charAt(from - 1))) {
      from--;
    }
    String x = digits(a, from);
    String y = digits(b, from);
    String i = x.replaceFirst("^0+", "");
    String j = y.replaceFirst("^0+", "");
    int amount =
        i.length() == j.length() ? i.compareTo(j) : Integer.compare(i.length(), j.length());
    return amount == 0 ? Integer.compare(x.length(), y.length()) : amount;
  }
}
