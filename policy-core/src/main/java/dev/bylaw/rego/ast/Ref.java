package dev.bylaw.rego.ast;

import dev.bylaw.source.Span;
import java.util.List;

/**
 * {@code head.a["b"][i]}.
 *
 * @param head a variable, a call, a comprehension or a composite
 * @param path one or more operands; {@code .a} is the string {@code "a"}
 */
public record Ref(Span span, Term head, List<Term> path) implements Term {
  public Ref {
    path = List.copyOf(path);
  }
}
