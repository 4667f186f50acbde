package dev.bylaw.rules.descriptor;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Words of one standard that stand for those of another; all in lower case. */
final class Words {
  /** The types of ODCS by the names that other standards and databases have for them. */
  static final Map<String, RegoValue> LOGICAL_TYPES = logicalTypes();

  /** For a field that says the opposite. */
  static final Map<String, RegoValue> NOT =
      Map.of("true", RegoBoolean.FALSE, "false", RegoBoolean.TRUE);

  private Words() {}

  /** Words that mean yes. */
  static Map<String, RegoValue> yes(String... words) {
    Map<String, RegoValue> yes = new LinkedHashMap<>();
    List.of(words).forEach(word -> yes.put(word, RegoBoolean.TRUE));
    return yes;
  }

  private static Map<String, RegoValue> logicalTypes() {
    Map<String, RegoValue> types = new LinkedHashMap<>();
    name(types, "string", "text", "varchar", "char", "character varying", "uuid");
    name(types, "integer", "int", "long", "bigint", "smallint", "tinyint", "short", "byte");
    name(types, "number", "decimal", "numeric", "float", "double", "real", "double precision");
    name(types, "timestamp", "timestamp_tz", "timestamp_ntz", "timestamp_ltz", "datetime");
    name(types, "object", "record", "struct", "map");
    name(types, "array", "list");
    name(types, "boolean", "bool");
    return types;
  }

  private static void name(Map<String, RegoValue> types, String name, String... others) {
    List.of(others).forEach(other -> types.put(other, RegoString.of(name)));
  }
}
