package dev.bylaw.policy;

import dev.bylaw.source.Span;

/** A value and where it was stated. */
record Placed<T>(T value, Span span) {}
