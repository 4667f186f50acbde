package dev.bylaw.rego.explain;

import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One definition of a rule, tried once.
 *
 * @param rule its path, such as {@code data.acme.naming.deny}; empty for a body within a rule
 * @param place of its head
 * @param yields what it yielded; empty where a condition did not hold
 * @param conditions in the order in which they were tried, up to the one that did not hold
 */
public record Attempt(
    String rule, Span place, Optional<RegoValue> yields, List<Condition> conditions) {
  public Attempt {
    conditions = List.copyOf(conditions);
  }

  /** Whether all of its conditions held. */
  public boolean holds() {
    return yields.isPresent();
  }
}
