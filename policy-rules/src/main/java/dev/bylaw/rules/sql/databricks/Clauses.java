package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.Clause;
import dev.bylaw.rules.sql.ast.ColumnDefinition;
import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.Property;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ClauseContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.ClusterByContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.CommentContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.LocationContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.MaskContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.PropertiesContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.PropertyContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.RowFilterContext;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** The clauses of definitions. */
final class Clauses {
  private final Builders all;

  Clauses(Builders all) {
    this.all = all;
  }

  List<Clause> list(List<ClauseContext> clauses) {
    return clauses.stream().map(this::clause).toList();
  }

  Clause clause(ClauseContext clause) {
    Span span = all.text.span(clause);
    ParseTree only = clause.getChildCount() == 1 ? clause.getChild(0) : clause;
    if (only instanceof CommentContext comment) {
      return comment(comment);
    }
    if (only instanceof ClusterByContext cluster) {
      return cluster(cluster);
    }
    if (only instanceof LocationContext location) {
      return location(location);
    }
    if (only instanceof RowFilterContext filter) {
      return filter(filter);
    }
    Optional<PropertiesContext> properties = propertiesIn(clause);
    if (properties.isPresent()) {
      return new Clause.Properties(word(clause), properties(properties.get()), span);
    }
    return named(clause, span);
  }

  /** Of a list that is a clause of its own; those of a row format are not. */
  private static Optional<PropertiesContext> propertiesIn(ClauseContext clause) {
    if (clause.STORED() != null) {
      return Optional.empty();
    }
    ParserRuleContext holder =
        clause.propertyList() != null
            ? clause.propertyList()
            : clause.optionList() != null
                ? clause.optionList()
                : clause.tagList() != null ? clause.tagList() : clause;
    return Optional.ofNullable(holder.getRuleContext(PropertiesContext.class, 0));
  }

  private Clause named(ClauseContext clause, Span span) {
    if (clause.USING() != null && clause.name() != null) {
      return new Clause.Using(all.names.name(clause.name()), span);
    }
    if (clause.PARTITIONED() != null) {
      return partitioning(clause, span);
    }
    if (clause.CLUSTERED() != null) {
      List<Expression> columns =
          all.names.identifiers(clause.names()).stream()
              .<Expression>map(i -> new Expression.Column(List.of(i), i.span()))
              .toList();
      return new Clause.Clustering("BUCKETS", columns, span);
    }
    if (clause.COLLATION() != null || clause.COLLATE() != null) {
      return new Clause.Collation(all.names.name(clause.name()), span);
    }
    if (clause.LIKE() != null) {
      return new Clause.Like(all.names.name(clause.name()), span);
    }
    if (clause.CLONE() != null) {
      return new Clause.CloneOf(
          all.names.name(clause.name()),
          clause.SHALLOW() != null,
          all.relations.version(clause.travel()),
          span);
    }
    return new Clause.Other(word(clause), all.parts.of(clause), span);
  }

  private Clause partitioning(ClauseContext clause, Span span) {
    List<ColumnDefinition> columns = new ArrayList<>();
    List<Expression> expressions = new ArrayList<>();
    for (var field : clause.partitionField()) {
      if (field.expression() != null) {
        expressions.add(all.expressions.expression(field.expression()));
        continue;
      }
      ColumnDefinition column = all.columns.column(field.columnDefinition());
      if (column.type().isPresent()) {
        columns.add(column);
      } else {
        expressions.add(new Expression.Column(List.of(column.name()), column.span()));
      }
    }
    return new Clause.Partitioning(columns, expressions, span);
  }

  Clause cluster(ClusterByContext cluster) {
    String mode = cluster.AUTO() != null ? "AUTO" : cluster.NONE() != null ? "NONE" : "COLUMNS";
    List<Expression> columns =
        cluster.name().stream().map(all.names::name).map(Expressions::column).toList();
    return new Clause.Clustering(mode, columns, all.text.span(cluster));
  }

  Clause location(LocationContext location) {
    Optional<Name> credential =
        Optional.ofNullable(location.credentialBlock())
            .flatMap(
                b ->
                    all.parts.of(b).stream()
                        .filter(Name.class::isInstance)
                        .map(Name.class::cast)
                        .findFirst());
    return new Clause.Location(
        all.text.literal(location.text()),
        location.MANAGED() != null,
        credential,
        all.text.span(location));
  }

  Clause filter(RowFilterContext filter) {
    return new Clause.RowFilter(
        all.names.name(filter.name()),
        all.expressions.list(filter.expression()),
        all.text.span(filter));
  }

  Clause.Mask mask(MaskContext mask) {
    return new Clause.Mask(
        all.names.name(mask.name()), all.expressions.list(mask.expression()), all.text.span(mask));
  }

  Clause comment(CommentContext comment) {
    return text(comment)
        .<Clause>map(t -> new Clause.Comment(t, all.text.span(comment)))
        .orElseGet(
            () -> new Clause.Other("COMMENT", all.parts.of(comment), all.text.span(comment)));
  }

  /** The text of a comment, unless it is computed. */
  Optional<Expression.Literal> text(@Nullable CommentContext comment) {
    if (comment == null) {
      return Optional.empty();
    }
    if (comment.text() != null) {
      return Optional.of(all.text.literal(comment.text()));
    }
    return all.expressions.expression(comment.expression()) instanceof Expression.Literal literal
        ? Optional.of(literal)
        : Optional.empty();
  }

  List<Property> properties(PropertiesContext properties) {
    return properties.property().stream().map(this::property).toList();
  }

  Property property(PropertyContext property) {
    return new Property(
        all.names.key(property.propertyKey()),
        all.expressions.optional(property.expression()),
        all.text.span(property));
  }

  /** The first word that says something, upper case. */
  static String word(ParserRuleContext rule) {
    ParseTree at = rule;
    while (at.getChildCount() > 0) {
      ParseTree first = at.getChild(0);
      boolean with =
          first instanceof TerminalNode node
              && node.getSymbol().getType() == DatabricksSqlParser.WITH
              && at.getChildCount() > 1
              && at.getChild(1) instanceof TerminalNode;
      at = with ? at.getChild(1) : first;
    }
    return at.getText().toUpperCase(Locale.ROOT);
  }
}
