package dev.bylaw.rego.eval;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.compiler.BodyOrder;
import dev.bylaw.rego.compiler.Negation;
import dev.bylaw.rego.compiler.PrintCalls;
import dev.bylaw.rego.compiler.Vars;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns ordered expressions into a chain of steps over the slots of one frame. */
final class BodyPlanner {
  final Linker linker;
  final Slots slots;
  final Reads reads;
  private final TermPlanner terms;
  private final CallsFirst calls;
  private final Set<String> equality;
  private List<Step> steps = new ArrayList<>();
  private boolean reordered;

  BodyPlanner(Linker linker, Slots slots, Reads reads) {
    this(linker, slots, reads, Negation.EQUALITY);
  }

  /**
   * @param equality calls whose two sides are not operands, where they are negated
   */
  BodyPlanner(Linker linker, Slots slots, Reads reads, Set<String> equality) {
    this.linker = linker;
    this.slots = slots;
    this.reads = reads;
    this.terms = new TermPlanner(this, linker);
    this.calls = new CallsFirst(this, equality);
    this.equality = equality;
  }

  TermPlanner terms() {
    return terms;
  }

  CallsFirst calls() {
    return calls;
  }

  void emit(Step step) {
    steps.add(step);
  }

  /** Links the steps so far, with a last one behind them. */
  Step finish(Step last) {
    return link(steps, last);
  }

  Step link(List<Step> planned, Step last) {
    List<Step> steps = linker.watch().optimizes() ? Joins.found(planned) : planned;
    Step next = last;
    for (int i = steps.size() - 1; i >= 0; i--) {
      steps.get(i).next = next;
      next = steps.get(i);
    }
    return next;
  }

  void body(Body body) {
    BodyOrder.Ordered ordered = order(body);
    exprs(ready(ordered));
    for (BodyOrder.Stuck stuck : ordered.stuck()) {
      stuck(stuck);
    }
  }

  /**
   * The body of a rule.
   *
   * @param ways what is looked at before: all of one of the lists has to hold
   */
  void body(Body body, List<List<Demand>> ways) {
    guards(ways);
    body(body);
  }

  private BodyOrder.Ordered order(Body body) {
    BodyOrder.Ordered ordered = linker.order().order(body, slots.bound());
    for (int i = 0; i < body.exprs().size(); i++) {
      reordered |= body.exprs().get(i) != ordered.exprs().get(i);
    }
    return ordered;
  }

  /** Whether the body, not one in it, is evaluated in another order than that of the text. */
  boolean isReordered() {
    return reordered;
  }

  private static List<Expr> ready(BodyOrder.Ordered ordered) {
    return ordered.exprs().subList(0, ordered.exprs().size() - ordered.stuck().size());
  }

  /**
   * What OPA lets pass although variables have no value. Looking into such a variable finds
   * nothing, and so does a set or key with one among what is compared; all else is an error where
   * it is reached.
   */
  private void stuck(BodyOrder.Stuck stuck) {
    Expr expr = stuck.expr();
    boolean nothing =
        expr instanceof Expr.TermExpr e
            && (isLookedInto(e.term(), stuck.lacks())
                || Misfits.isIn(e.term(), stuck.lacks().keySet()));
    Node absent = new Nodes.Constant(RegoBoolean.FALSE);
    emit(
        nothing
            ? new Steps.Check(absent)
            : new Steps.Unready(expr.span(), Set.copyOf(stuck.lacks().keySet())));
    Vars.outer(expr).keySet().forEach(slots::bind); // for what follows
  }

  private static boolean isLookedInto(Term term, Map<String, Var> unbound) {
    return term instanceof Call c
        && c.operator() instanceof Var v
        && v.name().equals("eq")
        && c.args().stream()
            .anyMatch(
                side ->
                    side instanceof Ref r
                        && r.head() instanceof Var head
                        && unbound.containsKey(head.name()));
  }

