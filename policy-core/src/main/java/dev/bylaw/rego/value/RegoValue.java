package dev.bylaw.rego.value;

/**
 * A Rego value. Equality and order are Rego's: numbers by amount ({@code 1 == 1.0}), strings by
 * their UTF-8 bytes, arrays element by element, objects and sets by their sorted elements; between
 * types, null &lt; boolean &lt; number &lt; string &lt; array &lt; object &lt; set.
 *
 * <p>Immutable and thread-safe. {@code toString} is the Rego text of the value: a set is {@code {1,
 * 2}}, an empty set is {@code set()}.
 */
public sealed interface RegoValue extends Comparable<RegoValue>
    permits RegoNull, RegoBoolean, RegoNumber, RegoString, RegoArray, RegoObject, RegoSet {

  /** The type's name as {@code type_name} gives it. */
  String typeName();

  /** The place of the type in the order between types, from 0 for null. */
  int rank();

  @Override
  default int compareTo(RegoValue other) {
    return ValueOrder.compare(this, other);
  }

  /** True for every value but {@code false}: what lets an expression succeed. */
  default boolean isTruthy() {
    return true;
  }
}
