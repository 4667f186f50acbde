package dev.bylaw.rego.explain;

import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Something that an expression names: a variable, a reference, the result of a call, a constant.
 *
 * @param span where it is written
 * @param value what it was, where the evaluation kept it
 * @param path the document that it is, where it is one: {@code input} or {@code data}, then keys;
 *     it may lead to nothing
 * @param through of a reference that goes through a collection, the collection's path
 */
public record Part(
    Span span,
    Optional<RegoValue> value,
    Optional<List<RegoValue>> path,
    Optional<List<RegoValue>> through) {
  public Part {
    path = path.map(List::copyOf);
    through = through.map(List::copyOf);
  }

  /** Whether it is a part of the input. */
  public boolean isInput() {
    return path.filter(p -> p.get(0).equals(Origins.INPUT)).isPresent();
  }
}
