package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.CallContext;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import java.util.List;

/** Queries and schemas of GraphQL, as texts or as the trees that these functions give for them. */
public final class GraphqlFunctions {
  private static final String TREE = "object[any: any]";
  private static final String DOCUMENT = "any<string, " + TREE + ">";

  private GraphqlFunctions() {}

  public static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "graphql.parse_query",
            "(query: string) => (output: " + TREE + ")",
            "The tree of a query.",
            (c, args) ->
                GraphqlDocuments.queryText(GraphqlDocuments.text(args[0], 1, "string")).tree()),
        Builtin.of(
            "graphql.parse_schema",
            "(schema: string) => (output: " + TREE + ")",
            "The tree of a schema, which is not checked.",
            (c, args) ->
                GraphqlDocuments.schemaText(GraphqlDocuments.text(args[0], 1, "string")).tree()),
        Builtin.of(
            "graphql.parse",
            "(query: "
                + DOCUMENT
                + ", schema: "
                + DOCUMENT
                + ") => (output: array<"
                + TREE
                + ", "
                + TREE
                + ">)",
            "The trees of a query and of a schema, after the query is checked against the schema.",
            GraphqlFunctions::parse),
        Builtin.of(
            "graphql.parse_and_verify",
            "(query: "
                + DOCUMENT
                + ", schema: "
                + DOCUMENT
                + ") => (output: array<boolean, "
                + TREE
                + ", "
                + TREE
                + ">)",
            "Whether a query fits a schema, and the trees of both if it does.",
            GraphqlFunctions::parseAndVerify),
        Builtin.of(
            "graphql.is_valid",
            "(query: " + DOCUMENT + ", schema: " + DOCUMENT + ") => (output: boolean)",
            "Tells whether a query fits a schema.",
            GraphqlFunctions::isValid),
        Builtin.of(
            "graphql.schema_is_valid",
            "(schema: " + DOCUMENT + ") => (output: boolean)",
            "Tells whether a schema is one.",
            GraphqlFunctions::isSchema));
  }

  private static RegoArray parse(CallContext context, RegoValue[] args) throws BuiltinException {
    Document query = GraphqlDocuments.query(args[0], 0);
    Document schema = GraphqlDocuments.schema(args[1], 1);
    GraphqlDocuments.verify(context, GraphqlDocuments.checked(context, schema, args[1]), query);
    return RegoArray.of(query.tree(), schema.tree());
  }

  private static RegoValue parseAndVerify(CallContext context, RegoValue[] args)
      throws BuiltinException {
    try {
      return RegoArray.of(RegoBoolean.TRUE).concat(parse(context, args));
    } catch (BuiltinException e) {
      return RegoArray.of(invalid(e), RegoObject.EMPTY, RegoObject.EMPTY);
    }
  }

  private static RegoValue isValid(CallContext context, RegoValue[] args) throws BuiltinException {
    try {
      parse(context, args);
      return RegoBoolean.TRUE;
    } catch (BuiltinException e) {
      return invalid(e);
    }
  }

  private static RegoValue isSchema(CallContext context, RegoValue[] args) throws BuiltinException {
    try {
      GraphqlDocuments.checked(context, GraphqlDocuments.schema(args[0], 0), args[0]);
      return RegoBoolean.TRUE;
    } catch (BuiltinException e) {
      return invalid(e);
    }
  }

  /** False, unless the call was ended from outside. */
  private static RegoBoolean invalid(BuiltinException e) throws BuiltinException {
    if (e.kind() == BuiltinException.Kind.CANCEL) {
      throw e;
    }
    return RegoBoolean.FALSE;
  }
}
