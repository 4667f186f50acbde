package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Refuses rules that need themselves. */
public final class RecursionCheck {
  private final Map<String, Set<String>> edges = new TreeMap<>();
  private final Map<String, Span> places = new HashMap<>();
  private final Map<String, Boolean> finished = new HashMap<>();
  private final Problems problems;
  private Set<String> reads = Set.of();

  private RecursionCheck(Problems problems) {
    this.problems = problems;
  }

  public static void run(List<CompiledRule> rules, Problems problems) {
    RecursionCheck check = new RecursionCheck(problems);
    for (CompiledRule r : rules) {
      String name = "data." + String.join(".", r.path());
      check.places.putIfAbsent(name, r.rule().head().span());
      check.edges.computeIfAbsent(name, k -> new LinkedHashSet<>());
    }
    for (CompiledRule r : rules) {
      check.reads =
          check.edges.computeIfAbsent(
              "data." + String.join(".", r.path()), k -> new LinkedHashSet<>());
      for (Rule rule = r.rule(); rule != null; rule = rule.otherwise().orElse(null)) {
        check.rule(rule);
      }
    }
    for (String name : check.edges.keySet()) {
      check.visit(name, new ArrayList<>());
    }
  }

  private void visit(String name, List<String> trail) {
    Boolean done = finished.get(name);
    if (done != null) {
      int start = trail.indexOf(name);
      if (!done && start >= 0) {
        List<String> cycle = new ArrayList<>(trail.subList(start, trail.size()));
        cycle.add(name);
        Span place = places.get(name);
        if (place != null) {
          problems.add(
              "rego_recursion_error",
              place,
              "rule " + name + " is recursive: " + String.join(" -> ", cycle));
        }
      }
      return;
    }
    finished.put(name, false);
    trail.add(name);
    for (String target : edges.getOrDefault(name, Set.of())) {
      visit(target, trail);
    }
    trail.remove(trail.size() - 1);
    finished.put(name, true);
  }

  /** All rules at, above or below the path that a reference names. */
  private void reference(Ref r) {
    StringBuilder path = new StringBuilder("data");
    for (Term t : r.path()) {
      if (t instanceof Scalar s && !(s.value() instanceof RegoString)) {
        return; // no rule has such a name
      }
      if (!(t instanceof Scalar s && s.value() instanceof RegoString name)) {
        break;
      }
      path.append('.').append(name.value());
      if (edges.containsKey(path.toString())) {
        reads.add(path.toString());
        return;
      }
    }
    String prefix = path + ".";
    for (String name : edges.keySet()) {
      if (name.startsWith(prefix)) {
        reads.add(name);
      }
    }
  }

  private void rule(Rule rule) {
    body(rule.body());
    rule.head().args().ifPresent(args -> args.forEach(this::term));
    rule.head().key().ifPresent(this::term);
    rule.head().value().ifPresent(this::term);
    rule.head().reference().path().forEach(this::term);
  }

  private void body(Body body) {
    body.exprs().forEach(this::expr);
  }

  private void expr(Expr expr) {
    expr.with().forEach(w -> term(w.value()));
    if (expr instanceof Expr.TermExpr e) {
      term(e.term());
    } else if (expr instanceof Expr.Not e) {
      body(e.body());
    } else if (expr instanceof Expr.Every e) {
      term(e.domain());
      body(e.body());
    } else if (expr instanceof Expr.Logic e) {
      body(e.left());
      body(e.right());
    }
  }

  private void term(Term term) {
    if (term instanceof Ref r) {
      if (r.head() instanceof Var v && v.name().equals("data")) {
        reference(r);
      }
      term(r.head());
      r.path().forEach(this::term);
    } else if (term instanceof Call c) {
      term(c.operator());
      c.args().forEach(this::term);
    } else if (term instanceof ArrayTerm a) {
      a.elements().forEach(this::term);
    } else if (term instanceof SetTerm s) {
      s.elements().forEach(this::term);
    } else if (term instanceof TemplateString t) {
      t.parts().forEach(this::term);
    } else if (term instanceof ObjectTerm o) {
      for (ObjectTerm.Entry e : o.entries()) {
        term(e.key());
        term(e.value());
      }
    } else if (term instanceof Comprehension c) {
      body(c.body());
      if (c instanceof Comprehension.OfArray a) {
        term(a.element());
      } else if (c instanceof Comprehension.OfSet s) {
        term(s.element());
      } else if (c instanceof Comprehension.OfObject o) {
        term(o.key());
        term(o.value());
      }
    }
  }
}
