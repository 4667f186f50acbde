package dev.bylaw.rego.ast;

import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;

/**
 * A literal null, boolean, number or string. After constant folding also any other ground value.
 */
public record Scalar(Span span, RegoValue value) implements Term {}
