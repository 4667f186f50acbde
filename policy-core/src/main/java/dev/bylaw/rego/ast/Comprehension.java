package dev.bylaw.rego.ast;

import dev.bylaw.source.Span;
import java.util.List;

/** A collection made of all answers of a body. */
public sealed interface Comprehension extends Term {
  Body body();

  /** What an answer puts into the collection: the element, or the key and the value. */
  List<Term> parts();

  /** <code>[x | body]</code>. */
  record OfArray(Span span, Term element, Body body) implements Comprehension {
    @Override
    public List<Term> parts() {
      return List.of(element);
    }
  }

  /** <code>{x | body}</code>. */
  record OfSet(Span span, Term element, Body body) implements Comprehension {
    @Override
    public List<Term> parts() {
      return List.of(element);
    }
  }

  /** <code>{k: v | body}</code>. */
  record OfObject(Span span, Term key, Term value, Body body) implements Comprehension {
    @Override
    public List<Term> parts() {
      return List.of(key, value);
    }
  }
}
