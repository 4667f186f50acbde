package dev.bylaw.rego.differential;

/** What a generated term is meant to be; documents may turn out to be something else. */
enum Kind {
  ANY,
  NUMBER,
  STRING,
  BOOLEAN,
  /** Arrays. */
  NUMBERS,
  STRINGS,
  ITEMS,
  ARRAY,
  NUMBER_SET,
  STRING_SET,
  SET,
  /** An object of numbers. */
  COUNTS,
  /** An object with the fields {@code id}, {@code name} and {@code tags}. */
  ITEM,
  OBJECT;

  /** Whether a term of this kind may stand where another kind is wanted. */
  boolean fits(Kind wanted) {
    return this == wanted
        || wanted == ANY
        || (wanted == ARRAY && isArray())
        || (wanted == SET && isSet())
        || (wanted == OBJECT && (this == COUNTS || this == ITEM));
  }

  boolean isArray() {
    return this == NUMBERS || this == STRINGS || this == ITEMS || this == ARRAY;
  }

  boolean isSet() {
    return this == NUMBER_SET || this == STRING_SET || this == SET;
  }

  boolean isCollection() {
    return isArray() || isSet() || this == COUNTS || this == OBJECT || this == ITEM;
  }

  Kind element() {
    return switch (this) {
      case NUMBERS, NUMBER_SET, COUNTS -> NUMBER;
      case STRINGS, STRING_SET -> STRING;
      case ITEMS -> ITEM;
      default -> ANY;
    };
  }

  /** What the elements are found by. */
  Kind key() {
    return isArray()
        ? NUMBER
        : isSet() ? element() : this == COUNTS || this == ITEM || this == OBJECT ? STRING : ANY;
  }
}
