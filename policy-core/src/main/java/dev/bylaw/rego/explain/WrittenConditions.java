package dev.bylaw.rego.explain;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Node;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.observe.TracePoint;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts expressions of the flat form together again to those that were written. */
final class WrittenConditions {
  private static final List<String> COMPARISONS =
      List.of("equal", "neq", "lt", "lte", "gt", "gte", "internal.member_2");

  private final TracePoint body;
  private final List<Expr> expressions;
  private final Origins origins;
  private final Map<String, List<Attempt>> known;
  // where the text of a generated variable stands
  private final Map<String, Span> places = new HashMap<>();
  private final Set<String> bound = new HashSet<>();

  /**
   * @param known attempts of rules that were evaluated before
   */
  WrittenConditions(TracePoint body, Origins origins, Map<String, List<Attempt>> known) {
    this.body = body;
    this.expressions = body.syntax().map(Named::expressions).orElse(List.of());
    this.origins = origins;
    this.known = known;
    this.bound.addAll(origins.given());
  }

  /**
   * @param steps in the order of the evaluation
   * @param hold whether the last one has an answer too
   */
  List<Condition> of(List<OpenBody.Step> steps, boolean hold) {
    Map<Span, List<OpenBody.Step>> written = new LinkedHashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      Span span = written(steps.get(i));
      boolean ends = !hold && i == steps.size() - 1;
      if (ends || !isOfHead(span)) {
        written.computeIfAbsent(span, s -> new ArrayList<>()).add(steps.get(i));
      }
    }
    List<Condition> conditions = new ArrayList<>();
    Span last = steps.isEmpty() ? body.span() : written(steps.get(steps.size() - 1));
    written.forEach(
        (span, group) -> conditions.add(condition(span, group, hold || !span.equals(last))));
    return conditions;
  }

  /** The expression that a part was taken out of: the widest one around it that follows. */
  private Span written(OpenBody.Step step) {
    Span part = step.point().span();
    int at = 0;
    while (at < expressions.size() && !isAt(step, expressions.get(at))) {
      at++;
    }
    Span widest = part;
    for (int i = at; i < expressions.size(); i++) {
      Span span = expressions.get(i).span();
      widest = holds(span, widest) ? span : widest;
    }
    return widest;
  }

  private static boolean isAt(OpenBody.Step step, Expr expr) {
    return step.point().syntax().filter(s -> s == expr).isPresent();
  }

  private static boolean holds(Span outer, Span inner) {
    return outer.source() == inner.source()
        && outer.start() <= inner.start()
        && outer.end() >= inner.end();
  }

  /** What only builds the answer is no condition. */
  private boolean isOfHead(Span span) {
    Optional<Node> syntax = body.syntax();
    if (syntax.isEmpty() || !(syntax.get() instanceof Rule rule)) {
      return false;
    }
    Optional<Term> yields = Named.yields(rule);
    return holds(rule.head().span(), span)
        || expressions.stream()
            .filter(e -> e.span().equals(span))
            .anyMatch(e -> assigned(e).filter(v -> isNamed(v, yields)).isPresent());
  }

  private static Optional<Var> assigned(Expr expr) {
    return Named.statement(expr)
        .flatMap(Origins::equality)
        .map(c -> c.args().get(0))
        .filter(Var.class::isInstance)
        .map(Var.class::cast);
  }

  private static boolean isNamed(Var v, Optional<Term> yields) {
    return yields.isPresent() && yields.get() instanceof Var y && y.name().equals(v.name());
  }

  private Condition condition(Span span, List<OpenBody.Step> steps, boolean holds) {
    Map<Span, Part> parts = new LinkedHashMap<>();
    List<Attempt> because = new ArrayList<>();
    Optional<Condition.Comparison> comparison = Optional.empty();
    for (OpenBody.Step step : steps) {
      Optional<Node> syntax = step.point().syntax();
      syntax.ifPresent(s -> name(s, parts));
      because.addAll(step.because());
      if (step.because().isEmpty()) {
        syntax.ifPresent(s -> because.addAll(before(s)));
      }
      if (step.point().span().equals(span)) {
        comparison = syntax.filter(s -> !binds(s)).flatMap(this::comparison);
      }
      syntax.ifPresent(s -> terms(s).forEach(this::binds));
    }
    List<Part> inOrder =
        parts.values().stream()
            .sorted((a, b) -> Integer.compare(a.span().start(), b.span().start()))
            .toList();
    return new Condition(span, holds, inOrder, comparison, because);
  }

  /** Whether an equality gives a variable its first value. */
  private boolean binds(Node expr) {
    Optional<Var> variable = expr instanceof Expr e ? assigned(e) : Optional.empty();
    return variable.filter(v -> !isGenerated(v) && !bound.contains(v.name())).isPresent();
  }

  private void binds(Term term) {
    if (term instanceof Call c) {
      c.args().forEach(this::binds);
    } else if (term instanceof Var v) {
      bound.add(v.name());
    }
  }

  private void name(Node expr, Map<Span, Part> parts) {
    terms(expr).forEach(t -> name(t, parts));
    Named.statement(expr).ifPresent(t -> result(t, parts));
  }

  private static Stream<Term> terms(Node expr) {
    if (expr instanceof Expr.Every e) {
      return Stream.of(e.domain());
    }
    return Named.statement(expr).or(() -> Named.denied(expr)).stream();
  }

  /** A call that was taken out yields to a variable that nobody wrote. */
  private void result(Term statement, Map<Span, Part> parts) {
    if (statement instanceof Call c && !c.args().isEmpty()) {
      boolean isEquality = Origins.equality(c).isPresent();
      Term result = c.args().get(isEquality ? 0 : c.args().size() - 1);
      if (result instanceof Var v && isGenerated(v)) {
        places.put(v.name(), v.span());
        parts.put(v.span(), part(v, v.span()));
      }
    }
  }

  private void name(Term term, Map<Span, Part> parts) {
    if (term instanceof Call c) {
      c.args().forEach(a -> name(a, parts));
    } else if (term instanceof ArrayTerm a) {
      a.elements().forEach(e -> name(e, parts));
    } else if (term instanceof SetTerm s) {
      s.elements().forEach(e -> name(e, parts));
    } else if (term instanceof ObjectTerm o) {
      o.entries().forEach(e -> name(e.value(), parts));
    } else if (term instanceof Ref
        || (term instanceof Var v && !isGenerated(v) && !v.isWildcard())) {
      parts.putIfAbsent(term.span(), part(term, term.span()));
    }
  }

  private static boolean isGenerated(Var v) {
    return v.name().startsWith("$local") || v.name().startsWith("$not");
  }

  private Part part(Term term, Span span) {
    return new Part(span, origins.value(term), origins.path(term), through(term));
  }

  /** Up to the first key that the reference itself looks for. */
  private Optional<List<RegoValue>> through(Term term) {
    if (term instanceof Ref r) {
      for (int i = 0; i < r.path().size(); i++) {
        if (r.path().get(i) instanceof Var v && !isGenerated(v) && !bound.contains(v.name())) {
          return i == 0
              ? origins.path(r.head())
              : origins.path(new Ref(r.span(), r.head(), r.path().subList(0, i)));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Condition.Comparison> comparison(Node expr) {
    boolean negated = expr instanceof Expr.Not;
    Optional<Term> said = Named.statement(expr).or(() -> Named.denied(expr));
    if (said.isEmpty() || !(said.get() instanceof Call c) || c.args().size() != 2) {
      return Optional.empty();
    }
    String operator = operator(c);
    return COMPARISONS.contains(operator)
        ? Optional.of(
            new Condition.Comparison(
                operator, negated, side(c.args().get(0)), side(c.args().get(1))))
        : Optional.empty();
  }

  private static String operator(Call c) {
    if (c.operator() instanceof Var v) {
      // a comparison by == reads eq in the flat form
      return v.name().equals("eq") ? "equal" : v.name();
    }
    return c.operator().span().text();
  }

  private Part side(Term term) {
    Span span = term instanceof Var v ? places.getOrDefault(v.name(), v.span()) : term.span();
    return part(term, span);
  }

  /** What is known of a rule that was evaluated earlier and is not evaluated again. */
  private List<Attempt> before(Node expr) {
    return terms(expr).flatMap(this::before).toList();
  }

  private Stream<Attempt> before(Term term) {
    if (term instanceof Call c) {
      return c.args().stream().flatMap(this::before);
    }
    return term instanceof Ref r && r.head() instanceof Var v && v.name().equals("data")
        ? before(r)
        : Stream.empty();
  }

  private Stream<Attempt> before(Ref r) {
    StringBuilder path = new StringBuilder("data");
    List<Attempt> found = List.of();
    for (Term key : r.path()) {
      if (key instanceof Scalar s && s.value() instanceof RegoString name) {
        path.append('.').append(name.value());
        found = known.getOrDefault(path.toString(), found);
      }
    }
    return found.stream().limit(2);
  }
}
