package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.builtin.std.graphql.Token.Kind;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Limits;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What queries and schemas have in common: directives, values and types. Not thread-safe. */
abstract class Parser {
  private static final Set<String> BOOLEANS = Set.of("true", "false");

  private final Lexer lexer;
  private final IdentityHashMap<RegoValue, Position> positions = new IdentityHashMap<>();
  private Token ahead;
  private int depth;

  Parser(String text) {
    this.lexer = new Lexer(text);
    this.ahead = lexer.next();
  }

  Document document(RegoObject tree) {
    return new Document(tree, positions);
  }

  /** Reads one element of a list. */
  interface Element {
    RegoValue read() throws SyntaxProblem;
  }

  Token peek() {
    return ahead;
  }

  Token next() throws SyntaxProblem {
    Token token = ahead;
    if (token.is(Kind.INVALID)) {
      throw unexpected();
    }
    ahead = lexer.next();
    return token;
  }

  boolean skip(Kind kind) throws SyntaxProblem {
    if (!ahead.is(kind)) {
      return false;
    }
    next();
    return true;
  }

  Token expect(Kind kind) throws SyntaxProblem {
    if (!ahead.is(kind)) {
      throw problem("Expected %s, found %s".formatted(kind.word(), ahead.kind().word()));
    }
    return next();
  }

  void expectName(String name) throws SyntaxProblem {
    if (!ahead.isName(name)) {
      throw problem("Expected \"%s\", found %s".formatted(name, ahead.shown()));
    }
    next();
  }

  String name() throws SyntaxProblem {
    return expect(Kind.NAME).text();
  }

  SyntaxProblem unexpected() {
    return unexpected(ahead);
  }

  static SyntaxProblem unexpected(Token token) {
    return new SyntaxProblem(new Problem("Unexpected " + token.shown(), token.position()));
  }

  private SyntaxProblem problem(String message) {
    return new SyntaxProblem(new Problem(message, ahead.position()));
  }

  /** An optional list in brackets; if it is there, it is not empty. */
  List<RegoValue> some(Kind open, Kind close, Element element) throws SyntaxProblem {
    List<RegoValue> elements = new ArrayList<>();
    if (!skip(open)) {
      return elements;
    }
    if (ahead.is(close)) {
      throw problem("expected at least one definition, found " + close.word());
    }
    enter();
    while (!ahead.is(close)) {
      elements.add(element.read());
    }
    depth--;
    return elements;
  }

  private void enter() throws SyntaxProblem {
    if (++depth > Limits.DEFAULT.maxNesting()) {
      throw problem("the document is nested too deeply");
    }
  }

  /** Remembers where a node begins. */
  RegoObject at(Position position, RegoObject.Builder node) {
    return at(position, node.build());
  }

  <T extends RegoValue> T at(Position position, T node) {
    positions.put(node, position);
    return node;
  }

  static void put(RegoObject.Builder node, String field, List<? extends RegoValue> elements) {
    if (!elements.isEmpty()) {
      node.put(field, RegoArray.of(elements));
    }
  }

  static void put(RegoObject.Builder node, String field, String text) {
    node.put(field, RegoString.of(text));
  }

  static void putComment(RegoObject.Builder node, String field, List<String> comments) {
    if (!comments.isEmpty()) {
      List<RegoObject> list =
          comments.stream()
              .map(c -> RegoObject.of(RegoString.of("Value"), RegoString.of(c)))
              .toList();
      node.put(field, RegoObject.of(RegoString.of("List"), RegoArray.of(list)));
    }
  }

  List<RegoValue> directives(boolean constant) throws SyntaxProblem {
    List<RegoValue> directives = new ArrayList<>();
    while (skip(Kind.AT)) {
      RegoObject.Builder node = RegoObject.builder();
      Token name = expect(Kind.NAME);
      put(node, "Name", name.text());
      put(node, "Location", "");
      put(node, "Arguments", arguments(constant));
      directives.add(at(name.position(), node));
    }
    return directives;
  }

  List<RegoValue> arguments(boolean constant) throws SyntaxProblem {
    List<RegoValue> arguments = some(Kind.PAREN_LEFT, Kind.PAREN_RIGHT, () -> argument(constant));
    if (!arguments.isEmpty()) {
      expect(Kind.PAREN_RIGHT);
    }
    return arguments;
  }

  private RegoObject argument(boolean constant) throws SyntaxProblem {
    RegoObject.Builder node = RegoObject.builder();
    Token name = expect(Kind.NAME);
    putComment(node, "Comment", name.comments());
    put(node, "Name", name.text());
    expect(Kind.COLON);
    node.put("Value", value(constant));
    return at(name.position(), node);
  }

  /**
   * @param constant true where variables are not allowed
   */
  RegoObject value(boolean constant) throws SyntaxProblem {
    Token token = ahead;
    RegoObject.Builder node = RegoObject.builder();
    node.put("ExpectedTypeHasDefault", RegoBoolean.FALSE);
    switch (token.kind()) {
      case BRACKET_LEFT -> children(node, Value.LIST, Kind.BRACKET_RIGHT, () -> element(constant));
      case BRACE_LEFT -> children(node, Value.OBJECT, Kind.BRACE_RIGHT, () -> argument(constant));
      case DOLLAR -> {
        if (constant) {
          throw unexpected();
        }
        next();
        scalar(node, Value.VARIABLE, name());
      }
      case INT -> scalar(node, Value.INT, next().text());
      case FLOAT -> scalar(node, Value.FLOAT, next().text());
      case STRING -> scalar(node, Value.STRING, next().text());
      case BLOCK_STRING -> scalar(node, Value.BLOCK, next().text());
      case NAME -> scalar(node, kind(token.text()), next().text());
      default -> throw unexpected();
    }
    return at(token.position(), node);
  }

  private static Value kind(String name) {
    return name.equals("null") ? Value.NULL : BOOLEANS.contains(name) ? Value.BOOLEAN : Value.ENUM;
  }

  private static void scalar(RegoObject.Builder node, Value kind, String raw) {
    node.put("Kind", RegoNumber.of(kind.number()));
    put(node, "Raw", raw);
  }

  private void children(RegoObject.Builder node, Value kind, Kind close, Element element)
      throws SyntaxProblem {
    enter();
    next();
    List<RegoValue> children = new ArrayList<>();
    while (!ahead.is(close)) {
      children.add(element.read());
    }
    next();
    depth--;
    scalar(node, kind, "");
    put(node, "Children", children);
  }

  private RegoObject element(boolean constant) throws SyntaxProblem {
    Position position = ahead.position();
    RegoObject.Builder node = RegoObject.builder();
    put(node, "Name", "");
    node.put("Value", value(constant));
    return at(position, node);
  }

  RegoObject type() throws SyntaxProblem {
    RegoObject.Builder node = RegoObject.builder();
    Position position = ahead.position();
    if (skip(Kind.BRACKET_LEFT)) {
      enter();
      node.put("Elem", type());
      put(node, "NamedType", "");
      expect(Kind.BRACKET_RIGHT);
      depth--;
    } else {
      put(node, "NamedType", name());
    }
    node.put("NonNull", RegoBoolean.of(skip(Kind.BANG)));
    return at(position, node);
  }
}
