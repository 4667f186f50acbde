package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A schema that was checked, with the places that its references mean. Nothing is ever fetched: a
 * reference to another document is an error.
 *
 * @see <a href="https://json-schema.org/draft-07">JSON Schema, draft 7</a>
 */
final class JsonSchema {
  static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf");
  static final Set<String> MAPS = Set.of("definitions", "patternProperties", "properties");
  static final Set<String> SINGLE =
      Set.of(
          "additionalItems",
          "additionalProperties",
          "contains",
          "else",
          "if",
          "not",
          "propertyNames",
          "then");

  private final RegoValue root;
  private final JsonSchemaDraft draft;
  private final Map<String, RegoValue> byId = new HashMap<>();

  private JsonSchema(RegoValue root, JsonSchemaDraft draft) {
    this.root = root;
    this.draft = draft;
  }

  /**
   * @throws BuiltinException if the value is no schema
   */
  static JsonSchema of(RegoValue value) throws BuiltinException {
    JsonSchemaDraft draft = JsonSchemaDraft.of(value);
    JsonSchema schema = new JsonSchema(value, draft);
    JsonSchemaCheck check = new JsonSchemaCheck(draft, schema);
    schema.index(value, "");
    check.root(value);
    return schema;
  }

  JsonSchemaDraft draft() {
    return draft;
  }

  List<JsonSchemaProblem> problems(RegoValue document) throws BuiltinException {
    JsonSchemaResult result = new JsonSchemaResult();
    new JsonSchemaValidation(this).validate(root, "", document, "", result);
    return result.problems();
  }

  /** The base for the references in a schema that stands in one with another base. */
  String base(RegoObject schema, String outer) {
    return draft.id(schema).map(id -> resolve(outer, id)).orElse(outer);
  }

  private void index(RegoValue value, String base) {
    if (value instanceof RegoArray array) {
      array.forEach(element -> index(element, base));
    } else if (value instanceof RegoObject object) {
      String own = base(object, base);
      byId.putIfAbsent(own, object);
      object.toMap().values().forEach(child -> index(child, own));
    }
  }

  private static String resolve(String base, String reference) {
    try {
      return base.isEmpty() || reference.isEmpty()
          ? base + reference
          : URI.create(base).resolve(reference).toString();
    } catch (IllegalArgumentException e) {
      return reference;
    }
  }

  /** A schema and the base for the references in it. */
  record Target(RegoValue schema, String base) {}

  /** What a reference means. */
  Target target(String reference, String base) throws BuiltinException {
    UriParts.parse(reference); // finds what is wrong with it
    String absolute = resolve(base, reference);
    int hash = absolute.indexOf('#');
    String document = hash < 0 ? absolute : absolute.substring(0, hash);
    String fragment = hash < 0 ? "" : absolute.substring(hash + 1);
    RegoValue named = byId.get(absolute);
    if (named != null && !fragment.startsWith("/")) {
      return new Target(named, document);
    }
    RegoValue whole = document.isEmpty() ? root : byId.get(document);
    if (whole == null) {
      throw BuiltinException.of("remote reference loading disabled");
    }
    return new Target(
        fragment.isEmpty() ? whole : at(whole, Uris.decode(fragment, false)), document);
  }

  private static RegoValue at(RegoValue value, String pointer) throws BuiltinException {
    if (!pointer.startsWith("/")) {
      throw BuiltinException.of("JSON pointer must be empty or start with a \"/\"");
    }
    RegoValue found = value;
    for (String part : Strings.split(pointer.substring(1), "/")) {
      String name = part.replace("~1", "/").replace("~0", "~");
      RegoValue next = null;
      if (found instanceof RegoObject object) {
        next = object.get(RegoString.of(name));
        if (next == null) {
          throw BuiltinException.of("Object has no key '" + name + "'");
        }
      } else if (found instanceof RegoArray array) {
        next = name.matches("[0-9]{1,9}") ? array.find(RegoNumber.parse(name)) : null;
      }
      if (next == null) {
        throw BuiltinException.of("Invalid token reference '" + name + "'");
      }
      found = next;
    }
    return found;
  }
}
