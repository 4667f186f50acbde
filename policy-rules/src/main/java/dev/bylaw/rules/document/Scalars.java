package dev.bylaw.rules.document;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.Optional;

/** The types of single values. */
final class Scalars {
  private Scalars() {}

  static Optional<Located> text(Located value, Reading at) {
    if (value.value() instanceof RegoNumber) {
      return Optional.of(asWritten(value));
    }
    return value.value() instanceof RegoString ? at.noted(value) : at.unexpected(value, "a text");
  }

  static Optional<Located> verbatim(Located value, Reading at) {
    boolean plain = value.value() instanceof RegoString && !Placeholders.isUntold(value);
    return plain ? Optional.of(value) : text(value, at);
  }

  static Optional<Located> looseText(Located value, Reading at) {
    return value.value() instanceof RegoBoolean ? Optional.of(asWritten(value)) : text(value, at);
  }

  static Optional<Located> number(Located value, Reading at) {
    if (value.value() instanceof RegoNumber) {
      return Optional.of(value);
    }
    if (value.value() instanceof RegoString text && isWholeNumber(text.value())) {
      at.readAs(value, "a number");
      return Optional.of(new Located.Scalar(RegoNumber.parse(text.value()), value.span()));
    }
    return at.unexpected(value, "a number");
  }

  static Optional<Located> bool(Located value, Reading at) {
    if (value.value() instanceof RegoBoolean) {
      return Optional.of(value);
    }
    if (value.value() instanceof RegoString text
        && (text.value().equals("true") || text.value().equals("false"))) {
      at.readAs(value, "true or false");
      RegoValue read = RegoBoolean.of(text.value().equals("true"));
      return Optional.of(new Located.Scalar(read, value.span()));
    }
    return at.unexpected(value, "true or false");
  }

  private static boolean isWholeNumber(String text) {
    String digits = text.startsWith("-") ? text.substring(1) : text;
    return !digits.isEmpty()
        && digits.length() < 19
        && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        && (digits.length() == 1 || !digits.startsWith("0"));
  }

  /** The text of a plain scalar, whose span may begin with an anchor. */
  private static Located asWritten(Located value) {
    Span span = value.span();
    int start = span.start();
    if (span.text().startsWith("&")) {
      while (start < span.end() && !Character.isWhitespace(span.source().text().charAt(start))) {
        start++;
      }
      while (start < span.end() && Character.isWhitespace(span.source().text().charAt(start))) {
        start++;
      }
    }
    Span plain = new Span(span.source(), start, span.end());
    return new Located.Scalar(RegoString.of(plain.text()), plain);
  }
}
