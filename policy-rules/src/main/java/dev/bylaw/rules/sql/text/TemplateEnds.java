package dev.bylaw.rules.sql.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds where templates end. Looks at each unit of the text once for each kind of end. */
final class TemplateEnds {
  private final String text;
  private final Map<String, Closer> closers = new HashMap<>();

  TemplateEnds(String text) {
    this.text = text;
  }

  /** A template, and the offset behind it. */
  record Found(Template.Kind kind, boolean config, int end) {
    Template.Kind kindAtStart() {
      if (config) {
        return Template.Kind.CONFIG;
      }
      return kind.hidesValues() ? Template.Kind.STATEMENTS : kind;
    }
  }

  /** The template that begins at an offset. */
  @Nullable Found at(int offset) {
    if (text.startsWith("${", offset)) {
      int end = closer("}").behind(offset + 2);
      return end < 0 || has("\n", offset, end)
          ? null
          : new Found(Template.Kind.VARIABLE, false, end);
    } else if (text.startsWith("{{", offset)) {
      boolean config = text.startsWith("config(", skipSpace(offset + 2));
      return found(Template.Kind.EXPRESSION, config, closer("}}").behind(offset + 2));
    } else if (text.startsWith("{%", offset)) {
      return found(Template.Kind.CONTROL, false, closer("%}").behind(offset + 2));
    } else if (text.startsWith("{#", offset)) {
      return found(Template.Kind.COMMENT, false, closer("#}").behind(offset + 2));
    }
    return null;
  }

  /** The template that begins at an offset and ends in the same line. */
  @Nullable Found inLine(int offset) {
    Found found = at(offset);
    return found == null || has("\n", offset, found.end) ? null : found;
  }

  /**
   * The template that begins at an offset within a text and ends in the same line. With the quote
   * in it, it may be two texts with something between them, as in {@code '{{' || secret || '}}'}.
   */
  @Nullable Found within(int offset, String quote) {
    Found found = inLine(offset);
    if (found == null || !has(quote, offset, found.end)) {
      return found;
    }
    boolean expression = found.kind == Template.Kind.EXPRESSION;
    return expression ? new Found(Template.Kind.AMBIGUOUS, false, found.end) : null;
  }

  private static @Nullable Found found(Template.Kind kind, boolean config, int end) {
    return end < 0 ? null : new Found(kind, config, end);
  }

  private int skipSpace(int offset) {
    int at = offset;
    while (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == ' ')) {
      at++;
    }
    return at;
  }

  private boolean has(String sign, int from, int to) {
    int behind = closer(sign).behind(from);
    return behind >= 0 && behind <= to;
  }

  private Closer closer(String sign) {
    return closers.computeIfAbsent(sign, Closer::new);
  }

  /** Remembers the last end that was found: asking again before it costs nothing. */
  private final class Closer {
    private final String sign;
    private int last = -1;
    private boolean none;

    Closer(String sign) {
      this.sign = sign;
    }

    /** The offset behind the first end from an offset on, or -1. */
    int behind(int from) {
      if (!none && last < from) {
        last = text.indexOf(sign, from);
        none = last < 0;
      }
      return none ? -1 : last + sign.length();
    }
  }
}
