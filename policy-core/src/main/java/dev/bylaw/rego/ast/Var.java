package dev.bylaw.rego.ast;

import dev.bylaw.source.Span;

/**
 * A variable, or the root of a reference.
 *
 * @param name as written; each {@code _} has a name of its own: {@code $0}, {@code $1}, ... within
 *     a module
 */
public record Var(Span span, String name) implements Term {
  /** True for {@code _}. */
  public boolean isWildcard() {
    return name.startsWith("$");
  }
}
