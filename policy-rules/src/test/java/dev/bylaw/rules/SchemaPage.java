package dev.bylaw.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes schemas as tables of paths, for people. */
final class SchemaPage {
  static final String HEAD =
      """
      # Every path that a policy may read

      Made from the JSON Schemas in `policy-rules` (`dev/bylaw/rules/schema/*.json`), which the compiler checks policies against: a
      path that is not here is a compile error, except below objects marked *and others*, which keep the fields that Bylaw does
      not know. What the words mean stands in [input.md](input.md).
      """;

  private final JsonNode root;
  private final Map<Set<String>, String> kinds;
  private final StringBuilder out;
  private final Set<String> open = new HashSet<>();

  /**
   * @param kinds the kinds written so far, by the fields of their documents
   */
  SchemaPage(JsonNode root, Map<Set<String>, String> kinds, StringBuilder out) {
    this.root = root;
    this.kinds = kinds;
    this.out = out;
  }

  void write(String kind) {
    out.append("\n## ").append(kind).append("\n\n| path | type |\n|---|---|\n");
    fields("input", root);
    kinds.put(names(root.path("properties").path(kind)), kind);
  }

  private static Set<String> names(JsonNode document) {
    Set<String> names = new HashSet<>();
    document.path("properties").fieldNames().forEachRemaining(names::add);
    names.removeAll(List.of("path", "environment"));
    return names;
  }

  private void fields(String path, JsonNode schema) {
    schema
        .path("properties")
        .properties()
        .forEach(field -> value(path + "." + field.getKey(), field.getValue()));
  }

  private void value(String path, JsonNode value) {
    String reference = value.path("$ref").asText();
    JsonNode schema = reference.isEmpty() ? value : root.at(reference.substring(1));
    if (!reference.isEmpty() && !open.add(reference)) {
      row(path, "the same again");
      return;
    }
    if (schema.path("type").asText().equals("array")) {
      value(path + "[]", schema.path("items"));
    } else {
      if (!schema.path("additionalProperties").isBoolean() || !schema.has("properties")) {
        row(path, type(schema));
      }
      String kind = kinds.get(names(schema));
      if (kind == null) {
        fields(path, schema);
      } else {
        row(path, "as `input." + kind + "`");
      }
    }
    open.remove(reference);
  }

  private static String type(JsonNode schema) {
    List<String> words = new ArrayList<>();
    words.add(schema.path("type").asText("anything"));
    JsonNode others = schema.path("additionalProperties");
    if (schema.has("properties")) {
      words.add("and others");
    } else if (others.has("type")) {
      words.add("of " + others.path("type").asText());
    }
    return String.join(" ", words);
  }

  private void row(String path, String type) {
    out.append("| `").append(path).append("` | ").append(type).append(" |\n");
  }
}
