package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.BuiltinFunction;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/** Text: searching, cutting and changing case. Lengths and indexes count code points. */
final class Strings {
  /** The characters with the property White_Space of Unicode. */
  private static final String SPACES =
      "\t\n\u000b\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
          + "\u2009\u200a\u2028\u2029\u202f\u205f\u3000";

  private static final String AFFIX = "(search: string, base: string) => (result: boolean)";
  private static final String CHANGED = "(x: string) => (y: string)";
  private static final String CUT = "(value: string, cutset: string) => (output: string)";

  private Strings() {}

  static List<Builtin> all() {
    return List.of(
        test(
            "contains",
            "(haystack: string, needle: string) => (result: boolean)",
            "Tells whether a text contains another.",
            String::contains),
        test("startswith", AFFIX, "Tells whether a text begins with another.", String::startsWith),
        test("endswith", AFFIX, "Tells whether a text ends with another.", String::endsWith),
        anyMatch(
            "strings.any_prefix_match",
            "Tells whether some text begins with some prefix.",
            String::startsWith),
        anyMatch(
            "strings.any_suffix_match",
            "Tells whether some text ends with some suffix.",
            String::endsWith),
        Builtin.of(
            "concat",
            "(delimiter: string, collection: any<array[string], set[string]>) => (output: string)",
            "Joins texts with a delimiter.",
            (c, args) -> concat(args)),
        Builtin.of(
            "format_int",
            "(number: number, base: number) => (output: string)",
            "Writes the whole part of a number in base 2, 8, 10 or 16.",
            (c, args) -> formatInt(args)),
        Builtin.of(
            "indexof",
            "(haystack: string, needle: string) => (output: number)",
            "Gives the index of the first occurrence of a text, or -1.",
            (c, args) -> indexes(args, true)),
        Builtin.of(
            "indexof_n",
            "(haystack: string, needle: string) => (output: array[number])",
            "Gives the indexes of all occurrences of a text.",
            (c, args) -> indexes(args, false)),
        change(
            "lower",
            CHANGED,
            "Changes letters to lower case.",
            s -> isAscii(s) ? s.toLowerCase(Locale.ROOT) : map(s, Character::toLowerCase)),
        change(
            "upper",
            CHANGED,
            "Changes letters to upper case.",
            s -> isAscii(s) ? s.toUpperCase(Locale.ROOT) : map(s, Character::toUpperCase)),
        change(
            "strings.reverse",
            CHANGED,
            "Reverses the order of characters.",
            s -> {
              StringBuilder reversed = new StringBuilder(s.length());
              int[] points = s.codePoints().toArray();
              for (int i = points.length - 1; i >= 0; i--) {
                reversed.appendCodePoint(points[i]);
              }
              return reversed.toString();
            }),
        change(
            "trim_space",
            "(value: string) => (output: string)",
            "Removes white space from both ends.",
            s -> trimRight(trimLeft(s, SPACES), SPACES)),
        change2(
            "trim",
            CUT,
            "Removes some characters from both ends.",
            (s, cut) -> trimRight(trimLeft(s, cut), cut)),
        change2("trim_left", CUT, "Removes some characters from the start.", Strings::trimLeft),
        change2("trim_right", CUT, "Removes some characters from the end.", Strings::trimRight),
        change2(
            "trim_prefix",
            "(value: string, prefix: string) => (output: string)",
            "Removes a prefix once.",
            (s, p) -> s.startsWith(p) ? s.substring(p.length()) : s),
        change2(
            "trim_suffix",
            "(value: string, suffix: string) => (output: string)",
            "Removes a suffix once.",
            (s, p) -> s.endsWith(p) ? s.substring(0, s.length() - p.length()) : s),
        Builtin.of(
            "strings.count",
            "(search: string, substring: string) => (output: number)",
            "Counts occurrences of a text that do not overlap.",
            (c, args) -> count(Args.string(args, 0), Args.string(args, 1))),
        Builtin.of(
            "substring",
            "(value: string, offset: number, length: number) => (output: string)",
            "Gives a part by offset and length; a negative length means the rest.",
            (c, args) -> substring(args)),
        Builtin.of(
            "split",
            "(x: string, delimiter: string) => (ys: array[string])",
            "Splits a text at a delimiter.",
            (c, args) -> texts(split(Args.string(args, 0), Args.string(args, 1)))),
        Builtin.of(
            "strings.split_n",
            "(x: string, delimiter: string, n: number) => (ys: array[string])",
            "Gives the first parts of a split text, or for a negative number the last ones.",
            (c, args) -> splitN(args)));
  }

  private static Builtin test(
      String name, String signature, String documentation, BiPredicate<String, String> test) {
    return Builtin.of(
        name,
        signature,
        documentation,
        (c, args) -> RegoBoolean.of(test.test(Args.string(args, 0), Args.string(args, 1))));
  }

  private static Builtin change(
      String name, String signature, String documentation, UnaryOperator<String> change) {
    return Builtin.of(
        name,
        signature,
        documentation,
        (c, args) -> RegoString.of(change.apply(Args.string(args, 0))));
  }

  /** Changes a text with the help of another. */
  private interface Change {
    String apply(String text, String with);
  }

