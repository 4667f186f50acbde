package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.builtin.std.graphql.Token.Kind;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads operations and fragments. */
final class QueryParser extends Parser {
  private static final Set<String> OPERATIONS = Set.of("query", "mutation", "subscription");

  private QueryParser(String text) {
    super(text);
  }

  static Document parse(String text) throws SyntaxProblem {
    return new QueryParser(text).document();
  }

  private Document document() throws SyntaxProblem {
    List<RegoValue> operations = new ArrayList<>();
    List<RegoValue> fragments = new ArrayList<>();
    while (!peek().is(Kind.END)) {
      Token token = peek();
      if (token.is(Kind.BRACE_LEFT)) {
        operations.add(shortOperation());
      } else if (token.isName("fragment")) {
        fragments.add(fragment());
      } else if (token.is(Kind.NAME) && OPERATIONS.contains(token.text())) {
        operations.add(operation());
      } else {
        throw unexpected();
      }
    }
    RegoObject.Builder tree = RegoObject.builder();
    put(tree, "Operations", operations);
    put(tree, "Fragments", fragments);
    return document(tree.build());
  }

  private RegoObject shortOperation() throws SyntaxProblem {
    RegoObject.Builder node = RegoObject.builder();
    Position position = peek().position();
    put(node, "Operation", "query");
    put(node, "Name", "");
    put(node, "SelectionSet", requiredSelections());
    return at(position, node);
  }

  private RegoObject operation() throws SyntaxProblem {
    RegoObject.Builder node = RegoObject.builder();
    Token keyword = next();
    putComment(node, "Comment", keyword.comments());
    put(node, "Operation", keyword.text());
    put(node, "Name", peek().is(Kind.NAME) ? name() : "");
    put(node, "VariableDefinitions", variables());
    put(node, "Directives", directives(false));
    put(node, "SelectionSet", requiredSelections());
    return at(keyword.position(), node);
  }

  private List<RegoValue> variables() throws SyntaxProblem {
    List<RegoValue> variables = some(Kind.PAREN_LEFT, Kind.PAREN_RIGHT, this::variable);
    if (!variables.isEmpty()) {
      expect(Kind.PAREN_RIGHT);
    }
    return variables;
  }

  private RegoObject variable() throws SyntaxProblem {
    RegoObject.Builder node = RegoObject.builder();
    Token dollar = expect(Kind.DOLLAR);
    putComment(node, "Comment", dollar.comments());
    put(node, "Variable", name());
    node.put("Used", RegoBoolean.FALSE);
    expect(Kind.COLON);
    node.put("Type", type());
    if (skip(Kind.EQUALS)) {
      node.put("DefaultValue", value(true));
    }
    put(node, "Directives", directives(false));
    return at(dollar.position(), node);
  }

  private List<RegoValue> requiredSelections() throws SyntaxProblem {
    if (!peek().is(Kind.BRACE_LEFT)) {
      expect(Kind.BRACE_LEFT);
    }
    return selections();
  }

  private List<RegoValue> selections() throws SyntaxProblem {
    List<RegoValue> selections = some(Kind.BRACE_LEFT, Kind.BRACE_RIGHT, this::selection);
    if (!selections.isEmpty()) {
      expect(Kind.BRACE_RIGHT);
    }
    return selections;
  }

  private RegoObject selection() throws SyntaxProblem {
    if (peek().is(Kind.SPREAD)) {
      return spread();
    }
    RegoObject.Builder node = RegoObject.builder();
    Token first = expect(Kind.NAME);
    putComment(node, "Comment", first.comments());
    put(node, "Alias", first.text());
    put(node, "Name", skip(Kind.COLON) ? name() : first.text());
    put(node, "Arguments", arguments(false));
    put(node, "Directives", directives(false));
    put(node, "SelectionSet", selections());
    return at(first.position(), node);
  }

  private RegoObject spread() throws SyntaxProblem {
    RegoObject.Builder node = RegoObject.builder();
    putComment(node, "Comment", next().comments());
    Position position = peek().position();
    if (peek().is(Kind.NAME) && !peek().isName("on")) {
      put(node, "Name", name());
      put(node, "Directives", directives(false));
      return at(position, node);
    }
    String condition = "";
    if (peek().isName("on")) {
      next();
      condition = name();
    }
    put(node, "TypeCondition", condition);
    put(node, "Directives", directives(false));
    put(node, "SelectionSet", requiredSelections());
    return at(position, node);
  }

  private RegoObject fragment() throws SyntaxProblem {
    RegoObject.Builder node = RegoObject.builder();
    Token keyword = next();
    putComment(node, "Comment", keyword.comments());
    if (peek().isName("on")) {
      throw unexpected();
    }
    put(node, "Name", name());
    put(node, "VariableDefinition", variables());
    expectName("on");
    put(node, "TypeCondition", name());
    put(node, "Directives", directives(false));
    put(node, "SelectionSet", requiredSelections());
    return at(keyword.position(), node);
  }
}
