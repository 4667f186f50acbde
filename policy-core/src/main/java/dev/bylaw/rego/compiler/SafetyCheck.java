package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.ast.With;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Refuses variables that never get a value. A body may be evaluated in any order that gives them
 * one, but operands of {@code not}, {@code and} and {@code or} that are not in braces, and what
 * {@code with} puts in place, take values only from around them.
 */
final class SafetyCheck {
  /** Names that an import would have made keywords. */
  private static final Set<String> FUTURE =
      Set.of("and", "contains", "every", "if", "in", "not", "or");

  static final String CALLED =
      " (OPA accepts this, and makes a call without a value; bind its arguments before it)";

  private static final String UNSAFE = "expression is unsafe";

  private final BodyOrder order;
  private final Problems problems;
  private final BiFunction<String, Span, String> suggestion;
  private final boolean flat;

  /**
   * @param suggestion what to add for a name that may be misspelt where it stands
   * @param flat whether rules are in flat form
   */
  SafetyCheck(
      BodyOrder order,
      Problems problems,
      BiFunction<String, Span, String> suggestion,
      boolean flat) {
    this.order = order;
    this.problems = problems;
    this.suggestion = suggestion;
    this.flat = flat;
  }

  /** Whether all variables of a rule get values. */
  boolean check(CompiledRule rule) {
    int before = problems.count();
    for (Rule r = rule.rule(); r != null; r = r.otherwise().orElse(null)) {
      Set<String> bound = new HashSet<>();
      if (r.head().args().isPresent()) {
        Term arguments = new ArrayTerm(r.head().span(), r.head().args().get());
        patterns(arguments, bound);
        head(arguments, bound);
        documents(arguments);
        bound.addAll(Vars.all(arguments).keySet());
      }
      List<Term> head = new ArrayList<>(rule.keys());
      r.head().key().ifPresent(head::add);
      r.head().value().ifPresent(head::add);
      Set<String> behind = body(r.body(), bound, head);
      for (Expr e : r.body().exprs()) {
        for (String name : Vars.outer(e).keySet()) {
          if (!FlatForm.isAdded(name)) {
            behind.add(name); // also what got past the check without a value
          }
        }
      }
      for (Term part : head) {
        head(part, behind);
      }
      for (Term key : rule.keys()) {
        if (problems.count() == before && isGenerated(Vars.unsafeInHead(key, behind))) {
          problems.unsafe(r.head().span(), UNSAFE);
        }
      }
    }
    return problems.count() == before;
  }

  /** The variables that arguments give values to: those that are not looked up. */
  private static void patterns(Term argument, Set<String> bound) {
    Terms.visit(
        argument,
        t -> {
          if (t instanceof Var v) {
            bound.add(v.name());
          }
          return t instanceof ArrayTerm || t instanceof SetTerm || t instanceof ObjectTerm;
        });
  }

  /** Documents have no value yet where arguments are looked at, but in keys and sets. */
  private void documents(Term argument) {
    if (argument instanceof ArrayTerm a) {
      a.elements().forEach(this::documents);
    } else if (argument instanceof ObjectTerm o) {
      o.entries().forEach(e -> documents(e.value()));
    } else if (argument instanceof Ref r) {
      if (r.head() instanceof Var v && Vars.isGlobal(v.name())) {
        unsafe(v, v.span());
      }
      r.path().forEach(this::documents);
    }
  }

  /** Whether all variables of a query get values. */
  boolean check(Body query) {
    int before = problems.count();
    body(query, Set.of(), List.of());
    return problems.count() == before;
  }

  private void head(Term term, Set<String> bound) {
    for (Var v : new TreeMap<>(Vars.unsafeInHead(term, bound)).values()) {
      unsafe(v, v.span());
    }
    closures(term, bound, term.span());
  }

  private void unsafe(Var v, Span place) {
    unsafe(v, place, "");
  }

  /**
   * @param more what else to say of a variable
   */
  private void unsafe(Var v, Span place, String more) {
    if (FlatForm.isAdded(v.name())) {
      return; // for want of another one, which is reported
    } else if (v.name().equals(BodyOrder.Needs.WHOLE)) {
      problems.unsafe(place, UNSAFE);
      return;
    }
    String name = v.isWildcard() ? "_" : Resolver.original(v.name());
    String hint =
        FUTURE.contains(name)
            ? " (hint: `import future.keywords." + name + "` to import a future keyword)"
            : v.isWildcard() ? "" : suggestion.apply(name, place);
    problems.unsafe(place, "var " + name + " is unsafe" + (hint.isEmpty() ? more : hint));
  }

