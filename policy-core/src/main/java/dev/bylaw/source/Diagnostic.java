package dev.bylaw.source;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * One message about an input: what was found, what was expected, what to do.
 *
 * @param code stable and machine-readable, for example {@code rego_parse_error}
 * @param severity only an {@link Severity#ERROR} makes the input unusable
 * @param span where; empty when the input as a whole is meant and it has no text (a missing folder)
 * @param message one line, without place and code, in words that need no knowledge of this code
 *     base
 */
public record Diagnostic(String code, Severity severity, Optional<Span> span, String message) {
  /** By file, place, code and message. Diagnostics without a place come first. */
  public static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing((Diagnostic d) -> d.span.map(s -> s.source().name()).orElse(""))
          .thenComparingInt(d -> d.span.map(Span::start).orElse(-1))
          .thenComparing(Diagnostic::code)
          .thenComparing(Diagnostic::message);

  public Diagnostic {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(message, "message");
  }

  public static Diagnostic error(String code, Span span, String message) {
    return new Diagnostic(code, Severity.ERROR, Optional.of(span), message);
  }

  /** For an input that has no text to point into. */
  public static Diagnostic error(String code, String message) {
    return new Diagnostic(code, Severity.ERROR, Optional.empty(), message);
  }

  public static Diagnostic warning(String code, Span span, String message) {
    return new Diagnostic(code, Severity.WARNING, Optional.of(span), message);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** {@code file:line:column: code: message}. */
  @Override
  public String toString() {
    return span.map(s -> s + ": ").orElse("") + code + ": " + message;
  }
}
