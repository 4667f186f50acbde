package dev.bylaw.rego;

import dev.bylaw.source.Span;
import java.util.List;

/**
 * A test: a rule whose name starts with {@code test_}, or with {@code todo_test_} for one that is
 * not run yet.
 *
 * @param path below {@code data}
 * @param name as {@code opa test} has it: the second definition of {@code test_a} is {@code
 *     test_a#01}
 * @param span of the rule
 * @param todo whether it is left out
 * @param withCases whether it is one for many, {@code test_a[case]}
 */
public record RegoTest(List<String> path, String name, Span span, boolean todo, boolean withCases) {
  public RegoTest {
    path = List.copyOf(path);
  }

  /** {@code data.council.cost.warehouse_size.test_small}. */
  public String fullName() {
    return "data." + packageName() + "." + name;
  }

  /** {@code council.cost.warehouse_size}. */
  public String packageName() {
    return String.join(".", path.subList(0, path.size() - 1));
  }
}
