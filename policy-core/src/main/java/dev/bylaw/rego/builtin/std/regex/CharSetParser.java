package dev.bylaw.rego.builtin.std.regex;

import java.util.ArrayList;
import java.util.List;

/** Reads what stands for one character: itself, a point, an escape or a class. */
final class CharSetParser {
  private final PatternText text;
  private final ExpressionParser.Flags flags;

  CharSetParser(PatternText text, ExpressionParser.Flags flags) {
    this.text = text;
    this.flags = flags;
  }

  CharSet next() throws UnknownSyntax {
    if (text.take("[")) {
      return bracketed();
    } else if (text.take(".")) {
      return flags.newline() ? CharSet.ALL : CharSet.NO_NEWLINE;
    }
    return item(false);
  }

  private CharSet bracketed() throws UnknownSyntax {
    boolean negated = text.take("^");
    List<CharSet> items = new ArrayList<>();
    while (items.isEmpty() || !text.is(']')) {
      if (text.sees("[:")) {
        throw new UnknownSyntax();
      }
      items.add(item(true));
    }
    text.take("]");
    CharSet all = CharSet.union(items);
    return negated ? all.negated() : all;
  }

  private CharSet item(boolean inClass) throws UnknownSyntax {
    int point = text.next();
    if (point == '\\') {
      int letter = text.next();
      if ("dswDSW".indexOf(letter) >= 0) {
        return group(letter);
      }
      point = escaped(letter);
    }
    int last = point;
    if (inClass && text.is('-') && !text.sees("-]")) {
      text.take("-");
      last = text.next();
      last = last == '\\' ? escaped(text.next()) : last;
    }
    return inCases(CharSet.of(point, last));
  }

  private CharSet group(int letter) throws UnknownSyntax {
    CharSet set =
        switch (Character.toLowerCase(letter)) {
          case 'd' -> CharSet.DIGITS;
          case 's' -> CharSet.SPACES;
          default -> CharSet.WORD;
        };
    CharSet cases = inCases(set);
    return Character.isUpperCase(letter) ? cases.negated() : cases;
  }

  private int escaped(int letter) throws UnknownSyntax {
    return switch (letter) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'f' -> '\f';
      case 'x' -> text.takeHex();
      default -> sign(letter);
    };
  }

  private static int sign(int point) throws UnknownSyntax {
    if (point >= 128 || CharSet.WORD.contains(point)) {
      throw new UnknownSyntax();
    }
    return point;
  }

  private CharSet inCases(CharSet set) throws UnknownSyntax {
    if (flags.fold() && !set.isAscii()) {
      throw new UnknownSyntax();
    }
    return flags.fold() ? set.folded() : set;
  }
}
