package dev.bylaw.rego.ast;

import dev.bylaw.source.Span;
import java.util.Optional;

/**
 * {@code import data.a.b as c}.
 *
 * @param path starts with the variable {@code data}, {@code input}, {@code rego} or {@code future}
 */
public record Import(Span span, Ref path, Optional<String> alias) implements Node {}
