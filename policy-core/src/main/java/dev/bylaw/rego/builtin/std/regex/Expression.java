package dev.bylaw.rego.builtin.std.regex;

import java.util.List;

/** A regular expression, as far as it decides whether there is a match. */
sealed interface Expression {
  /** One character. */
  record Chars(CharSet set) implements Expression {}

  /** One after the other; none is the empty text. */
  record Sequence(List<Expression> parts) implements Expression {
    public Sequence {
      parts = List.copyOf(parts);
    }
  }

  /** One of several. */
  record Choice(List<Expression> options) implements Expression {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /**
   * Several times.
   *
   * @param most inclusive; {@link #UNLIMITED} for as many as there are
   */
  record Repeat(Expression body, int least, int most) implements Expression {
    static final int UNLIMITED = -1;
  }

  /** The begin or the end of the text. */
  enum Edge implements Expression {
    BEGIN,
    END
  }
}
