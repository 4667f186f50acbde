package dev.bylaw.rules.sql.text;

import dev.bylaw.source.Span;
import java.util.Locale;

/** A part of a script that something else fills in before the script runs. */
public record Template(Kind kind, Span span) {
  /** How it is written, and so what it may become. */
  public enum Kind {
    /** <code>{{ ... }}</code> within a statement. */
    EXPRESSION,
    /** <code>{{ ... }}</code> or <code>${...}</code> where a statement would begin. */
    STATEMENTS,
    /** <code>{{ config(...) }}</code>, which becomes nothing. */
    CONFIG,
    /** <code>{% ... %}</code>; what it encloses is read as if it were always there, once. */
    CONTROL,
    /** <code>{# ... #}</code>. */
    COMMENT,
    /** <code>${...}</code>. */
    VARIABLE,
    /**
     * <code>'{{ var('a') }}'</code>: one text to who fills it in, two texts to who does not; what
     * is between them would not be seen.
     */
    AMBIGUOUS,
    /** {@code :name}. */
    PARAMETER,
    /** What Python computes within a text. */
    PYTHON;

    /** As in the model. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether there may be statements, or parts of them, that are not seen. */
    public boolean hidesStatements() {
      return this == STATEMENTS || this == AMBIGUOUS;
    }

    /** Whether a value that it is a part of is not known. */
    public boolean hidesValues() {
      return this == EXPRESSION
          || this == VARIABLE
          || this == PARAMETER
          || this == PYTHON
          || this == AMBIGUOUS;
    }
  }
}
