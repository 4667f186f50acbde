package dev.bylaw.policy;

import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A value that a policy lets its users choose.
 *
 * @param items what the elements of an array are; empty for anything
 * @param allowed the only values there are, in the order that {@link Order#MIN} and {@link
 *     Order#MAX} go by; empty for any value of the type
 * @param initial in force where nobody chooses; empty where somebody must
 * @param place where it is declared
 */
public record Parameter(
    String name,
    Type type,
    Optional<Type> items,
    List<RegoValue> allowed,
    Optional<RegoValue> initial,
    Optional<Order> order,
    Optional<String> description,
    Span place) {
  public Parameter {
    allowed = List.copyOf(allowed);
  }

  /** A parameter of a check in Java, which takes any value of its type and has no default. */
  public static Parameter of(String check, String name, Type type, String description) {
    return new Parameter(
        name,
        type,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(description),
        SourceFile.of(check, "").span());
  }

  /** What values it takes; JSON's types, and whole numbers. */
  public enum Type {
    STRING,
    NUMBER,
    INTEGER,
    BOOLEAN,
    ARRAY,
    OBJECT
  }

  /** What tighter means. */
  public enum Order {
    /** Larger is tighter. */
    MIN,
    /** Smaller is tighter. */
    MAX,
    /** Fewer elements are tighter. */
    SUBSET,
    /** More elements are tighter. */
    SUPERSET,
    /** Nobody below may change it. */
    FIXED
  }
}