  private void exprs(List<Expr> exprs) {
    reads.enter(exprs);
    for (Expr expr : exprs) {
      reads.expr(expr);
      linker.watch().expr(this, expr, () -> expr(expr));
    }
  }

  private void guards(List<List<Demand>> ways) {
    List<Step> outer = steps;
    reads.stop(); // what is read here is read again
    List<List<Step>> planned = new ArrayList<>();
    for (List<Demand> demands : ways) {
      steps = new ArrayList<>();
      for (Demand demand : demands) {
        if (demand.isBehind()) {
          emit(demand.step(terms.node(demand.place())));
        }
      }
      planned.add(steps);
    }
    steps = outer;
    if (planned.size() == 1) {
      linker.watch().guards(this, planned.get(0));
    } else if (planned.size() > 1 && planned.stream().noneMatch(List::isEmpty)) {
      linker.watch().guards(this, List.of(either(planned)));
    }
  }

  private Step either(List<List<Step>> ways) {
    Step either = link(ways.get(0), new Steps.Found());
    for (List<Step> way : ways.subList(1, ways.size())) {
      Step other = new Steps.Logic(false, either, link(way, new Steps.Found()));
      other.next = new Steps.Found();
      either = other;
    }
    return either;
  }

  /** Makes the last link of a closure, when its body is planned. */
  interface Last {
    Step step();
  }

  /** A chain of its own that sees the variables bound so far and binds none for what follows. */
  Step closure(Body body, Last last) {
    List<Step> outer = steps;
    boolean outerIsReordered = reordered;
    Set<String> before = new HashSet<>(slots.bound());
    steps = new ArrayList<>();
    reads.down();
    linker.watch().enter(this, body);
    body(body);
    Step chain = linker.hasProblems() ? new Steps.Found() : link(steps, end(body, last));
    reads.up();
    steps = outer;
    reordered = outerIsReordered;
    slots.restore(before);
    return chain;
  }

  private Step end(Body body, Last last) {
    Step step = last.step();
    return linker.watch().exit(this, body, step);
  }

  private void expr(Expr expr) {
    int aux = -1;
    if (!expr.with().isEmpty()) {
      aux = slots.aux();
      emit(new Withs.Enter(new Modifiers(this, linker).plan(expr.with()), aux));
    }
    if (expr instanceof Expr.TermExpr e) {
      termExpr(calls.first(e.term()));
    } else if (expr instanceof Expr.Not e) {
      not(e);
    } else if (expr instanceof Expr.Logic e) {
      Step left = closure(e.left(), Steps.Found::new);
      Step right = closure(e.right(), Steps.Found::new);
      emit(new Steps.Logic(e.operator() == Expr.Logic.Operator.AND, left, right));
    } else if (expr instanceof Expr.Every e) {
      every(e);
    } else {
      throw new IllegalStateException("not resolved: " + expr.span());
    }
    if (aux >= 0) {
      emit(new Withs.Exit(aux));
    }
  }

  /** A body in braces is evaluated to its end, as in OPA: behind its first answer it may fail. */
  private void not(Expr.Not e) {
    if (!e.classic() && linker.mayFail(e.body())) {
      int refuted = slots.aux();
      emit(new Steps.NotAtAll(closure(e.body(), () -> new Steps.RefutedOnce(refuted)), refuted));
      return;
    }
    Step body = closure(e.classic() ? withoutReferences(e.body()) : e.body(), Steps.Refuted::new);
    boolean term = body instanceof Steps.Check c && c.next instanceof Steps.Found;
    emit(term ? new Steps.Absent(((Steps.Check) body).node) : new Steps.Not(body));
  }

  /** References among the operands are evaluated before the negation. */
  private Body withoutReferences(Body body) {
    if (!body.exprs().get(0).with().isEmpty()) {
      return body;
    }
    return Negation.withoutReferences(
        body, term -> slots.bound().containsAll(Vars.outer(term).keySet()), equality, this::kept);
  }

