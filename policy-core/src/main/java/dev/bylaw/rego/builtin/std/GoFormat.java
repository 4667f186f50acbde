package dev.bylaw.rego.builtin.std;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Formats as Go's {@code fmt.Sprintf} does, for the types that {@code sprintf} hands to it: {@link
 * Long}, {@link Double}, {@link BigInteger} and {@link String}.
 *
 * @see <a href="https://pkg.go.dev/fmt">package fmt</a>
 */
final class GoFormat {
  private static final int MAX_WIDTH = 1_000_000;

  private final String format;
  private final List<Object> args;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private int argument;
  private boolean reordered;
  private boolean goodIndex;
  private boolean indexed;

  private GoFormat(String format, List<Object> args) {
    this.format = format;
    this.args = args;
  }

  static String format(String format, List<Object> args) {
    return new GoFormat(format, args).run();
  }

  private String run() {
    while (at < format.length()) {
      int percent = format.indexOf('%', at);
      if (percent < 0) {
        out.append(format, at, format.length());
        break;
      }
      out.append(format, at, percent);
      at = percent + 1;
      directive();
    }
    if (!reordered && argument < args.size()) {
      extra();
    }
    return out.toString();
  }

  private void extra() {
    out.append("%!(EXTRA ");
    String separator = "";
    for (Object arg : args.subList(argument, args.size())) {
      out.append(separator).append(GoVerb.typeName(arg)).append('=');
      out.append(new GoVerb().apply('v', arg));
      separator = ", ";
    }
    out.append(')');
  }

  private void directive() {
    GoVerb verb = new GoVerb();
    goodIndex = true;
    indexed = false;
    flags(verb);
    argumentIndex();
    width(verb);
    precision(verb);
    if (!indexed) {
      argumentIndex();
    }
    if (at >= format.length()) {
      out.append("%!(NOVERB)");
      return;
    }
    int letter = format.codePointAt(at);
    at += Character.charCount(letter);
    String name = Character.toString(letter);
    if (letter == '%') {
      out.append('%');
    } else if (!goodIndex) {
      out.append("%!").append(name).append("(BADINDEX)");
    } else if (argument >= args.size()) {
      out.append("%!").append(name).append("(MISSING)");
    } else {
      out.append(verb.apply(letter, args.get(argument++)));
    }
  }

  private void flags(GoVerb verb) {
    for (; at < format.length(); at++) {
      switch (format.charAt(at)) {
        case '#' -> verb.sharp = true;
        case '0' -> verb.zero = true;
        case '+' -> verb.plus = true;
        case '-' -> verb.minus = true;
        case ' ' -> verb.space = true;
        default -> {
          return;
        }
      }
    }
  }

  private void width(GoVerb verb) {
    if (at < format.length() && format.charAt(at) == '*') {
      at++;
      Long width = star();
      if (width == null) {
        out.append("%!(BADWIDTH)");
      } else {
        verb.minus |= width < 0;
        verb.width = (int) Math.abs(width);
      }
      indexed = false;
      return;
    }
    int width = digits();
    if (width >= 0) {
      verb.width = width;
      goodIndex &= !indexed; // "%[3]2d"
    }
  }

  private void precision(GoVerb verb) {
    if (at >= format.length() || format.charAt(at) != '.') {
      return;
    }
    at++;
    goodIndex &= !indexed; // "%[3].2d"
    argumentIndex();
    if (at < format.length() && format.charAt(at) == '*') {
      at++;
      Long precision = star();
      if (precision == null || precision < 0) {
        verb.precision = -1;
        if (precision == null) {
          out.append("%!(BADPREC)");
        }
      } else {
        verb.precision = precision.intValue();
      }
      indexed = false;
      return;
    }
    verb.precision = Math.max(0, digits());
  }

  private @Nullable Long star() {
    Object arg = argument < args.size() ? args.get(argument) : null;
    argument += argument < args.size() ? 1 : 0;
    return arg instanceof Long n && Math.abs(n) <= MAX_WIDTH ? n : null;
  }

  /** The number that stands here, or -1. */
  private int digits() {
    int start = at;
    long number = 0;
    while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
      number = Math.min(number * 10 + format.charAt(at++) - '0', MAX_WIDTH + 1L);
    }
    return at == start || number > MAX_WIDTH ? -1 : (int) number;
  }

  /** Reads {@code [3]}. */
  private void argumentIndex() {
    if (at >= format.length() || format.charAt(at) != '[') {
      return;
    }
    reordered = true;
    int close = format.indexOf(']', at);
    if (close < 0) {
      goodIndex = false;
      at++;
      return;
    }
    at++;
    int index = digits();
    if (at != close || index < 1 || index > args.size()) {
      goodIndex = false;
    } else {
      argument = index - 1;
      indexed = true;
    }
    at = close + 1;
  }
}
