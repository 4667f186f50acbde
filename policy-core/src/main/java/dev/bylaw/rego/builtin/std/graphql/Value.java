package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import java.util.List;
import java.util.stream.Collectors;

/** Kinds of values, with the numbers that stand for them in trees. */
enum Value {
  VARIABLE(0),
  INT(1),
  FLOAT(2),
  STRING(3),
  BLOCK(4),
  BOOLEAN(5),
  NULL(6),
  ENUM(7),
  LIST(8),
  OBJECT(9);

  private final int number;

  Value(int number) {
    this.number = number;
  }

  /** As trees have it. */
  int number() {
    return number;
  }

  static Value kind(RegoObject value) {
    RegoValue number = value.get("Kind");
    for (Value kind : values()) {
      if (RegoNumber.of(kind.number).equals(number)) {
        return kind;
      }
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
