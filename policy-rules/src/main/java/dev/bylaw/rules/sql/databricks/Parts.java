package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.SqlNode;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ClauseContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.DataTypeContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ExpressionContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.NameContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.PropertiesContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.QueryContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.RelationContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.SortItemContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.StatementContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.TableElementContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.TextContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ValueContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.tree.ParseTree;

/** What a rule without a node of its own consists of: the largest nodes below it. */
final class Parts {
  private final Builders all;

  Parts(Builders all) {
    this.all = all;
  }

  List<SqlNode> of(ParseTree tree) {
    List<SqlNode> parts = new ArrayList<>();
    for (int i = 0; i < tree.getChildCount(); i++) {
      add(tree.getChild(i), parts);
    }
    return parts;
  }

  /** The node that a rule is, or what it consists of. */
  List<SqlNode> one(ParseTree tree) {
    List<SqlNode> parts = new ArrayList<>();
    add(tree, parts);
    return parts;
  }

  private void add(ParseTree tree, List<SqlNode> parts) {
    if (tree instanceof NameContext name) {
      parts.add(all.names.name(name));
    } else if (tree instanceof TextContext text) {
      parts.add(all.text.literal(text));
    } else if (tree instanceof ExpressionContext expression) {
      parts.add(all.expressions.expression(expression));
    } else if (tree instanceof ValueContext value) {
      parts.add(all.expressions.value(value));
    } else if (tree instanceof QueryContext query) {
      parts.add(all.queries.query(query));
    } else if (tree instanceof RelationContext relation) {
      parts.add(all.relations.relation(relation));
    } else if (tree instanceof SortItemContext item) {
      parts.addAll(all.queries.sort(List.of(item)));
    } else if (tree instanceof DataTypeContext type) {
      parts.add(all.types.type(type));
    } else if (tree instanceof ClauseContext clause) {
      parts.add(all.clauses.clause(clause));
    } else if (tree instanceof PropertiesContext properties) {
      parts.addAll(all.clauses.properties(properties));
    } else if (tree instanceof TableElementContext element) {
      parts.add(all.columns.element(element));
    } else if (tree instanceof StatementContext statement) {
      parts.add(all.statements.statement(statement));
    } else {
      parts.addAll(of(tree));
    }
  }
}
