package dev.bylaw.rules.sql.lineage;

import dev.bylaw.rules.sql.ast.Alias;
import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.PipeStep;
import dev.bylaw.rules.sql.ast.QueryBody;
import dev.bylaw.rules.sql.ast.Relation;
import dev.bylaw.rules.sql.ast.SelectItem;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The columns of a piped query: each step sees what the steps before it leave. */
final class Pipes {
  private final Queries queries;
  private final Environment environment;
  private final Optional<Scope> outer;
  private Scope scope;

  Pipes(Queries queries, Environment environment, Optional<Scope> outer) {
    this.queries = queries;
    this.environment = environment;
    this.outer = outer;
    this.scope = new Scope(outer);
  }

  Shape shape(QueryBody.Piped piped) {
    if (piped.input() instanceof QueryBody.Select from && from.items().isEmpty()) {
      from.from().forEach(relation -> queries.relation(relation, environment, scope, outer));
    } else {
      become(List.of(), queries.shape(piped.input(), environment, outer));
    }
    piped.steps().forEach(this::step);
    return all(piped.span());
  }

  private Shape all(Span span) {
    return Shape.ofQuery(scope.star(List.of(), span));
  }

  /** From here on there is one relation. */
  private void become(List<String> name, Shape shape) {
    scope = new Scope(outer);
    scope.parts().add(new Scope.Part(name, shape));
  }

  private void step(PipeStep step) {
    if (step instanceof PipeStep.Project project) {
      project(project);
    } else if (step instanceof PipeStep.DropColumns drop) {
      Set<String> dropped = new HashSet<>();
      drop.columns().stream().map(Identifier::key).forEach(dropped::add);
      change(shape -> shape.without(dropped));
    } else if (step instanceof PipeStep.Rename rename) {
      become(List.of(rename.name().key()), all(rename.span()));
    } else if (step instanceof PipeStep.Aggregate aggregate) {
      aggregate(aggregate);
    } else if (step instanceof PipeStep.Join join) {
      new Relations(queries, environment, scope, outer)
          .join(join.kind(), join.right(), join.using());
    } else if (step instanceof PipeStep.Combine combine) {
      Shape right = queries.shape(combine.right(), environment, outer);
      become(List.of(), Queries.combined(all(combine.span()), right, combine.byName()));
    } else if (step instanceof PipeStep.Reshape reshape) {
      reshape(reshape);
    }
  }

  private void project(PipeStep.Project project) {
    List<Field> fields = fields(project.items());
    switch (project.verb()) {
      case "SELECT" -> become(List.of(), Shape.ofQuery(fields));
      case "SET" -> fields.forEach(this::set);
      default -> scope.parts().add(new Scope.Part(List.of(), Shape.ofQuery(fields)));
    }
  }

  private List<Field> fields(List<SelectItem> items) {
    List<Field> fields = new ArrayList<>();
    items.forEach(item -> fields.addAll(queries.item(item, environment, scope)));
    return fields;
  }

  private void set(Field field) {
    change(shape -> shape.replaced(field));
    boolean known = scope.parts().stream().anyMatch(p -> p.shape().field(field.key()).isPresent());
    if (!known) {
      scope.parts().add(new Scope.Part(List.of(), Shape.of(List.of(field))));
    }
  }

  private void change(UnaryOperator<Shape> change) {
    scope.parts().replaceAll(part -> new Scope.Part(part.name(), change.apply(part.shape())));
  }

  private void aggregate(PipeStep.Aggregate aggregate) {
    List<Field> fields = new ArrayList<>();
    if (aggregate.withGroups()) {
      aggregate.groups().forEach(group -> fields.addAll(group(group)));
    }
    fields.addAll(fields(aggregate.items()));
    become(List.of(), Shape.ofQuery(fields));
  }

  /** A number means a column by its place. */
  private List<Field> group(SelectItem group) {
    if (group.expression() instanceof Expression.Literal literal
        && literal.type() == Expression.LiteralType.NUMBER) {
      Shape shape = all(group.span());
      int at = shape.place(literal.value());
      return List.of(
          at >= 0
              ? shape.fields().get(at)
              : new Field(literal.value(), group.span(), Set.of(), false));
    }
    return queries.item(group, environment, scope);
  }

  private void reshape(PipeStep.Reshape reshape) {
    Optional<Alias> alias = reshape.alias();
    if (reshape.shape() instanceof Relation.LateralView view) {
      new Relations(queries, environment, scope, outer).view(view, alias);
      return;
    }
    List<String> name = alias.map(a -> List.of(a.name().key())).orElse(List.of());
    new Pivots(queries, environment, scope)
        .shape(reshape.shape())
        .ifPresent(shape -> become(name, shape.renamed(Relations.columns(alias))));
  }
}
