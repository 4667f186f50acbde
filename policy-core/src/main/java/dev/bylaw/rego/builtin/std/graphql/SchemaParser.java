package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.builtin.std.graphql.Token.Kind;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads types, directives, the roots of a schema, and extensions of these. */
final class SchemaParser extends Parser {
  private static final Set<String> ROOTS = Set.of("query", "mutation", "subscription");
  private static final Set<String> LOCATIONS =
      Set.of(
          "QUERY",
          "MUTATION",
          "SUBSCRIPTION",
          "FIELD",
          "FRAGMENT_DEFINITION",
          "FRAGMENT_SPREAD",
          "INLINE_FRAGMENT",
          "VARIABLE_DEFINITION",
          "SCHEMA",
          "SCALAR",
          "OBJECT",
          "FIELD_DEFINITION",
          "ARGUMENT_DEFINITION",
          "INTERFACE",
          "UNION",
          "ENUM",
          "ENUM_VALUE",
          "INPUT_OBJECT",
          "INPUT_FIELD_DEFINITION");

  private final List<RegoValue> schemas = new ArrayList<>();
  private final List<RegoValue> schemaExtensions = new ArrayList<>();
  private final List<RegoValue> directives = new ArrayList<>();
  private final List<RegoValue> definitions = new ArrayList<>();
  private final List<RegoValue> extensions = new ArrayList<>();

  private SchemaParser(String text) {
    super(text);
  }

  static Document parse(String text) throws SyntaxProblem {
    return new SchemaParser(text).document();
  }

  private Document document() throws SyntaxProblem {
    while (!peek().is(Kind.END)) {
      if (peek().isName("extend")) {
        extension();
      } else {
        definition();
      }
    }
    RegoObject.Builder tree = RegoObject.builder();
    put(tree, "Schema", schemas);
    put(tree, "SchemaExtension", schemaExtensions);
    put(tree, "Directives", directives);
    put(tree, "Definitions", definitions);
    put(tree, "Extensions", extensions);
    putComment(tree, "Comment", peek().comments());
    return document(tree.build());
  }

  private void definition() throws SyntaxProblem {
    Token first = peek();
    RegoObject.Builder node = described();
    if (peek().isName("extend")) {
      throw unexpected(first);
    } else if (peek().isName("schema")) {
      next();
      schemas.add(schema(node));
    } else if (peek().isName("directive")) {
      next();
      directives.add(directive(node));
    } else {
      definitions.add(type(node));
    }
  }

  private void extension() throws SyntaxProblem {
    RegoObject.Builder node = RegoObject.builder();
    put(node, "Description", "");
    putComment(node, "AfterDescriptionComment", next().comments());
    if (peek().isName("schema")) {
      next();
      schemaExtensions.add(notEmpty(schema(node), "Directives", "OperationTypes"));
    } else {
      extensions.add(
          notEmpty(type(node), "Directives", "Interfaces", "Fields", "Types", "EnumValues"));
    }
  }

  private RegoObject notEmpty(RegoObject node, String... fields) throws SyntaxProblem {
    for (String field : fields) {
      if (node.get(field) != null) {
        return node;
      }
    }
    throw unexpected();
  }

  /** Begins a node with the description and the comments before what it describes. */
  private RegoObject.Builder described() throws SyntaxProblem {
    RegoObject.Builder node = RegoObject.builder();
    boolean text = peek().is(Kind.STRING) || peek().is(Kind.BLOCK_STRING);
    if (text) {
      putComment(node, "BeforeDescriptionComment", peek().comments());
    }
    put(node, "Description", text ? next().text() : "");
    putComment(node, "AfterDescriptionComment", peek().comments());
    return node;
  }

  private RegoObject schema(RegoObject.Builder node) throws SyntaxProblem {
    Position position = peek().position();
    put(node, "Directives", directives(true));
    put(node, "OperationTypes", body(node, this::root));
    return at(position, node);
  }

  private RegoObject root() throws SyntaxProblem {
    RegoObject.Builder node = RegoObject.builder();
    Token operation = peek();
    if (operation.is(Kind.NAME) && !ROOTS.contains(operation.text())) {
      throw unexpected();
    }
    putComment(node, "Comment", operation.comments());
    put(node, "Operation", name());
    expect(Kind.COLON);
    put(node, "Type", name());
    return at(operation.position(), node);
  }

