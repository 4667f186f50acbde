package dev.bylaw.rego.ast;

import dev.bylaw.source.Span;

/**
 * A comment.
 *
 * @param text behind the {@code #}, to the end of the line
 */
public record Comment(Span span, String text) implements Node {}
