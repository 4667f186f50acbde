package dev.bylaw.rules.sql.databricks;

import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.PipeStep;
import dev.bylaw.rules.sql.ast.SelectItem;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.PipeGroupContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.PipeStepContext;
import dev.bylaw.rules.sql.databricks.DatabricksSqlParser.QueryTailContext;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.tree.TerminalNode;

/** The steps of piped queries. */
final class Pipes {
  private final Builders all;

  Pipes(Builders all) {
    this.all = all;
  }

  /** One step, or for a set operation with several queries as many. */
  List<PipeStep> steps(PipeStepContext step) {
    Span span = all.text.span(step);
    if (!step.queryPrimary().isEmpty()) {
      boolean keep = step.setQuantifier() != null && step.setQuantifier().ALL() != null;
      List<PipeStep> steps = new ArrayList<>();
      step.queryPrimary()
          .forEach(
              q ->
                  steps.add(
                      new PipeStep.Combine(
                          Queries.operator(step),
                          keep,
                          step.NAME() != null,
                          all.queries.primary(q),
                          span)));
      return steps;
    }
    return List.of(step(step, span));
  }

  private PipeStep step(PipeStepContext step, Span span) {
    if (step.joinPart() != null) {
      var join = step.joinPart();
      return new PipeStep.Join(
          all.relations.kind(join.joinKind()),
          all.relations.joined(join),
          all.relations.on(join),
          all.names.identifiers(join.names()),
          span);
    }
    if (step.lateralView() != null) {
      return new PipeStep.Reshape(
          all.relations.lateralView(step.lateralView()),
          all.relations.alias(step.lateralView()),
          span);
    }
    if (step.pivot() != null) {
      return new PipeStep.Reshape(
          all.relations.shape(step.pivot()), all.relations.alias(step.pivot().tableAlias()), span);
    }
    if (step.sample() != null) {
      return new PipeStep.Reshape(all.relations.sample(step.sample()), Optional.empty(), span);
    }
    if (step.queryTail() != null) {
      return tail(step.queryTail(), span);
    }
    return chosen(step, (TerminalNode) step.getChild(1), span);
  }

  private PipeStep chosen(PipeStepContext step, TerminalNode verb, Span span) {
    return switch (verb.getSymbol().getType()) {
      case DatabricksSqlParser.WHERE ->
          new PipeStep.Where(all.expressions.expression(step.expression()), span);
      case DatabricksSqlParser.AS ->
          new PipeStep.Rename(all.text.identifier(step.identifier()), span);
      case DatabricksSqlParser.DROP ->
          new PipeStep.DropColumns(step.name().stream().map(all.names::flat).toList(), span);
      case DatabricksSqlParser.AGGREGATE ->
          new PipeStep.Aggregate(all.queries.items(step.selectItem()), groups(step), true, span);
      case DatabricksSqlParser.SELECT ->
          step.groupBy() == null
              ? project(step, verb, span)
              : new PipeStep.Aggregate(
                  all.queries.items(step.selectItem()),
                  all.queries.group(step.groupBy()).stream()
                      .map(e -> new SelectItem(e, List.of(), e.span()))
                      .toList(),
                  false,
                  span);
      default -> project(step, verb, span);
    };
  }

  private PipeStep project(PipeStepContext step, TerminalNode verb, Span span) {
    List<SelectItem> items = new ArrayList<>(all.queries.items(step.selectItem()));
    for (var assignment : step.assignment()) {
      Name column = all.names.name(assignment.name());
      Identifier alias = new Identifier(column.text(), column.span());
      items.add(
          new SelectItem(
              all.expressions.expression(assignment.expression()),
              List.of(alias),
              all.text.span(assignment)));
    }
    boolean distinct = step.setQuantifier() != null && step.setQuantifier().DISTINCT() != null;
    return new PipeStep.Project(verb.getText().toUpperCase(Locale.ROOT), distinct, items, span);
  }

  private List<SelectItem> groups(PipeStepContext step) {
    List<SelectItem> groups = new ArrayList<>();
    for (PipeGroupContext group : step.pipeGroup()) {
      Expression key = all.queries.groupItem(group.groupItem());
      groups.add(
          new SelectItem(
              key,
              all.names.identifier(group.groupItem().identifier()).stream().toList(),
              all.text.span(group.groupItem())));
    }
    return groups;
  }

  private PipeStep tail(QueryTailContext tail, Span span) {
    return new PipeStep.Tail(
        all.queries.order(tail),
        all.queries.windows(tail.windowClause()),
        tail.LIMIT() == null || tail.ALL() != null
            ? Optional.empty()
            : all.expressions.optional(tail.expression(0)),
        tail.OFFSET() == null
            ? Optional.empty()
            : all.expressions.optional(tail.expression(tail.expression().size() - 1)),
        span);
  }
}
