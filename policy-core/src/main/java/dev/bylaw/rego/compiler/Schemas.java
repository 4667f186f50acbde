package dev.bylaw.rego.compiler;

import dev.bylaw.rego.value.RegoValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON Schemas that a caller gives to the type checker.
 *
 * @param input that of {@code input}, for all rules
 * @param named those that annotations refer to, by their path without {@code schema}. Where there
 *     are neither these nor one for the input, references to schemas are not followed.
 */
public record Schemas(Optional<RegoValue> input, Map<List<String>, RegoValue> named) {
  public static final Schemas NONE = new Schemas(Optional.empty(), Map.of());

  public Schemas {
    named = Map.copyOf(named);
  }

  /** The same with one for all of {@code input}. */
  public Schemas withInput(RegoValue schema) {
    return new Schemas(Optional.of(schema), named);
  }

  /** The same with one more for annotations to refer to. */
  public Schemas with(List<String> path, RegoValue schema) {
    Map<List<String>, RegoValue> more = new HashMap<>(named);
    more.put(List.copyOf(path), schema);
    return new Schemas(input, more);
  }

  boolean isGiven() {
    return input.isPresent() || !named.isEmpty();
  }
}
