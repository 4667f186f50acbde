package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import java.util.List;
import java.util.stream.Collectors;

/** Kinds of values, in the order of the numbers that stand for them in trees. */
enum Value {
  VARIABLE,
  INT,
  FLOAT,
  STRING,
  BLOCK,
  BOOLEAN,
  NULL,
  ENUM,
  LIST,
  OBJECT;

  static Value kind(RegoObject value) {
    if (value.get("Kind") instanceof RegoNumber number && number.isLong()) {
      long ordinal = number.longValue();
      return ordinal >= 0 && ordinal < values().length ? values()[(int) ordinal] : VARIABLE;
    }
    return VARIABLE;
  }

  static List<RegoObject> children(RegoObject value) {
    return Nodes.nodes(value, "Children");
  }

  /** As it would be written on one line. */
  static String shown(RegoObject value) {
    String raw = Nodes.text(value, "Raw");
    return switch (kind(value)) {
      case VARIABLE -> "$" + raw;
      case STRING, BLOCK -> "\"" + raw + "\"";
      case LIST ->
          children(value).stream()
              .map(child -> shown(child(child)))
              .collect(Collectors.joining(",", "[", "]"));
      case OBJECT ->
          children(value).stream()
              .map(child -> Nodes.name(child) + ":" + shown(child(child)))
              .collect(Collectors.joining(",", "{", "}"));
      default -> raw;
    };
  }

  /** The value of an argument, of a field of an object, or of an element of a list. */
  static RegoObject child(RegoObject holder) {
    return Nodes.node(holder, "Value").orElse(RegoObject.EMPTY);
  }
}
