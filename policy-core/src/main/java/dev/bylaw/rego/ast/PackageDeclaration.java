package dev.bylaw.rego.ast;

import dev.bylaw.source.Span;

/**
 * {@code package a.b}.
 *
 * @param path starts with the variable {@code data}
 */
public record PackageDeclaration(Span span, Ref path) implements Node {}
