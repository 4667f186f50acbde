package dev.bylaw.rules.sql;

import dev.bylaw.rules.sql.DatabricksSqlParser.ColumnDefinitionContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.ColumnOptionContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.CommentContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.CreateTableContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.CreateViewContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.IfNotExistsContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.OrReplaceContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.PropertyContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.QueryContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.TablePropertiesContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.TextContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.ViewColumnContext;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** What a CREATE statement says beside the name. */
final class Creation {
  private final Places places;
  private final Span statement;

  Creation(Places places, Span statement) {
    this.places = places;
    this.statement = statement;
  }

  void describe(ParserRuleContext create, Tree out) {
    OrReplaceContext replace = create.getRuleContext(OrReplaceContext.class, 0);
    IfNotExistsContext absent = create.getRuleContext(IfNotExistsContext.class, 0);
    out.put("replace", replace != null, replace == null ? statement : places.of(replace));
    out.put("ifNotExists", absent != null, absent == null ? statement : places.of(absent));
    for (ParseTree child : create.children) {
      clause(child, out);
    }
    if (create instanceof CreateTableContext table && table.tableElements() != null) {
      List<Located> columns = new ArrayList<>();
      for (var element : table.tableElements().tableElement()) {
        if (element.columnDefinition() != null) {
          columns.add(column(element.columnDefinition()));
        }
      }
      out.put("columns", Tree.list(columns, statement));
    } else if (create instanceof CreateViewContext view && !view.viewColumn().isEmpty()) {
      out.put(
          "columns", Tree.list(view.viewColumn().stream().map(this::column).toList(), statement));
    }
    QueryContext query = create.getRuleContext(QueryContext.class, 0);
    if (query != null) {
      new QueryFacts(places, query, statement).describe(out);
    }
  }

  /** A clause stands in the statement itself or, for tables and views, in a rule of its own. */
  private void clause(ParseTree tree, Tree out) {
    ParseTree clause = tree;
    if (tree instanceof DatabricksSqlParser.TableClauseContext
        || tree instanceof DatabricksSqlParser.ViewClauseContext) {
      clause = tree.getChild(0);
    }
    if (clause instanceof CommentContext comment) {
      out.put("comment", text(comment.text()));
    } else if (clause instanceof TablePropertiesContext table) {
      properties(table.properties().property(), places.of(table), out);
    } else if (clause instanceof DatabricksSqlParser.PropertiesContext list) {
      properties(list.property(), places.of(list), out);
    }
  }

  private void properties(List<PropertyContext> list, Span span, Tree out) {
    Tree properties = new Tree(span);
    for (PropertyContext property : list) {
      var key = property.propertyKey();
      String name = key.text() == null ? key.getText() : Literals.text(key.text());
      var value = property.expression();
      if (value != null) {
        properties.put(name, places.of(key), value(value));
      }
    }
    out.put("properties", properties.build());
  }

  private Located value(ParserRuleContext expression) {
    ParseTree only = expression;
    while (only.getChildCount() == 1 && !(only instanceof TextContext)) {
      only = only.getChild(0);
    }
    if (only instanceof TextContext text) {
      return text(text);
    }
    Span span = places.of(expression);
    return Tree.text(span.text(), span);
  }

  private Located column(ColumnDefinitionContext column) {
    Span span = places.of(column);
    Tree out = new Tree(span).put("name", name(column.identifier()));
    Span type = places.of(column.dataType());
    out.put("type", type.text(), type);
    @Nullable Span notNull = null;
    for (ColumnOptionContext option : column.columnOption()) {
      if (option.NOT() != null && option.NULL() != null) {
        notNull = places.of(option);
      } else if (option.comment() != null) {
        out.put("comment", text(option.comment().text()));
      }
    }
    return out.put("nullable", notNull == null, notNull == null ? span : notNull).build();
  }

  private Located column(ViewColumnContext column) {
    Tree out = new Tree(places.of(column)).put("name", name(column.identifier()));
    if (!column.comment().isEmpty()) {
      out.put("comment", text(column.comment(0).text()));
    }
    return out.build();
  }

  private Located name(DatabricksSqlParser.IdentifierContext identifier) {
    return Tree.text(Literals.name(identifier.getText()), places.of(identifier));
  }

  private Located text(TextContext text) {
    return Tree.text(Literals.text(text), places.of(text));
  }
}
