package dev.bylaw.rego.ast;

import dev.bylaw.source.Span;

/**
 * {@code with target as value}.
 *
 * @param target a path below {@code input} or {@code data}, or a function's name
 */
public record With(Span span, Ref target, Term value) implements Node {}
