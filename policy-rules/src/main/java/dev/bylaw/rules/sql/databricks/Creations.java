package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.Clause;
import dev.bylaw.rules.sql.ast.ColumnDefinition;
import dev.bylaw.rules.sql.ast.Constraint;
import dev.bylaw.rules.sql.ast.Definition;
import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Manipulation;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.Query;
import dev.bylaw.rules.sql.ast.SqlNode;
import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ClauseContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.CreateContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.CreateFlowContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.CreateModifierContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.CreateObjectContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.IfNotExistsContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.TableElementsContext;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** CREATE statements. */
final class Creations {
  private final Builders all;

  Creations(Builders all) {
    this.all = all;
  }

  /** What stands before the object: CREATE, OR REPLACE, modifiers. */
  record Head(Span span, Span start, Optional<Span> replace, List<String> modifiers) {
    /** From the first modifier, or the type, to the type's end. */
    Span typeSpan(Text text, ParseTree type) {
      return start
          .source()
          .span(Math.min(start.start(), text.span(type).start()), text.span(type).end());
    }
  }

  Statement create(CreateContext create) {
    Optional<Span> replace = Optional.empty();
    if (create.OR() != null) {
      replace = Optional.of(all.text.span(create.OR(), create.getChild(2)));
    } else if (create.REPLACE() != null) {
      replace = Optional.of(all.text.span(create.REPLACE().getSymbol()));
    }
    List<String> modifiers = new ArrayList<>();
    for (CreateModifierContext modifier : create.createModifier()) {
      modifiers.add(modifier.getText().toUpperCase(Locale.ROOT));
    }
    Span span = all.text.span(create);
    Span start =
        create.createModifier().isEmpty()
            ? span.source().span(span.end(), span.end())
            : all.text.span(create.createModifier(0));
    Head head = new Head(span, start, replace, modifiers);
    ParserRuleContext object =
        create.createTable() != null ? create.createTable() : create.createObject();
    return object instanceof CreateObjectContext other ? object(other, head) : table(object, head);
  }

  private Statement object(CreateObjectContext object, Head head) {
    if (object.createTable() != null) {
      return table(object.createTable(), head);
    }
    if (object.createView() != null) {
      return table(object.createView(), head);
    }
    if (object.createFunction() != null) {
      return all.functions.function(object.createFunction(), head);
    }
    if (object.createPolicy() != null) {
      return all.functions.policy(object.createPolicy(), head);
    }
    if (object.createFlow() != null) {
      return flow(object.createFlow(), head);
    }
    if (object.objectType() == null) {
      return command(object, head);
    }
    String type = type(Securables.type(all.text, object.objectType()), head.modifiers());
    return new Definition.Create(
        type,
        head.typeSpan(all.text, object.objectType()),
        all.names.name(object.name(0)),
        head.replace(),
        span(object.ifNotExists()),
        others(head.modifiers(), type),
        List.of(),
        List.of(),
        clauses(object, object.clause()),
        Optional.empty(),
        Optional.empty(),
        head.span());
  }

  /** A connection says its type behind its name. */
  private List<Clause> clauses(CreateObjectContext object, List<ClauseContext> written) {
    List<Clause> clauses = new ArrayList<>();
    if (object.name().size() > 1) {
      Name type = all.names.name(object.name(1));
      clauses.add(new Clause.Other("TYPE", List.of(type), type.span()));
    }
    clauses.addAll(all.clauses.list(written));
    return clauses;
  }

  /** Indexes, widgets and variables: nothing that policies look into. */
  private Statement command(CreateObjectContext object, Head head) {
    ParserRuleContext rule = (ParserRuleContext) object.getChild(0);
    String type = rule.getChild(0).getText().toUpperCase(Locale.ROOT);
    List<SqlNode> parts = all.parts.of(rule);
    Optional<Name> name =
        parts.stream().filter(Name.class::isInstance).map(Name.class::cast).findFirst();
    parts.removeAll(name.stream().toList());
    return new Statement.Command("CREATE " + type, type, name, parts, head.span());
  }

  private Definition table(ParserRuleContext table, Head head) {
    ParseTree word = table.getChild(0);
    String type = type(word.getText().toUpperCase(Locale.ROOT), head.modifiers());
    List<ColumnDefinition> columns = new ArrayList<>();
    List<Constraint> constraints = new ArrayList<>();
    List<Clause> clauses = new ArrayList<>();
    TableElementsContext elements = table.getRuleContext(TableElementsContext.class, 0);
    for (SqlNode element : elements(elements)) {
      if (element instanceof ColumnDefinition column) {
        columns.add(column);
      } else if (element instanceof Constraint constraint) {
        constraints.add(constraint);
      } else if (element instanceof Clause clause) {
        clauses.add(clause);
      }
    }
    clauses.addAll(all.clauses.list(table.getRuleContexts(ClauseContext.class)));
    Name name = all.names.name(table.getRuleContext(DatabricksSqlParser.NameContext.class, 0));
    return new Definition.Create(
        type,
        head.typeSpan(all.text, word),
        name,
        head.replace(),
        span(table.getRuleContext(IfNotExistsContext.class, 0)),
        others(head.modifiers(), type),
        columns,
        constraints,
        clauses,
        query(table),
        Optional.ofNullable(table.getRuleContext(DatabricksSqlParser.ChangesContext.class, 0))
            .map(c -> all.manipulations.changes(c, name)),
        head.span());
  }

  private Optional<Query> query(ParserRuleContext table) {
    return Optional.ofNullable(table.getRuleContext(DatabricksSqlParser.QueryContext.class, 0))
        .map(all.queries::query);
  }

  private List<SqlNode> elements(@Nullable TableElementsContext elements) {
    return elements == null
        ? List.of()
        : elements.tableElement().stream().map(all.columns::element).toList();
  }

  private Definition flow(CreateFlowContext flow, Head head) {
    Name name = all.names.name(flow.name());
    Statement action =
        flow.changes() != null ? all.manipulations.changes(flow.changes(), name) : insert(flow);
    return new Definition.Create(
        "FLOW",
        head.typeSpan(all.text, flow.FLOW()),
        name,
        head.replace(),
        span(flow.ifNotExists()),
        head.modifiers(),
        List.of(),
        List.of(),
        all.clauses.list(flow.clause()),
        Optional.empty(),
        Optional.of(action),
        head.span());
  }

  private Statement insert(CreateFlowContext flow) {
    var insert = flow.insertOnce();
    return new Manipulation.Insert(
        List.of(),
        false,
        all.names.name(insert.name()),
        all.manipulations.columns(insert.columnNames()),
        List.of(),
        insert.insertOption().stream().anyMatch(o -> o.NAME() != null),
        Optional.<Expression>empty(),
        all.queries.query(insert.query()),
        all.text.span(insert));
  }

  Optional<Span> span(@Nullable ParserRuleContext rule) {
    return Optional.ofNullable(rule).map(all.text::span);
  }

  /** A streaming table and a materialized view are types of their own. */
  static String type(String word, List<String> modifiers) {
    if (word.equals("TABLE") && modifiers.contains("STREAMING")) {
      return "STREAMING TABLE";
    }
    if (word.equals("VIEW") && modifiers.contains("MATERIALIZED")) {
      return "MATERIALIZED VIEW";
    }
    return word.equals("LOCATION") ? "EXTERNAL LOCATION" : word;
  }

  static List<String> others(List<String> modifiers, String type) {
    List<String> words = List.of(type.split(" "));
    return modifiers.stream().filter(m -> !words.contains(m)).toList();
  }
}
