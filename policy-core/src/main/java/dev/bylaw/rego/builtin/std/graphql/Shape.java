package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The fields of the nodes of trees, for trees that a policy brings itself: what they lack gets its
 * default, and what is no field is left out.
 *
 * <p>As in OPA, all selections of such trees are fields, never fragments.
 */
enum Shape {
  QUERY("Operations: OPERATION*, Fragments: FRAGMENT*, Comment: COMMENT"),
  OPERATION(
      "Operation: text, Name: text, VariableDefinitions: VARIABLE*, Directives: DIRECTIVE*,"
          + " SelectionSet: SELECTION*, Comment: COMMENT"),
  FRAGMENT(
      "Name: text, TypeCondition: text, VariableDefinition: VARIABLE*, Directives: DIRECTIVE*,"
          + " SelectionSet: SELECTION*, Comment: COMMENT"),
  VARIABLE(
      "Variable: text, Used: flag, Type: TYPE, DefaultValue: VALUE, Directives: DIRECTIVE*,"
          + " Comment: COMMENT"),
  SELECTION(
      "Alias: text, Name: text, Arguments: ARGUMENT*, Directives: DIRECTIVE*,"
          + " SelectionSet: SELECTION*, Comment: COMMENT"),
  ARGUMENT("Name: text, Value: VALUE, Comment: COMMENT"),
  VALUE("Raw: text, Kind: number, ExpectedTypeHasDefault: flag, Children: ARGUMENT*"),
  DIRECTIVE("Name: text, Location: text, Arguments: ARGUMENT*"),
  TYPE("NamedType: text, NonNull: flag, Elem: TYPE"),
  COMMENT("List: LINE*"),
  LINE("Value: text"),
  SCHEMA(
      "Schema: ROOTS*, SchemaExtension: ROOTS*, Directives: DIRECTIVE_DEFINITION*,"
          + " Definitions: DEFINITION*, Extensions: DEFINITION*, Comment: COMMENT"),
  ROOTS("Directives: DIRECTIVE*, OperationTypes: ROOT*", Described.YES),
  ROOT("Operation: text, Type: text, Comment: COMMENT"),
  DIRECTIVE_DEFINITION(
      "Name: text, IsRepeatable: flag, Arguments: FIELD*, Locations: text*", Described.YES),
  DEFINITION(
      "Name: text, Kind: text, BuiltIn: flag, Directives: DIRECTIVE*, Interfaces: text*,"
          + " Fields: FIELD*, Types: text*, EnumValues: FIELD*",
      Described.YES),
  FIELD(
      "Name: text, Arguments: FIELD*, DefaultValue: VALUE, Type: TYPE, Directives: DIRECTIVE*",
      Described.YES);

  private enum Described {
    NO(""),
    YES(
        ", Description: text, BeforeDescriptionComment: COMMENT,"
            + " AfterDescriptionComment: COMMENT, EndOfDefinitionComment: COMMENT");

    private final String fields;

    Described(String fields) {
      this.fields = fields;
    }
  }

  private static final Map<Shape, Map<String, String>> FIELDS = fields();

  private final String fields;

  Shape(String fields) {
    this(fields, Described.NO);
  }

  Shape(String fields, Described described) {
    this.fields = fields + described.fields;
  }

  private static Map<Shape, Map<String, String>> fields() {
    Map<Shape, Map<String, String>> all = new EnumMap<>(Shape.class);
    for (Shape shape : values()) {
      Map<String, String> fields = new LinkedHashMap<>();
      for (String field : shape.fields.split(", *", -1)) {
        String[] parts = field.split(": *", -1);
        fields.put(parts[0], parts[1]);
      }
      all.put(shape, fields);
    }
    return all;
  }

  RegoObject read(RegoValue value) throws BuiltinException {
    if (!(value instanceof RegoObject tree)) {
      throw BuiltinException.of("a node of the tree must be an object, not " + value.typeName());
    }
    RegoObject.Builder node = RegoObject.builder();
    for (Map.Entry<String, String> field : FIELDS.getOrDefault(this, Map.of()).entrySet()) {
      RegoValue read =
          read(
              field.getKey(),
              field.getValue(),
              Objects.requireNonNullElse(tree.get(field.getKey()), RegoNull.NULL));
      if (read != RegoNull.NULL) {
        node.put(field.getKey(), read);
      }
    }
    return node.build();
  }

  /** Null stands for nothing. */
  private RegoValue read(String field, String type, RegoValue value) throws BuiltinException {
    boolean missing = value == RegoNull.NULL;
    if (type.endsWith("*")) {
      return missing ? RegoNull.NULL : elements(field, type.substring(0, type.length() - 1), value);
    }
    return switch (type) {
      case "text" -> missing ? RegoString.of("") : checked(field, value, RegoString.class);
      case "flag" -> missing ? RegoBoolean.FALSE : checked(field, value, RegoBoolean.class);
      case "number" -> missing ? RegoNumber.of(0) : checked(field, value, RegoNumber.class);
      default -> missing ? RegoNull.NULL : valueOf(type).read(value);
    };
  }

  private RegoValue elements(String field, String type, RegoValue value) throws BuiltinException {
    List<RegoValue> elements = new ArrayList<>();
    for (RegoValue element : checked(field, value, RegoArray.class)) {
      elements.add(read(field, type, element));
    }
    return elements.isEmpty() ? RegoNull.NULL : RegoArray.of(elements);
  }

  private <T> T checked(String field, RegoValue value, Class<T> type) throws BuiltinException {
    if (!type.isInstance(value)) {
      throw BuiltinException.of(
          "the field " + field + " of the tree has a value of another type than it must have");
    }
    return type.cast(value);
  }
}
