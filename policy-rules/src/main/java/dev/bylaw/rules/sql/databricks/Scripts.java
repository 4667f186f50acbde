package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.SqlNode;
import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.BlockContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.CompoundContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ExpressionContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.InnerContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.QueryContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ScriptItemContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ScriptingContext;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** SQL scripts: statements with statements inside. */
final class Scripts {
  private final Builders all;

  Scripts(Builders all) {
    this.all = all;
  }

  Statement scripting(ScriptingContext scripting) {
    Span span = all.text.span(scripting);
    return scripting.block() != null
        ? block(scripting.block(), all.names.identifier(scripting.identifier()), span)
        : compound(scripting.compound(), span);
  }

  Statement block(BlockContext block, Optional<Identifier> label, Span span) {
    return new Statement.Script("BEGIN", label, List.of(), items(block.scriptItem()), span);
  }

  private List<Statement> items(List<ScriptItemContext> items) {
    return items.stream().map(this::item).toList();
  }

  private Statement item(ScriptItemContext item) {
    return item.statement() != null
        ? all.statements.statement(item.statement())
        : inner(item.inner());
  }

  private Statement compound(CompoundContext compound, Span span) {
    boolean labelled = compound.COLON() != null;
    Optional<Identifier> label =
        labelled ? all.names.identifier(compound.identifier(0)) : Optional.empty();
    String kind = compound.getChild(labelled ? 2 : 0).getText().toUpperCase(Locale.ROOT);
    List<SqlNode> parts = new ArrayList<>();
    for (ParseTree child : compound.children) {
      if (child instanceof ExpressionContext expression) {
        parts.add(all.expressions.expression(expression));
      } else if (child instanceof QueryContext query) {
        parts.add(all.queries.query(query));
      }
    }
    return new Statement.Script(kind, label, parts, items(compound.scriptItem()), span);
  }

  private Statement inner(InnerContext inner) {
    Span span = all.text.span(inner);
    List<String> words = new ArrayList<>();
    for (ParseTree child : inner.children) {
      if (child instanceof TerminalNode node && words.size() < 3) {
        words.add(node.getText().toUpperCase(Locale.ROOT));
      }
    }
    if (inner.HANDLER() != null) {
      Statement handled =
          inner.statement() != null
              ? all.statements.statement(inner.statement())
              : inner(inner.inner());
      return new Statement.Script(
          "DECLARE HANDLER", Optional.empty(), List.of(), List.of(handled), span);
    }
    String kind =
        inner.DECLARE() == null
            ? words.get(0)
            : inner.CURSOR() != null ? "DECLARE CURSOR" : "DECLARE CONDITION";
    Optional<Name> target =
        all.names.identifier(inner.identifier()).map(i -> new Name(List.of(i), i.span()));
    return new Statement.Command(kind, "", target, all.parts.of(inner), span);
  }
}
