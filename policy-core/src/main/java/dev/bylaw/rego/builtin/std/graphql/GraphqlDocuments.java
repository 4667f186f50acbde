package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.CallContext;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the arguments of the functions, and says in OPA's words what is wrong with them. */
final class GraphqlDocuments {
  /** One schema is put together once per query, however often it is used. */
  private record SchemaKey(RegoValue argument) {}

  private record SchemaResult(Optional<Schema> schema, String problem) {}

  private GraphqlDocuments() {}

  /**
   * @param position in messages
   */
  static Document query(RegoValue argument, int position) throws BuiltinException {
    if (argument instanceof RegoObject tree) {
      return Document.of(Shape.QUERY.read(tree));
    }
    return queryText(text(argument, position, "one of {string, object}"));
  }

  /**
   * @param position in messages
   */
  static Document schema(RegoValue argument, int position) throws BuiltinException {
    if (argument instanceof RegoObject tree) {
      return Document.of(Shape.SCHEMA.read(tree));
    }
    return schemaText(text(argument, position, "one of {string, object}"));
  }

  static String text(RegoValue argument, int position, String expected) throws BuiltinException {
    if (argument instanceof RegoString text) {
      return text.value();
    }
    throw BuiltinException.operand(position, argument, expected);
  }

  static Document queryText(String text) throws BuiltinException {
    try {
      return QueryParser.parse(text);
    } catch (SyntaxProblem e) {
      throw located(e.problem().message(), e.problem().position());
    }
  }

  static Document schemaText(String text) throws BuiltinException {
    try {
      return SchemaParser.parse(text);
    } catch (SyntaxProblem e) {
      throw located(e.problem().message(), e.problem().position());
    }
  }

  private static BuiltinException located(String message, Position position) {
    return BuiltinException.of(
        "%s in GraphQL string at location %d:%d"
            .formatted(message, position.line(), position.column()));
  }

  /**
   * Puts a schema together and checks it.
   *
   * @param argument that the document was read from
   */
  static Schema checked(CallContext context, Document document, RegoValue argument)
      throws BuiltinException {
    SchemaResult result = context.once(new SchemaKey(argument), () -> build(document));
    return result.schema().orElseThrow(() -> BuiltinException.of(result.problem()));
  }

  private static SchemaResult build(Document document) {
    try {
      return new SchemaResult(Optional.of(SchemaBuilder.build(document)), "");
    } catch (SchemaProblem e) {
      return new SchemaResult(
          Optional.empty(),
          "Error in gqlparser SchemaDocument to Schema conversion: " + e.getMessage());
    }
  }

  static void verify(CallContext context, Schema schema, Document query) throws BuiltinException {
    List<Problem> problems = QueryWalk.problems(context, schema, query);
    if (problems.isEmpty()) {
      return;
    }
    Position first = problems.get(0).position();
    String all =
        problems.stream()
            .map(p -> place(p.position()) + p.message() + "\n")
            .collect(Collectors.joining());
    if (first.equals(Position.NONE)) {
      throw BuiltinException.of("GraphQL parse error: " + all);
    }
    String message = all.substring(place(first).length());
    throw located(
        message.endsWith(".\n") ? message.substring(0, message.length() - 2) : message, first);
  }

  private static String place(Position position) {
    return position.equals(Position.NONE)
        ? "input: "
        : "input:%d:%d: ".formatted(position.line(), position.column());
  }
}