  /** Whether none of these variables is in the text, so that none of them can be named. */
  private static boolean isGenerated(Map<String, Var> variables) {
    for (Var v : variables.values()) {
      if (!FlatForm.isAdded(v.name())) {
        return false;
      }
    }
    return !variables.isEmpty();
  }

  /**
   * Checks a body; gives the variables that have a value behind it.
   *
   * @param head what is worked out there
   */
  private Set<String> body(Body body, Set<String> bound, List<Term> head) {
    BodyOrder.Ordered ordered = order.order(body, bound);
    Set<String> reported = new HashSet<>();
    boolean called = !ordered.stuck().isEmpty() && order.isCalledWithoutValue(body, bound, head);
    if (!called && isGenerated(ordered.unsafe())) {
      for (BodyOrder.Stuck stuck : ordered.stuck()) {
        problems.unsafe(stuck.expr().span(), UNSAFE);
      }
    }
    for (BodyOrder.Stuck stuck : ordered.stuck()) {
      for (Var v : new TreeMap<>(stuck.lacks()).values()) {
        if (reported.add(v.name())) {
          unsafe(v, stuck.expr().span(), called ? CALLED : "");
        }
      }
    }
    // one set for the whole body: what is reported or comes later is not missed twice
    Set<String> known = new HashSet<>(ordered.bound());
    known.addAll(reported);
    // a closure of the flat form knows what comes before its expression
    Set<String> before = new HashSet<>(flat ? bound : known);
    before.addAll(reported);
    for (Expr e : ordered.exprs()) {
      Vars.Level level = Vars.level(e);
      if (!level.isAll()) {
        nested(e, before);
      }
      before.addAll(level.variables().keySet());
    }
    return known;
  }

  /** The bodies within an expression. */
  private void nested(Expr e, Set<String> known) {
    for (With w : e.with()) {
      nested(w.value(), known, e.span());
    }
    if (e instanceof Expr.TermExpr t) {
      nested(t.term(), known, e.span());
    } else if (e instanceof Expr.Every v) {
      nested(v.domain(), known, e.span());
      Set<String> inside = within(Vars.all(v.body()), known);
      if (v.key().isPresent()) {
        inside.add(v.key().get().name());
      }
      inside.add(v.value().name());
      body(v.body(), inside, List.of());
    } else if (e instanceof Expr.Not n && n.classic()) {
      for (Expr denied : n.body().exprs()) {
        nested(denied, known); // its variables are those of e
      }
    } else if (e instanceof Expr.Not n) {
      operand(n.body(), known, e.span());
    } else if (e instanceof Expr.Logic l) {
      operand(l.left(), known, l.left().span());
      operand(l.right(), known, l.right().span());
    }
  }

  private void operand(Body body, Set<String> known, Span place) {
    if (body.explicit()) {
      body(body, within(Vars.all(body), known), List.of());
      return;
    }
    Map<String, Var> lacks = new TreeMap<>();
    for (Expr e : body.exprs()) {
      lacks.putAll(Vars.outer(e));
    }
    lacks.keySet().removeAll(known);
    for (Var v : lacks.values()) {
      unsafe(v, place);
    }
    Set<String> inside = within(Vars.all(body), known);
    inside.addAll(lacks.keySet());
    for (Expr e : body.exprs()) {
      nested(e, inside);
    }
  }

  /** Of what is known around a part, that which the part names: as small as the part. */
  private static Set<String> within(Map<String, Var> part, Set<String> known) {
    Set<String> names = new HashSet<>(part.keySet());
    names.retainAll(known);
    return names;
  }

  private void nested(Term term, Set<String> known, Span place) {
    Terms.visit(
        term,
        t -> {
          if (t instanceof Comprehension c) {
            comprehension(c, known, place);
            return false;
          }
          return true;
        });
  }

  private void comprehension(Comprehension c, Set<String> known, Span place) {
    Set<String> behind = body(c.body(), within(Vars.all(c), known), c.parts());
    for (Term part : c.parts()) {
      inside(part, behind, place);
    }
  }

  private void inside(Term term, Set<String> bound, Span place) {
    for (Var v : new TreeMap<>(Vars.unsafeInHead(term, bound)).values()) {
      unsafe(v, place);
    }
    closures(term, bound, place);
  }

  /** Those of a term that is looked at after a body. */
  private void closures(Term term, Set<String> bound, Span place) {
    Vars.Level level = Vars.level(term);
    if (!level.isAll()) {
      Set<String> behind = new HashSet<>(bound);
      behind.addAll(level.variables().keySet());
      nested(term, behind, place);
    }
  }
}
