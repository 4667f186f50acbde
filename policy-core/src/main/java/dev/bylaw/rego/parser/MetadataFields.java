package dev.bylaw.rego.parser;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The fields that OPA knows in a metadata block, checked and in the form in which it shows them.
 */
final class MetadataFields {
  private static final Map<String, String> TYPES =
      Map.of(
          "scope", "string",
          "title", "string",
          "description", "string",
          "entrypoint", "bool",
          "organizations", "[]string",
          "related_resources", "[]interface {}",
          "authors", "[]interface {}",
          "schemas", "[]map[string]interface {}",
          "custom", "map[string]interface {}",
          "labels", "map[string]interface {}");

  private final MetadataYaml yaml;

  MetadataFields(MetadataYaml yaml) {
    this.yaml = yaml;
  }

  /** Fields that OPA does not know are left out. */
  RegoObject values() throws MetadataException {
    RegoObject.Builder out = RegoObject.builder();
    for (Map.Entry<String, Node> field : yaml.fields().entrySet()) {
      String name = field.getKey();
      String type = TYPES.get(name);
      boolean known = type != null || name.equals("compile");
      if (known && !field.getValue().getTag().equals(Tag.NULL)) {
        checkType(field.getValue(), type == null ? "" : type);
        out.put(name, value(name, field.getValue()));
      }
    }
    return out.build();
  }

  private void checkType(Node node, String type) throws MetadataException {
    boolean fits =
        switch (type) {
          case "string" -> node instanceof ScalarNode;
          case "bool" -> node.getTag().equals(Tag.BOOL);
          case "" -> true;
          default ->
              type.startsWith("map") ? node instanceof MappingNode : node instanceof SequenceNode;
        };
    if (!fits) {
      throw yaml.mismatch(node, type);
    }
    if (node instanceof SequenceNode list && !type.contains("interface")) {
      for (Node element : list.getValue()) {
        checkType(element, "string");
      }
    } else if (node instanceof SequenceNode list && type.startsWith("[]map")) {
      for (Node element : list.getValue()) {
        checkType(element, type.substring(2));
      }
    }
  }

  private RegoValue value(String name, Node node) throws MetadataException {
    String pointer = "/" + name;
    RegoValue value = yaml.value(node, pointer);
    if (node instanceof ScalarNode s && "string".equals(TYPES.get(name))) {
      return RegoString.of(s.getValue());
    }
    return switch (name) {
      case "authors" -> each((RegoArray) value, this::author);
      case "related_resources" -> each((RegoArray) value, this::resource);
      case "schemas" -> each((RegoArray) value, new SchemaFields(this::refused)::entry);
      default -> value;
    };
  }

  private interface Change {
    RegoValue of(RegoValue value) throws MetadataException;
  }

  private static RegoArray each(RegoArray values, Change change) throws MetadataException {
    List<RegoValue> out = new ArrayList<>();
    for (RegoValue value : values) {
      out.add(change.of(value));
    }
    return RegoArray.of(out);
  }

  private MetadataException refused(String message) {
    return new MetadataException(yaml.block().start().span(), message);
  }

  /** {@code Jane Doe <jane@example.com>}, or an object with name and email. */
  private RegoValue author(RegoValue value) throws MetadataException {
    if (value instanceof RegoObject object) {
      RegoObject kept = only(object, "name", "email");
      if (kept.size() > 0) {
        return kept;
      }
      throw invalid("author", value, "'name' and/or 'email' values required in object");
    } else if (!(value instanceof RegoString text)) {
      throw invalid("author", value, "invalid value type, must be string or map");
    } else if (text.value().isBlank()) {
      throw invalid("author", value, "author is an empty string");
    } else {
      return named(text.value().strip());
    }
  }

  private static RegoObject named(String text) {
    RegoObject.Builder out = RegoObject.builder();
    int open = text.lastIndexOf('<');
    String name = text;
    if (text.endsWith(">") && open >= 0) {
      name = text.substring(0, open).strip();
      out.put("email", RegoString.of(text.substring(open + 1, text.length() - 1)));
    }
    if (!name.isEmpty()) {
      out.put("name", RegoString.of(name));
    }
    return out.build();
  }

  private RegoValue resource(RegoValue value) throws MetadataException {
    if (value instanceof RegoString text && !text.value().isBlank()) {
      return RegoObject.builder().put("ref", text).build();
    } else if (value instanceof RegoObject object) {
      if (object.get("ref") instanceof RegoString) {
        return only(object, "ref", "description");
      }
      throw invalid("related-resource", value, "'ref' value required in object");
    }
    throw invalid("related-resource", value, "invalid value type, must be string or map");
  }

  private static RegoObject only(RegoObject object, String... names) {
    RegoObject.Builder out = RegoObject.builder();
    for (String name : names) {
      RegoValue value = object.get(name);
      if (value instanceof RegoString) {
        out.put(name, value);
      }
    }
    return out.build();
  }

  private MetadataException invalid(String what, RegoValue value, String why) {
    String shown = value instanceof RegoString s ? s.value() : value.toString();
    return refused("invalid " + what + " definition " + shown + ": " + why);
  }
}
