package dev.bylaw.rego.builtin.std.regex;

import dev.bylaw.rego.builtin.std.regex.Expression.Choice;
import dev.bylaw.rego.builtin.std.regex.Expression.Edge;
import dev.bylaw.rego.builtin.std.regex.Expression.Repeat;
import dev.bylaw.rego.builtin.std.regex.Expression.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the commoner part of RE2's syntax, of expressions that are known to be valid: no word
 * boundaries, no Unicode classes, no edges of lines, no other case of letters outside of ASCII.
 */
final class ExpressionParser {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_DIGITS = 4;

  private final PatternText text;
  private int depth;

  /**
   * What was asked for at the begin of a group.
   *
   * @param fold whether letters stand for both cases
   * @param newline whether the point stands for the end of a line, too
   */
  record Flags(boolean fold, boolean newline) {
    static final Flags NONE = new Flags(false, false);

    Flags folding() {
      return new Flags(true, newline);
    }

    Flags withNewline() {
      return new Flags(fold, true);
    }
  }

  private ExpressionParser(PatternText text) {
    this.text = text;
  }

  /** Empty where the pattern has something else than what is read here. */
  static Optional<Expression> parse(String pattern) {
    try {
      return Optional.of(new ExpressionParser(new PatternText(pattern)).whole());
    } catch (UnknownSyntax e) {
      return Optional.empty();
    }
  }

  private Expression whole() throws UnknownSyntax {
    Expression all = choice(Flags.NONE);
    if (!text.isAtEnd()) {
      throw new UnknownSyntax();
    }
    return all;
  }

  /** Up to a closing parenthesis or the end. */
  private Expression choice(Flags outer) throws UnknownSyntax {
    Flags flags = outer;
    List<Expression> options = new ArrayList<>();
    List<Expression> parts = new ArrayList<>();
    while (!text.isAtEnd() && !text.is(')')) {
      if (text.take("|")) {
        options.add(new Sequence(parts));
        parts = new ArrayList<>();
      } else if (text.sees("(?i)") || text.sees("(?s)")) {
        flags = flagged(flags);
      } else {
        parts.add(repeated(atom(flags)));
      }
    }
    options.add(new Sequence(parts));
    return new Choice(options);
  }

  private Flags flagged(Flags before) throws UnknownSyntax {
    Flags after = text.take("(?i)") ? before.folding() : before;
    Flags all = text.take("(?s)") ? after.withNewline() : after;
    if (text.is('*') || text.is('+') || text.is('?') || text.is('{')) {
      throw new UnknownSyntax(); // that repeats what stands in front of the flag
    }
    return all;
  }

  private Expression atom(Flags flags) throws UnknownSyntax {
    if (text.take("(")) {
      return group(flags);
    } else if (text.take("^")) {
      return Edge.BEGIN;
    } else if (text.take("$")) {
      return Edge.END;
    } else if (text.take("\\A")) {
      return Edge.BEGIN;
    } else if (text.take("\\z")) {
      return Edge.END;
    }
    return new Expression.Chars(new CharSetParser(text, flags).next());
  }

  private Expression group(Flags outer) throws UnknownSyntax {
    boolean fold = text.take("?i:");
    if (!fold && text.is('?') && !text.take("?:") && !text.takeGroupName()) {
      throw new UnknownSyntax();
    }
    if (++depth > MAX_DEPTH) {
      throw new UnknownSyntax();
    }
    Expression inner = choice(fold ? outer.folding() : outer);
    depth--;
    if (!text.take(")")) {
      throw new UnknownSyntax();
    }
    return inner;
  }

  private Expression repeated(Expression body) {
    Expression all = body;
    boolean more = true;
    while (more) {
      Expression before = all;
      if (text.take("*")) {
        all = new Repeat(before, 0, Repeat.UNLIMITED);
      } else if (text.take("+")) {
        all = new Repeat(before, 1, Repeat.UNLIMITED);
      } else if (text.take("?")) {
        all = new Repeat(before, 0, 1);
      } else {
        all = counted(before).orElse(before);
      }
      more = all != before;
      if (more) {
        text.take("?"); // how long a match is does not matter
      }
    }
    return all;
  }

  /** Braces that hold no count stand for themselves. */
  private Optional<Expression> counted(Expression body) {
    int start = text.position();
    if (text.take("{")) {
      Optional<Integer> least = text.takeNumber(MAX_DIGITS);
      boolean open = text.take(",");
      Optional<Integer> most = open ? text.takeNumber(MAX_DIGITS) : least;
      if (least.isPresent() && text.take("}")) {
        return Optional.of(new Repeat(body, least.get(), most.orElse(Repeat.UNLIMITED)));
      }
      text.back(start);
    }
    return Optional.empty();
  }
}
