package dev.bylaw.rego.ast;

import dev.bylaw.source.Span;

/** A collection made of all answers of a body. */
public sealed interface Comprehension extends Term {
  Body body();

  /** <code>[x | body]</code>. */
  record OfArray(Span span, Term element, Body body) implements Comprehension {}

  /** <code>{x | body}</code>. */
  record OfSet(Span span, Term element, Body body) implements Comprehension {}

  /** <code>{k: v | body}</code>. */
  record OfObject(Span span, Term key, Term value, Body body) implements Comprehension {}
}