  private static Builtin change2(
      String name, String signature, String documentation, Change change) {
    return Builtin.of(
        name,
        signature,
        documentation,
        (c, args) -> RegoString.of(change.apply(Args.string(args, 0), Args.string(args, 1))));
  }

  private static Builtin anyMatch(
      String name, String documentation, BiPredicate<String, String> test) {
    BuiltinFunction code =
        (c, args) -> {
          List<String> texts = oneOrMany(args, 0);
          List<String> wanted = oneOrMany(args, 1);
          for (String text : texts) {
            c.spend(wanted.size());
            if (wanted.stream().anyMatch(w -> test.test(text, w))) {
              return RegoBoolean.TRUE;
            }
          }
          return RegoBoolean.FALSE;
        };
    String many = "any<string, array[string], set[string]>";
    return Builtin.of(
        name,
        "(search: " + many + ", base: " + many + ") => (result: boolean)",
        documentation,
        code);
  }

  private static List<String> oneOrMany(RegoValue[] args, int index) throws BuiltinException {
    return args[index] instanceof RegoString s
        ? List.of(s.value())
        : Args.strings(args, index, "one of {string, set, array}");
  }

  private static RegoValue concat(RegoValue[] args) throws BuiltinException {
    String delimiter = Args.string(args, 0);
    return RegoString.of(String.join(delimiter, Args.strings(args, 1, "one of {set, array}")));
  }

  private static RegoValue formatInt(RegoValue[] args) throws BuiltinException {
    RegoNumber number = Args.number(args, 0);
    int base =
        switch (Args.number(args, 1).toString()) {
          case "2" -> 2;
          case "8" -> 8;
          case "10" -> 10;
          case "16" -> 16;
          default -> throw BuiltinException.type("operand 2 must be one of {2, 8, 10, 16}");
        };
    BigInteger whole =
        Args.isIntegerText(number) ? Args.exact(number) : BinaryFloat.of(number).truncated();
    return RegoString.of(whole.toString(base));
  }

  private static RegoValue indexes(RegoValue[] args, boolean first) throws BuiltinException {
    String text = Args.string(args, 0);
    String wanted = Args.string(args, 1);
    if (wanted.isEmpty()) {
      throw BuiltinException.of("empty search character");
    }
    List<RegoValue> found = new ArrayList<>();
    int points = 0;
    int last = 0;
    for (int i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + 1)) {
      points += text.codePointCount(last, i);
      last = i;
      found.add(RegoNumber.of(points));
      if (first) {
        return found.get(0);
      }
    }
    return first ? RegoNumber.of(-1) : RegoArray.of(found);
  }

  private static RegoValue count(String text, String wanted) {
    if (wanted.isEmpty()) {
      return RegoNumber.of(text.codePointCount(0, text.length()) + 1L);
    }
    long count = 0;
    int at = text.indexOf(wanted);
    while (at >= 0) {
      count++;
      at = text.indexOf(wanted, at + wanted.length());
    }
    return RegoNumber.of(count);
  }

  private static RegoValue substring(RegoValue[] args) throws BuiltinException {
    String text = Args.string(args, 0);
    int start = Args.integer(args, 1);
    int length = Args.integer(args, 2);
    if (start < 0) {
      throw BuiltinException.of("negative offset");
    }
    int size = text.codePointCount(0, text.length());
    if (start >= size) {
      return RegoString.EMPTY;
    }
    int end = length < 0 ? size : (int) Math.min(size, (long) start + length);
    int from = text.offsetByCodePoints(0, start);
    return RegoString.of(text.substring(from, text.offsetByCodePoints(from, end - start)));
  }

  static List<String> split(String text, String delimiter) {
    List<String> parts = new ArrayList<>();
    if (delimiter.isEmpty()) {
      text.codePoints().forEach(c -> parts.add(Character.toString(c)));
      return parts;
    }
    int from = 0;
    for (int i = text.indexOf(delimiter); i >= 0; i = text.indexOf(delimiter, from)) {
      parts.add(text.substring(from, i));
      from = i + delimiter.length();
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static RegoValue splitN(RegoValue[] args) throws BuiltinException {
    List<String> parts = split(Args.string(args, 0), Args.string(args, 1));
    int n = Args.integer(args, 2);
    return texts(
        n >= 0
            ? parts.subList(0, Math.min(n, parts.size()))
            : parts.subList((int) Math.max(0L, (long) parts.size() + n), parts.size()));
  }

  static RegoArray texts(List<String> texts) {
    return RegoArray.of(texts.stream().map(RegoString::of).toList());
  }

  private static String map(String text, IntUnaryOperator change) {
    return text.codePoints()
        .map(change)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static String trimLeft(String text, String cut) {
    int from = 0;
    while (from < text.length() && cut.indexOf(text.codePointAt(from)) >= 0) {
      from += Character.charCount(text.codePointAt(from));
    }
    return text.substring(from);
  }

  private static String trimRight(String text, String cut) {
    int to = text.length();
    while (to > 0 && cut.indexOf(text.codePointBefore(to)) >= 0) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return text.substring(0, to);
  }
}
