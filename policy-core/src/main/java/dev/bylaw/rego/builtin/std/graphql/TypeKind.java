package dev.bylaw.rego.builtin.std.graphql;

/** Kinds of types, with the words that define them. */
enum TypeKind {
  SCALAR("scalar"),
  OBJECT("type"),
  INTERFACE("interface"),
  UNION("union"),
  ENUM("enum"),
  INPUT_OBJECT("input"),
  /** What a tree may claim to be that did not come from a text. */
  UNKNOWN("");

  private final String keyword;

  TypeKind(String keyword) {
    this.keyword = keyword;
  }

  static TypeKind ofKeyword(String keyword) {
    for (TypeKind kind : values()) {
      if (kind.keyword.equals(keyword)) {
        return kind;
      }
    }
    return UNKNOWN;
  }

  /**
   * @param name as trees have it
   */
  static TypeKind ofName(String name) {
    for (TypeKind kind : values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    return UNKNOWN;
  }

  boolean hasInterfaces() {
    return this == OBJECT || this == INTERFACE;
  }

  /** Whether it has fields that a query selects, or stands for types that have. */
  boolean isComposite() {
    return this == OBJECT || this == INTERFACE || this == UNION;
  }

  boolean isAbstract() {
    return this == INTERFACE || this == UNION;
  }

  boolean isInput() {
    return this == SCALAR || this == ENUM || this == INPUT_OBJECT;
  }

  boolean isLeaf() {
    return this == SCALAR || this == ENUM;
  }

  boolean isOutput() {
    return this != INPUT_OBJECT && this != UNKNOWN;
  }
}
