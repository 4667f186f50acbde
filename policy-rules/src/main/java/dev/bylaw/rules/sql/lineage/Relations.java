package dev.bylaw.rules.sql.lineage;

import dev.bylaw.rules.sql.ast.Alias;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the relations of a FROM into a scope. */
final class Relations {
  private final Queries queries;
  private final Environment environment;
  private final Scope scope;
  private final Optional<Scope> outer;

  Relations(Queries queries, Environment environment, Scope scope, Optional<Scope> outer) {
    this.queries = queries;
    this.environment = environment;
    this.scope = scope;
    this.outer = outer;
  }

  void add(Relation relation) {
    if (relation instanceof Relation.Table table) {
      List<String> name = table.name().parts().stream().map(Identifier::key).toList();
      part(table.alias(), name, environment.shape(table.name()));
    } else if (relation instanceof Relation.Function function) {
      Values arguments = new Values(queries, environment, scope).of(function.call());
      Name name = function.call().function();
      part(
          function.alias(),
          List.of(name.last().key()),
          Shape.madeOf(arguments.sources(), arguments.resolved()));
    } else if (relation instanceof Relation.Derived derived) {
      Optional<Scope> around = derived.lateral() ? Optional.of(scope) : outer;
      part(derived.alias(), List.of(), queries.shape(derived.query(), environment, around));
    } else if (relation instanceof Relation.Aliased aliased) {
      aliased(aliased);
    } else if (relation instanceof Relation.Join join) {
      add(join.left());
      join(join.kind(), join.right(), join.using());
    } else if (relation instanceof Relation.Shaped shaped) {
      shaped(shaped);
    }
  }

  private void part(Optional<Alias> alias, List<String> name, Shape shape) {
    Shape renamed = shape.renamed(columns(alias));
    scope
        .parts()
        .add(new Scope.Part(alias.map(a -> List.of(a.name().key())).orElse(name), renamed));
  }

  static List<Identifier> columns(Optional<Alias> alias) {
    return alias.map(Alias::columns).orElse(List.of());
  }

  private void aliased(Relation.Aliased aliased) {
    if (aliased.alias().isEmpty()) {
      add(aliased.relation());
      return;
    }
    Scope inner = new Scope(outer);
    queries.relation(aliased.relation(), environment, inner, outer);
    part(aliased.alias(), List.of(), Shape.ofQuery(inner.star(List.of(), aliased.span())));
  }

  /** What is in the scope, and another relation. */
  void join(String kind, Relation right, List<Identifier> using) {
    int before = scope.parts().size();
    add(right);
    if (kind.endsWith("SEMI") || kind.endsWith("ANTI")) {
      List<Scope.Part> left = new ArrayList<>(scope.parts().subList(0, before));
      scope.parts().clear();
      scope.parts().addAll(left);
    }
    using.stream().map(Identifier::key).forEach(scope::merge);
    if (kind.startsWith("NATURAL")) {
      natural(before);
    }
  }

  /** Columns with one name on both sides are one. */
  private void natural(int before) {
    List<Scope.Part> parts = scope.parts();
    for (Scope.Part right : parts.subList(before, parts.size())) {
      for (Scope.Part left : parts.subList(0, before)) {
        right.shape().fields().stream()
            .map(Field::key)
            .filter(key -> left.shape().field(key).isPresent())
            .forEach(scope::merge);
      }
    }
  }

  private void shaped(Relation.Shaped shaped) {
    if (shaped.shape() instanceof Relation.Sample) {
      add(shaped.input());
    } else if (shaped.shape() instanceof Relation.LateralView view) {
      add(shaped.input());
      view(view, shaped.alias());
    } else {
      Scope inner = new Scope(outer);
      queries.relation(shaped.input(), environment, inner, outer);
      new Pivots(queries, environment, inner)
          .shape(shaped.shape())
          .ifPresent(shape -> part(shaped.alias(), List.of(), shape));
    }
  }

  void view(Relation.LateralView view, Optional<Alias> alias) {
    Values arguments = new Values(queries, environment, scope).of(view.call());
    part(alias, List.of(), Shape.madeOf(arguments.sources(), arguments.resolved()));
  }
}
