package dev.bylaw.rules.sql;

import dev.bylaw.rules.sql.ast.Alias;
import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.QueryBody;
import dev.bylaw.rules.sql.ast.Relation;
import dev.bylaw.rules.sql.ast.SqlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Columns of a SELECT from several tables of which nothing says whose they are. */
final class Unqualified {
  /** Words of a call that look like columns, and functions that are called without brackets. */
  private static final Set<String> WORDS =
      Set.of(
          "microsecond",
          "millisecond",
          "second",
          "minute",
          "hour",
          "day",
          "dayofyear",
          "week",
          "month",
          "quarter",
          "year",
          "current_date",
          "current_timestamp",
          "current_time",
          "current_user",
          "session_user",
          "user");

  private final List<Expression.Column> found = new ArrayList<>();
  private final Set<String> known = new HashSet<>(WORDS);
  private int tables;
  private boolean natural;

  private Unqualified() {}

  static List<Expression.Column> in(QueryBody.Select select) {
    Unqualified columns = new Unqualified();
    select.from().forEach(columns::relation);
    if (columns.tables < 2 || columns.natural) {
      return List.of();
    }
    select.items().forEach(item -> columns.know(item.aliases()));
    select.children().forEach(columns::visit);
    return columns.found;
  }

  /** Counts tables, and notes the names that are said to be the same in both, or new. */
  private void relation(Relation relation) {
    if (relation instanceof Relation.Join join) {
      relation(join.left());
      relation(join.right());
      know(join.using());
      natural |= join.kind().startsWith("NATURAL");
    } else if (relation instanceof Relation.Aliased aliased) {
      relation(aliased.relation());
      aliased.alias().ifPresent(this::know);
    } else if (relation instanceof Relation.Shaped shaped) {
      relation(shaped.input());
      shaped.alias().ifPresent(this::know);
    } else if (relation instanceof Relation.Function function) {
      function.alias().ifPresent(this::know);
    } else {
      tables++;
    }
  }

  private void know(Alias alias) {
    know(alias.columns());
  }

  private void know(List<Identifier> names) {
    names.forEach(name -> known.add(name.key()));
  }

  /** A subquery has tables of its own. */
  private void visit(SqlNode node) {
    if (node instanceof Expression.Column column) {
      if (column.parts().size() == 1 && !known.contains(column.parts().get(0).key())) {
        found.add(column);
      }
    } else if (!(node instanceof QueryBody) && !(node instanceof Expression.Lambda)) {
      node.children().forEach(this::visit);
    }
  }
}
