package dev.bylaw.rego.eval;

import dev.bylaw.rego.ast.AstPrinter;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.compiler.FlatForm;
import dev.bylaw.rego.observe.RulePlace;
import dev.bylaw.rego.observe.TracePoint;
import dev.bylaw.rego.observe.TracePoint.Kind;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/** Puts links that tell what happens around everything. */
final class Watching extends Watch {
  private static final AstPrinter TEXT = FlatForm.printer();

  @Override
  boolean optimizes() {
    return false;
  }

  private static TracePoint point(Rule rule, RuleGroup group) {
    return new TracePoint(Kind.RULE, RulePlace.of(rule), group.path(), Optional.of(rule));
  }

  private static TracePoint point(Body body) {
    String text = String.join("; ", body.exprs().stream().map(TEXT::expr).toList());
    return new TracePoint(Kind.BODY, body.span(), text, Optional.of(body));
  }

  /** Arguments are matched after the definition was entered, as OPA does. */
  @Override
  Pattern[] enter(BodyPlanner body, Rule rule, List<Term> args, RuleGroup group, boolean first) {
    TracePoint point = point(rule, group);
    if (first) {
      body.emit(new Watched.Index(group, point, rule.isDefault()));
    }
    int[] given = new int[args.size()];
    Pattern[] patterns = new Pattern[given.length];
    for (int i = 0; i < given.length; i++) {
      given[i] = body.slots.temporary();
      patterns[i] = new Pattern.Bind(given[i]);
    }
    body.emit(new Watched.Enter(point, Bindings.at(body.slots)));
    for (int i = 0; i < given.length; i++) {
      Pattern pattern = body.terms().pattern(args.get(i));
      body.emit(new Steps.Match(pattern, new Nodes.Slot(given[i])));
    }
    return patterns;
  }

  /** The body is evaluated as it is written; what it demands only tells which errors count. */
  @Override
  void guards(BodyPlanner body, List<Step> planned) {
    if (!planned.isEmpty()) {
      body.emit(new WatchedGuard(body.link(planned, new Steps.Found())));
    }
  }

  @Override
  Step exit(BodyPlanner body, Rule rule, RuleGroup group, Step last) {
    Bindings bindings = Bindings.at(body.slots);
    return new Watched.ExitRule(point(rule, group), bindings, rule.isDefault(), group, last);
  }

  @Override
  void enter(BodyPlanner planner, Body body) {
    planner.emit(new Watched.Enter(point(body), Bindings.at(planner.slots)));
  }

  @Override
  Step exit(BodyPlanner planner, Body body, Step last) {
    boolean early = last instanceof Steps.Found && !(last instanceof Steps.Refuted);
    return new Watched.Exit(point(body), Bindings.at(planner.slots), early, last);
  }

  @Override
  void expr(BodyPlanner body, Expr expr, Runnable plan) {
    TracePoint point = point(expr);
    int answered = body.slots.aux();
    boolean classic = expr instanceof Expr.Not not && not.classic();
    body.emit(new Watched.Eval(point, Bindings.at(body.slots), answered));
    note(body, expr, point);
    plan.run();
    body.emit(new Watched.Answer(point, Bindings.at(body.slots), answered, !classic));
  }

  private static TracePoint point(Expr expr) {
    return new TracePoint(Kind.EXPRESSION, expr.span(), TEXT.expr(expr), Optional.of(expr));
  }

  private static void note(BodyPlanner body, Expr expr, TracePoint point) {
    if (expr instanceof Expr.TermExpr e
        && e.term() instanceof Call c
        && c.operator() instanceof Var v
        && v.name().equals("trace")) {
      body.emit(new Watched.Note(point, body.terms().node(c.args().get(0))));
    }
  }

  @Override
  Step every(BodyPlanner planner, Expr.Every e, Node domain, int key, int value, Step body) {
    String index = e.key().map(TEXT::term).orElse("__key__");
    String text = TEXT.term(e.domain()) + "[" + index + "] = " + TEXT.term(e.value());
    TracePoint each = new TracePoint(Kind.EXPRESSION, e.domain().span(), text, Optional.empty());
    TracePoint every = point(e);
    Bindings bindings = Bindings.at(planner.slots);
    int answered = planner.slots.aux();
    Step element = new WatchedEvery.Element(every, each, bindings, answered, body);
    Steps.Every step = new Steps.Every(domain, key, value, element);
    return new WatchedEvery(every, each, bindings, answered, step);
  }

  @Override
  Node asked(List<String> path, Node node) {
    String name = String.join(".", path);
    Span span = SourceFile.of("", path.isEmpty() ? "data" : "data." + name).span();
    String text = span.text() + " = _";
    TracePoint query = new TracePoint(Kind.BODY, span, text, Optional.empty());
    TracePoint expression = new TracePoint(Kind.EXPRESSION, span, text, Optional.empty());
    return new Watched.Asked(query, expression, node);
  }
}