  /** Evaluated before what follows. */
  Term kept(Term term) {
    Var result = new Var(term.span(), "$kept" + slots.temporary());
    Node node = terms.node(term);
    reads.alias(result.name(), term);
    emit(new Steps.Keep(slots.bind(result.name()), node));
    return result;
  }

  /** Whether all variables of a term have values, or get them inside of it. */
  boolean isSafe(Term term) {
    Term free = new Var(term.span(), "$free");
    Call equation = new Call(term.span(), new Var(term.span(), "eq"), List.of(free, term), true);
    Expr expr = new Expr.TermExpr(term.span(), equation, List.of());
    Body body = new Body(term.span(), List.of(expr));
    return linker.order().order(body, slots.bound()).unsafe().isEmpty();
  }

  private void every(Expr.Every e) {
    Node domain = terms.node(e.domain());
    Set<String> before = new HashSet<>(slots.bound());
    int key = e.key().map(k -> slots.bind(k.name())).orElseGet(slots::temporary);
    int value = slots.bind(e.value().name());
    Step body = closure(e.body(), Steps.Found::new);
    slots.restore(before);
    emit(linker.watch().every(this, e, domain, key, value, body));
  }

  private void termExpr(Term term) {
    if (PrintCalls.is(term)) {
      emit(Prints.plan((Call) term, this, linker));
      return;
    }
    if (term instanceof Call c && c.operator() instanceof Var v) {
      boolean decides = equality.contains(v.name()) && linker.mayFail(c);
      if ((decides || v.name().equals("eq")) && c.args().size() == 2) {
        new Equalities(this).unify(c.args().get(0), c.args().get(1));
        return;
      }
    }
    if (term instanceof Call c && linker.order(c) >= 0 && c.args().size() == linker.order(c) + 1) {
      int arity = linker.order(c);
      Call inner = new Call(c.span(), c.operator(), c.args().subList(0, arity), c.infix());
      Term result = c.args().get(arity);
      Node node = terms.node(inner);
      matched(
          node, result instanceof Ref && node instanceof Calls.OfFunction ? kept(result) : result);
      if (inner.operator() instanceof Var v && v.name().equals("walk")) {
        walked(inner.args().get(0), c.args().get(arity));
      }
      return;
    }
    emit(new Steps.Check(terms.node(term)));
  }

  /** Matches what a call gives. */
  void matched(Node call, Term result) {
    Pattern pattern = terms.pattern(result);
    boolean any = pattern instanceof Pattern.Bind;
    emit(
        call instanceof Calls.OfFunction f && !any
            ? new Steps.Seek(pattern, f)
            : new Steps.Match(pattern, call));
  }

  /** The value of a pair stands where its path leads. */
  private void walked(Term document, Term pair) {
    if (pair instanceof ArrayTerm a
        && a.elements().size() == 2
        && a.elements().get(0) instanceof Var path
        && a.elements().get(1) instanceof Var value) {
      reads.below(document, terms.node(path), value.name());
    }
  }

  void match(Term pattern, Term known) {
    Node node = terms.node(known);
    if (pattern instanceof Var v && !slots.isBound(v.name()) && !Vars.isGlobal(v.name())) {
      reads.alias(v.name(), known);
      int slot = slots.bind(v.name());
      boolean iterated =
          known instanceof Ref
              && !steps.isEmpty()
              && steps.get(steps.size() - 1) instanceof References.IntoValue last
              && node instanceof Nodes.Slot s
              && last.out == s.slot;
      if (iterated) {
        ((References.IntoValue) steps.get(steps.size() - 1)).out = slot;
      } else {
        emit(new Steps.Keep(slot, node));
      }
      return;
    }
    // a step of its own if the pattern brings steps along
    Pattern planned =
        pattern instanceof Comprehension c && !linker.isBase(known)
            ? terms.built(c)
            : terms.pattern(pattern);
    emit(new Steps.Match(planned, node));
  }

  static @Nullable String text(Term term) {
    return term instanceof Scalar s && s.value() instanceof RegoString t ? t.value() : null;
  }
}
