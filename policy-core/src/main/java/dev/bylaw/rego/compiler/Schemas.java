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
 * @param packages those of {@code input} for the rules of a package, by its path without {@code
 *     data}; what annotations say counts more. In these alone objects may have other fields than
 *     those that are named, unless {@code additionalProperties} is false.
 */
public record Schemas(
    Optional<RegoValue> input,
    Map<List<String>, RegoValue> named,
    Map<List<String>, RegoValue> packages) {
  public static final Schemas NONE = new Schemas(Optional.empty(), Map.of(), Map.of());

  public Schemas {
    named = Map.copyOf(named);
    packages = Map.copyOf(packages);
  }

  /** The same with one for all of {@code input}. */
  public Schemas withInput(RegoValue schema) {
    return new Schemas(Optional.of(schema), named, packages);
  }

  /** The same with one more for annotations to refer to. */
  public Schemas with(List<String> path, RegoValue schema) {
    Map<List<String>, RegoValue> more = new HashMap<>(named);
    more.put(List.copyOf(path), schema);
    return new Schemas(input, more, packages);
  }

  /** The same with one of {@code input} for the rules of a package. */
  public Schemas withPackage(List<String> path, RegoValue schema) {
    Map<List<String>, RegoValue> more = new HashMap<>(packages);
    more.put(List.copyOf(path), schema);
    return new Schemas(input, named, more);
  }

  boolean isGiven() {
    return input.isPresent() || !named.isEmpty();
  }
}
