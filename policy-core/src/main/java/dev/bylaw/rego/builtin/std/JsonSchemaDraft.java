package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which words a schema has. One that does not say has those of all drafts. */
enum JsonSchemaDraft {
  DRAFT_4,
  DRAFT_6,
  DRAFT_7,
  ANY;

  private static final Set<String> SINCE_6 = Set.of("$id", "const", "contains", "propertyNames");
  private static final Set<String> SINCE_7 = Set.of("else", "if", "then");

  static JsonSchemaDraft of(RegoValue schema) throws BuiltinException {
    RegoValue name = schema instanceof RegoObject object ? object.get("$schema") : null;
    if (name == null) {
      return ANY;
    }
    if (!(name instanceof RegoString text)) {
      throw BuiltinException.of("$schema must be of type string");
    }
    String place = text.value().replace("#", "");
    return switch (place) {
      case "http://json-schema.org/draft-04/schema" -> DRAFT_4;
      case "http://json-schema.org/draft-06/schema" -> DRAFT_6;
      case "http://json-schema.org/draft-07/schema" -> DRAFT_7;
      default -> ANY;
    };
  }

  boolean knows(String keyword) {
    if (keyword.equals("id")) {
      return this == DRAFT_4 || this == ANY;
    }
    boolean late = this == DRAFT_4 && SINCE_6.contains(keyword);
    return !late && (compareTo(DRAFT_7) >= 0 || !SINCE_7.contains(keyword));
  }

  boolean hasBooleanLimits() {
    return this == DRAFT_4 || this == ANY;
  }

  boolean hasNumberLimits() {
    return this != DRAFT_4;
  }

  Optional<String> id(RegoObject schema) {
    for (String name : List.of("$id", "id")) {
      if (knows(name) && schema.get(name) instanceof RegoString text) {
        return Optional.of(text.value());
      }
    }
    return Optional.empty();
  }
}
