package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Expression.LiteralType;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.Property;
import dev.bylaw.rules.sql.ast.SqlNode;
import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ConfigurationContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ExecuteImmediateContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.NameContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ObjectTypeContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.PathContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.SetStatementContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.SetTargetContext;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Statements that define nothing: maintenance, settings, questions. */
final class Commands {
  private final Builders all;

  Commands(Builders all) {
    this.all = all;
  }

  Statement command(ParserRuleContext rule) {
    Span span = all.text.span(rule);
    if (rule instanceof SetStatementContext set && set.configuration() != null) {
      return configuration(set.configuration(), span);
    }
    if (rule instanceof SetStatementContext set && isConfiguration(set)) {
      List<SqlNode> settings = set.setTarget().stream().<SqlNode>map(t -> setting(t)).toList();
      return new Statement.Command("SET", "", Optional.empty(), settings, span);
    }
    List<SqlNode> parts = new ArrayList<>();
    Optional<Name> target = Optional.empty();
    for (ParseTree child : rule.children) {
      if (child instanceof NameContext name && target.isEmpty()) {
        target = Optional.of(all.names.name(name));
      } else if (child instanceof PathContext path) {
        parts.add(raw(path));
      } else {
        parts.addAll(all.parts.one(child));
      }
    }
    Statement.Command command = new Statement.Command(kind(rule), type(rule), target, parts, span);
    return rule instanceof ExecuteImmediateContext execute
        ? all.immediate.statement(execute.expression(), command)
        : command;
  }

  /** A variable has a name of one part, a setting has dots in it. */
  private static boolean isConfiguration(SetStatementContext set) {
    return set.VARIABLE() == null
        && set.VAR() == null
        && !set.setTarget().isEmpty()
        && set.setTarget().stream().allMatch(t -> t.name().getChildCount() > 1);
  }

  private SqlNode setting(SetTargetContext target) {
    Name key = all.names.name(target.name());
    return new Property(
        new Identifier(key.text(), key.span()),
        Optional.of(all.expressions.expression(target.expression())),
        all.text.span(target));
  }

  /** The words of the statement before its first name, value or clause. */
  private String kind(ParserRuleContext rule) {
    List<String> words = new ArrayList<>();
    for (ParseTree child : rule.children) {
      if (child instanceof TerminalNode node && isWord(node)) {
        words.add(node.getText().toUpperCase(Locale.ROOT));
      } else if (child instanceof ObjectTypeContext type) {
        words.add(Securables.type(all.text, type));
      } else if (isKind(child)) {
        words.add(Columns.words((ParserRuleContext) child));
      } else {
        break;
      }
    }
    if (words.get(0).equals("DESC")) {
      words.set(0, "DESCRIBE");
    }
    boolean wordy = List.of("SHOW", "DESCRIBE", "REFRESH").contains(words.get(0));
    return String.join(" ", words.subList(0, Math.min(words.size(), wordy ? 4 : 2)));
  }

  private static boolean isWord(TerminalNode node) {
    return Character.isLetter(node.getText().charAt(0));
  }

  private static boolean isKind(ParseTree child) {
    return child instanceof DatabricksSqlParser.ShowKindContext
        || child instanceof DatabricksSqlParser.DescribedTypeContext
        || child instanceof DatabricksSqlParser.RefreshTypeContext;
  }

  private static String type(ParserRuleContext rule) {
    for (ParseTree child : rule.children) {
      if (child instanceof TerminalNode node) {
        String word = node.getText().toUpperCase(Locale.ROOT);
        switch (word) {
          case "TABLE", "CATALOG", "FUNCTION" -> {
            return word;
          }
          case "SCHEMA", "DATABASE", "NAMESPACE" -> {
            return "SCHEMA";
          }
          default -> {}
        }
      }
    }
    return "";
  }

  private Statement configuration(ConfigurationContext configuration, Span span) {
    Span key = all.text.span(configuration.configurationKey());
    Optional<Expression> value =
        Optional.ofNullable(configuration.configurationValue()).map(this::raw);
    SqlNode property =
        new Property(new Identifier(key.text(), key), value, all.text.span(configuration));
    return new Statement.Command("SET", "", Optional.empty(), List.of(property), span);
  }

  /** What is no SQL is a text as it stands. */
  private Expression raw(ParserRuleContext rule) {
    Span span = all.text.span(rule);
    return new Expression.Literal(LiteralType.TEXT, span.text(), span);
  }
}
