package dev.bylaw.rego.explain;

import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Node;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.observe.TraceEvent;
import dev.bylaw.rego.observe.TracePoint;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A body that is being evaluated. */
final class OpenBody {
  /** What one condition asked is kept of so many attempts. */
  private static final int MOST_ASKED = 4;

  private final long query;
  private final TracePoint point;
  private final Map<String, List<RegoValue>> given;
  private final List<Step> steps = new ArrayList<>();
  private final List<Attempt> answers = new ArrayList<>();
  private Optional<Attempt> furthest = Optional.empty();
  private int reached = -1;
  private Map<String, RegoValue> values = Map.of();

  /** An expression of the flat form that was begun, and what it asked since. */
  record Step(TracePoint point, List<Attempt> because) {}

  /**
   * @param given where the arguments came from
   */
  OpenBody(long query, TracePoint point, Map<String, List<RegoValue>> given) {
    this.query = query;
    this.point = point;
    this.given = given;
  }

  /** A body that another one asked for. */
  static OpenBody within(OpenBody outer, TraceEvent event) {
    Map<String, List<RegoValue>> given = new HashMap<>();
    Origins origins = outer.origins(outer.values);
    Optional<Node> syntax = event.point().syntax();
    if (syntax.isPresent() && syntax.get() instanceof Rule rule) {
      rule.head().args().ifPresent(params -> pass(params, outer.arguments(), origins, given));
    } else {
      given.putAll(origins.paths());
      outer.point.syntax().ifPresent(s -> element(s, origins, event.variables().get(), given));
    }
    return new OpenBody(event.query(), event.point(), given);
  }

  private static void pass(
      List<Term> params, List<Term> args, Origins origins, Map<String, List<RegoValue>> given) {
    for (int i = 0; i < Math.min(params.size(), args.size()); i++) {
      if (params.get(i) instanceof Var v) {
        origins.path(args.get(i)).ifPresent(p -> given.put(v.name(), p));
      }
    }
  }

  /** Of equal elements of what {@code every} goes through, the first stands for all. */
  private static void element(
      Node outer,
      Origins origins,
      Map<String, RegoValue> values,
      Map<String, List<RegoValue>> given) {
    if (outer instanceof Expr.Every e && values.get(e.value().name()) != null) {
      RegoValue element = values.get(e.value().name());
      Optional<RegoValue> key = origins.value(e.domain()).flatMap(d -> Origins.key(d, element));
      Optional<List<RegoValue>> domain = origins.path(e.domain());
      if (key.isPresent() && domain.isPresent()) {
        List<RegoValue> path = new ArrayList<>(domain.get());
        path.add(key.get());
        given.put(e.value().name(), path);
      }
    }
  }

  /** Of the call that is being evaluated. */
  private List<Term> arguments() {
    if (steps.isEmpty()) {
      return List.of();
    }
    Optional<Node> syntax = steps.get(steps.size() - 1).point().syntax();
    Optional<Term> term = syntax.flatMap(Named::statement);
    return term.isPresent() && term.get() instanceof Call c ? c.args() : List.of();
  }

  private Origins origins(Map<String, RegoValue> now) {
    Origins origins = new Origins(now, given);
    for (Step step : steps) {
      if (step.point().syntax().isPresent() && step.point().syntax().get() instanceof Expr e) {
        origins.learn(e);
      }
    }
    return origins;
  }

  long query() {
    return query;
  }

  TracePoint point() {
    return point;
  }

  /** An expression begins, the first time or again. */
  void evaluates(TraceEvent event) {
    backBefore(event.point());
    steps.add(new Step(event.point(), new ArrayList<>()));
    values = event.variables().get();
  }

  private void backBefore(TracePoint at) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).point().equals(at)) {
        steps.subList(i, steps.size()).clear();
      }
    }
  }

  /** What the expression that is being evaluated asked. */
  void asked(List<Attempt> attempts) {
    if (!steps.isEmpty()) {
      List<Attempt> because = steps.get(steps.size() - 1).because();
      attempts.stream().limit(Math.max(0, MOST_ASKED - because.size())).forEach(because::add);
    }
  }

  /** An expression has no answer. */
  void fails(TraceEvent event, Map<String, List<Attempt>> known) {
    int last = steps.size() - 1;
    while (last >= 0 && !steps.get(last).point().equals(event.point())) {
      last--;
    }
    if (last > reached && answers.isEmpty()) {
      reached = last;
      steps.subList(last + 1, steps.size()).clear();
      Map<String, RegoValue> now = event.variables().get();
      furthest = Optional.of(attempt(Optional.empty(), now, known));
    }
  }

  /** The body holds. */
  void answers(TraceEvent event, Map<String, List<Attempt>> known) {
    Map<String, RegoValue> now = event.variables().get();
    answers.add(attempt(Optional.of(yields(origins(now))), now, known));
  }

  private RegoValue yields(Origins origins) {
    return point.syntax().flatMap(Named::yields).flatMap(origins::value).orElse(RegoBoolean.TRUE);
  }

  private Attempt attempt(
      Optional<RegoValue> yields, Map<String, RegoValue> now, Map<String, List<Attempt>> known) {
    String rule = point.kind() == TracePoint.Kind.RULE ? point.text() : "";
    List<Condition> conditions =
        new WrittenConditions(point, origins(now), known).of(steps, yields.isPresent());
    return new Attempt(rule, point.span(), yields, conditions);
  }

  /**
   * Its answers; where it has none, how far it came, unless nothing was tried. For all elements,
   * those are the elements that did not hold.
   */
  List<Attempt> attempts() {
    if (point.syntax().isPresent() && point.syntax().get() instanceof Expr.Every) {
      List<Attempt> elements = steps.stream().flatMap(s -> s.because().stream()).toList();
      List<Attempt> failed = elements.stream().filter(a -> !a.holds()).toList();
      return failed.isEmpty() ? elements : failed;
    }
    return answers.isEmpty() ? furthest.stream().toList() : answers;
  }
}
