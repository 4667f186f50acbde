package dev.bylaw.rego.parser;

import dev.bylaw.source.Span;

/** A metadata block cannot be used. Never leaves this package. */
final class MetadataException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Span span;
  private final String message;

  MetadataException(Span span, String message) {
    super(message, null, false, false); // no stack trace: it is a result
    this.span = span;
    this.message = message;
  }

  Span span() {
    return span;
  }

  String message() {
    return message;
  }
}
