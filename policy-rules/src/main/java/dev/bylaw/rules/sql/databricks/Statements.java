package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.Definition;
import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.SqlNode;
import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.CommentOnContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.DropContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ExpectationContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.StatementContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.TruncateContext;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** One statement of any kind. */
final class Statements {
  private final Builders all;

  Statements(Builders all) {
    this.all = all;
  }

  Statement statement(StatementContext statement) {
    ParserRuleContext rule = (ParserRuleContext) statement.getChild(0);
    return switch (rule.getRuleIndex()) {
      case DatabricksSqlParser.RULE_rowStatement ->
          all.manipulations.rows(statement.rowStatement());
      case DatabricksSqlParser.RULE_create -> all.creations.create(statement.create());
      case DatabricksSqlParser.RULE_alter -> all.alterations.alter(statement.alter());
      case DatabricksSqlParser.RULE_drop -> drop(statement.drop());
      case DatabricksSqlParser.RULE_truncate -> truncate(statement.truncate());
      case DatabricksSqlParser.RULE_commentOn -> comment(statement.commentOn());
      case DatabricksSqlParser.RULE_tagStatement -> all.alterations.tags(statement.tagStatement());
      case DatabricksSqlParser.RULE_grants -> all.securables.grants(statement.grants());
      case DatabricksSqlParser.RULE_copyInto -> all.manipulations.copy(statement.copyInto());
      case DatabricksSqlParser.RULE_loadData -> all.manipulations.load(statement.loadData());
      case DatabricksSqlParser.RULE_applyChanges ->
          all.manipulations.changes(statement.applyChanges());
      case DatabricksSqlParser.RULE_expectation -> expectation(statement.expectation());
      case DatabricksSqlParser.RULE_scripting -> all.scripts.scripting(statement.scripting());
      default -> all.commands.command(rule);
    };
  }

  private Statement expectation(ExpectationContext expectation) {
    Span span = all.text.span(expectation);
    List<SqlNode> parts = List.of(all.columns.expectation(expectation));
    return new Statement.Command("CONSTRAINT", "", Optional.empty(), parts, span);
  }

  private Statement drop(DropContext drop) {
    String verb = drop.UNDROP() != null ? "UNDROP" : "DROP";
    Span span = all.text.span(drop);
    if (drop.objectType() != null && !drop.name().isEmpty()) {
      List<SqlNode> others = new ArrayList<>(all.parts.of(drop));
      Name name = all.names.name(drop.name(0));
      others.remove(name);
      return new Definition.Drop(
          verb,
          Securables.type(all.text, drop.objectType()),
          all.text.span(drop.objectType()),
          name,
          drop.ifExists() != null,
          !drop.CASCADE().isEmpty(),
          others,
          span);
    }
    if (drop.POLICY() != null) {
      return new Definition.Drop(
          verb,
          "POLICY",
          all.text.span(drop.POLICY().getSymbol()),
          all.names.name(drop.name(0)),
          drop.ifExists() != null,
          false,
          all.parts.of(drop.securable()),
          span);
    }
    return new Statement.Command(verb, "", Optional.empty(), all.parts.of(drop), span);
  }

  private Statement truncate(TruncateContext truncate) {
    List<SqlNode> parts =
        truncate.partitionSpec() == null ? List.of() : all.parts.of(truncate.partitionSpec());
    return new Definition.Drop(
        "TRUNCATE",
        "TABLE",
        all.text.span(truncate.TABLE().getSymbol()),
        all.names.name(truncate.name()),
        false,
        false,
        parts,
        all.text.span(truncate));
  }

  private Statement comment(CommentOnContext comment) {
    Optional<Expression> text =
        all.expressions
            .optional(comment.expression())
            .filter(
                e ->
                    !(e instanceof Expression.Literal literal)
                        || literal.type() != Expression.LiteralType.NULL);
    return new Definition.CommentOn(
        Securables.type(all.text, comment.objectType()),
        all.text.span(comment.objectType()),
        all.names.name(comment.name()),
        text,
        all.text.span(comment));
  }
}
