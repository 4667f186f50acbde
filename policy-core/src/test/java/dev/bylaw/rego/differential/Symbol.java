package dev.bylaw.rego.differential;

import java.util.List;

/**
 * A rule that later ones may refer to.
 *
 * @param packagePath with dots
 * @param value of a complete rule or function; of other rules, of their elements or values
 * @param arguments of a function
 */
record Symbol(String packagePath, String name, Shape shape, Kind value, List<Kind> arguments) {
  /** The kinds of rules. */
  enum Shape {
    COMPLETE,
    SET,
    OBJECT,
    /** An object of objects. */
    NESTED,
    FUNCTION
  }

  String path() {
    return "data." + packagePath + "." + name;
  }

  /** Of the rule as a whole. */
  Kind kind() {
    return switch (shape) {
      case COMPLETE, FUNCTION -> value;
      case SET ->
          value == Kind.NUMBER
              ? Kind.NUMBER_SET
              : value == Kind.STRING ? Kind.STRING_SET : Kind.SET;
      case OBJECT -> value == Kind.NUMBER ? Kind.COUNTS : Kind.OBJECT;
      case NESTED -> Kind.OBJECT;
    };
  }
}