  private List<RegoValue> body(RegoObject.Builder node, Element element) throws SyntaxProblem {
    List<RegoValue> elements = some(Kind.BRACE_LEFT, Kind.BRACE_RIGHT, element);
    if (!elements.isEmpty()) {
      putComment(node, "EndOfDefinitionComment", expect(Kind.BRACE_RIGHT).comments());
    }
    return elements;
  }

  private RegoObject type(RegoObject.Builder node) throws SyntaxProblem {
    Token keyword = peek();
    TypeKind kind = TypeKind.ofKeyword(keyword.is(Kind.NAME) ? keyword.text() : "");
    if (kind == TypeKind.UNKNOWN) {
      throw unexpected();
    }
    next();
    put(node, "Kind", kind.name());
    Position position = peek().position();
    put(node, "Name", name());
    node.put("BuiltIn", RegoBoolean.FALSE);
    if (kind.hasInterfaces()) {
      put(node, "Interfaces", interfaces());
    }
    put(node, "Directives", directives(true));
    switch (kind) {
      case OBJECT, INTERFACE -> put(node, "Fields", body(node, this::field));
      case INPUT_OBJECT -> put(node, "Fields", body(node, this::input));
      case ENUM -> put(node, "EnumValues", body(node, this::enumValue));
      case UNION -> put(node, "Types", members());
      default -> {}
    }
    return at(position, node);
  }

  private List<RegoValue> interfaces() throws SyntaxProblem {
    if (!peek().isName("implements")) {
      return List.of();
    }
    next();
    return names(Kind.AMPERSAND);
  }

  private List<RegoValue> members() throws SyntaxProblem {
    return skip(Kind.EQUALS) ? names(Kind.PIPE) : List.of();
  }

  private List<RegoValue> names(Kind separator) throws SyntaxProblem {
    List<RegoValue> names = new ArrayList<>();
    skip(separator);
    do {
      names.add(at(peek().position(), RegoString.of(name())));
    } while (skip(separator));
    return names;
  }

  private RegoObject field() throws SyntaxProblem {
    RegoObject.Builder node = described();
    Token name = expect(Kind.NAME);
    put(node, "Name", name.text());
    put(node, "Arguments", inputs());
    expect(Kind.COLON);
    node.put("Type", type());
    put(node, "Directives", directives(true));
    return at(name.position(), node);
  }

  private List<RegoValue> inputs() throws SyntaxProblem {
    List<RegoValue> inputs = some(Kind.PAREN_LEFT, Kind.PAREN_RIGHT, this::input);
    if (!inputs.isEmpty()) {
      expect(Kind.PAREN_RIGHT);
    }
    return inputs;
  }

  /** An argument, or a field of an input type. */
  private RegoObject input() throws SyntaxProblem {
    RegoObject.Builder node = described();
    Token name = expect(Kind.NAME);
    put(node, "Name", name.text());
    expect(Kind.COLON);
    node.put("Type", type());
    if (skip(Kind.EQUALS)) {
      node.put("DefaultValue", value(true));
    }
    put(node, "Directives", directives(true));
    return at(name.position(), node);
  }

  private RegoObject enumValue() throws SyntaxProblem {
    RegoObject.Builder node = described();
    Token name = expect(Kind.NAME);
    put(node, "Name", name.text());
    put(node, "Directives", directives(true));
    return at(name.position(), node);
  }

  private RegoObject directive(RegoObject.Builder node) throws SyntaxProblem {
    expect(Kind.AT);
    Token name = expect(Kind.NAME);
    put(node, "Name", name.text());
    put(node, "Arguments", inputs());
    boolean repeatable = peek().isName("repeatable");
    if (repeatable) {
      next();
    }
    node.put("IsRepeatable", RegoBoolean.of(repeatable));
    expectName("on");
    put(node, "Locations", locations());
    return at(name.position(), node);
  }

  private List<RegoValue> locations() throws SyntaxProblem {
    List<RegoValue> locations = new ArrayList<>();
    skip(Kind.PIPE);
    do {
      if (peek().is(Kind.NAME) && !LOCATIONS.contains(peek().text())) {
        throw unexpected();
      }
      locations.add(RegoString.of(name()));
    } while (skip(Kind.PIPE));
    return locations;
  }
}
