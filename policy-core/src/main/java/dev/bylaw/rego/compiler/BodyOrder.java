package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Orders the expressions of a body so that each finds its variables bound, keeping the order of the
 * text where that is possible, and tells which variables never get a value. This is OPA's notion of
 * safety.
 */
public final class BodyOrder {
  private final Rules rules;

  /** What does not wait to OPA: it comes as soon as it can. */
  private final Optional<Rules> eager;

  private final boolean anticipates;

  private BodyOrder(Rules rules, Optional<Rules> eager, boolean anticipates) {
    this.rules = rules;
    this.eager = eager;
    this.anticipates = anticipates;
  }

  /** For evaluation: nothing is called or looked into without a value. */
  public BodyOrder(ArityLookup arities) {
    this(
        (body, before) -> new EvaluatedNeeds(arities, body, before),
        Optional.of((body, before) -> new CheckedNeeds(arities, body, before)),
        false);
  }

  /** For checks of the flat form. OPA lets more pass there than has values. */
  static BodyOrder ofChecks(ArityLookup arities) {
    Rules rules = (body, before) -> new CheckedNeeds(arities, body, before);
    return new BodyOrder(rules, Optional.empty(), false);
  }

  /** The same in OPA's very order, in which types are found. */
  static BodyOrder ofTypes(ArityLookup arities) {
    Rules rules = (body, before) -> new CheckedNeeds(arities, body, before);
    return new BodyOrder(rules, Optional.empty(), true);
  }

  /** How many arguments a function or built-in takes; -1 for one that is unknown. */
  public interface ArityLookup {
    int arity(Term operator);
  }

  /** The arity of a built-in by its signature, read from the registry. */
  public static int arity(BuiltinRegistry registry, String name) {
    Optional<Builtin> builtin = registry.find(name);
    return builtin.isPresent() ? Arity.of(builtin.get().signature()) : -1;
  }

  /**
   * A body in the order in which it can be evaluated.
   *
   * @param unsafe variables without a value, by name
   * @param bound all variables that have one behind the body
   * @param stuck the expressions at the end that cannot be evaluated, with what they lack
   */
  public record Ordered(
      List<Expr> exprs, Map<String, Var> unsafe, Set<String> bound, List<Stuck> stuck) {}

  /** An expression that lacks values of variables. */
  public record Stuck(Expr expr, Map<String, Var> lacks) {}

  /**
   * @param bound the variables that have a value before the body starts
   */
  public Ordered order(Body body, Set<String> bound) {
    Run run = new Run(body.exprs(), bound);
    Ordered ordered = run.ordered();
    if (!run.mayBeInOpaOrder(anticipates)) {
      return ordered;
    }
    Ordered opa = new OpaOrder(rules.of(body.exprs(), bound), body.exprs(), bound).ordered(false);
    return (anticipates ? opa : ordered).stuck().isEmpty() ? opa : ordered;
  }

  /**
   * Whether OPA accepts a body that has no order, and makes a call without a value.
   *
   * @param head what is worked out behind the body
   */
  boolean isCalledWithoutValue(Body body, Set<String> bound, List<Term> head) {
    boolean behind = !head.stream().allMatch(Flattening::isReady);
    return body.exprs().size() <= OpaOrder.SHORT
        && new OpaOrder(rules.of(body.exprs(), bound), body.exprs(), bound)
            .ordered(behind)
            .stuck()
            .isEmpty();
  }

  /** What expressions of one body need and bind. */
  interface Needs {
    /** Stands for an expression that is unsafe whatever has a value. */
    String WHOLE = "";

    /**
     * The variables that an expression lacks; {@link #WHOLE} where none of them is to blame.
     *
     * @param safe those that have values
     * @param binds gets those that the expression gives values
     */
    Map<String, Var> lacks(Expr expr, Set<String> safe, Set<String> binds);

    /** What the body of {@code every} takes from the body around; empty for other expressions. */
    default Set<String> ofEvery(Expr expr) {
      return Set.of();
    }
  }

  private interface Rules {
    Needs of(List<Expr> body, Set<String> before);
  }

  /** The ordering of one body. Who lacks a variable waits until it is bound. */
  private final class Run {
    private final List<Expr> exprs;
    private final Needs needs;
    private final Set<String> bound;
    private final Set<String> safe;
    private final Set<Integer> soon = new HashSet<>();
    private @Nullable Needs checked;
    private final Map<String, Set<Integer>> waiting = new HashMap<>();
    private final Set<Integer> open = new TreeSet<>();
    private final List<Expr> done = new ArrayList<>();
    private boolean left;
    private boolean every;

    Run(List<Expr> exprs, Set<String> bound) {
      this.exprs = exprs;
      this.bound = bound;
      this.safe = new LinkedHashSet<>(bound);
      this.needs = rules.of(exprs, bound);
    }

    Ordered ordered() {
      TreeSet<Integer> now = new TreeSet<>();
      for (int i = 0; i < exprs.size(); i++) {
        now.add(i);
      }
      open.addAll(now);
      while (!now.isEmpty()) {
        TreeSet<Integer> next = new TreeSet<>();
        while (!now.isEmpty()) {
          int i = now.first();
          now.remove(i);
          if (open.contains(i)) {
            tried(i, now, next);
          }
        }
        now = next;
      }
      List<Stuck> stuck = new ArrayList<>();
      Map<String, Var> unsafe = new HashMap<>();
      for (int i : open) {
        Map<String, Var> lacks = needs.lacks(exprs.get(i), safe, new HashSet<>());
        stuck.add(new Stuck(exprs.get(i), lacks));
        for (Map.Entry<String, Var> lack : lacks.entrySet()) {
          unsafe.putIfAbsent(lack.getKey(), lack.getValue());
        }
        done.add(exprs.get(i));
      }
      return new Ordered(done, unsafe, safe, stuck);
    }

    /** Whether {@code every} waited, or a call that binds something, which OPA takes for known. */
    boolean mayBeInOpaOrder(boolean anticipates) {
      return (every || (anticipates && left)) && exprs.size() <= OpaOrder.SHORT;
    }

    /** Takes an expression if it lacks nothing; those that waited for what it binds come next. */
    private void tried(int i, Set<Integer> now, Set<Integer> next) {
      Set<String> binds = new LinkedHashSet<>();
      Map<String, Var> lacks = needs.lacks(exprs.get(i), safe, binds);
      if (!lacks.isEmpty()) {
        if (isTakenByOpa(exprs.get(i))) {
          soon.add(i);
        }
        left |= !binds.isEmpty() && OpaOrder.isCall(exprs.get(i));
        every |= !needs.ofEvery(exprs.get(i)).isEmpty();
        // what it binds by itself may let it bind more where it is known before
        Set<String> awaited = new HashSet<>(binds);
        awaited.addAll(lacks.keySet());
        for (String name : awaited) {
          waiting.computeIfAbsent(name, k -> new TreeSet<>()).add(i);
        }
        return;
      }
      open.remove(i);
      done.add(exprs.get(i));
      safe.addAll(binds);
      for (String name : binds) {
        wake(name, i, now, next);
        waiting.remove(name);
      }
    }

    private boolean isTakenByOpa(Expr expr) {
      if (eager.isEmpty()) {
        return false;
      }
      Needs needs = checked;
      if (needs == null) {
        needs = eager.get().of(exprs, bound);
        checked = needs;
      }
      return needs.lacks(expr, safe, new HashSet<>()).isEmpty();
    }

    /** Has those tried again that wait for a variable: behind an expression, or in the next run. */
    private void wake(String name, int i, Set<Integer> now, Set<Integer> next) {
      for (int j : waiting.getOrDefault(name, Set.of())) {
        if (open.contains(j)) {
          (j > i || soon.contains(j) ? now : next).add(j);
        }
      }
    }
  }

  /** Whether two keys of objects are the same without a look at values. */
  public static boolean isSameKey(Term a, Term b) {
    if (a instanceof Scalar x && b instanceof Scalar y) {
      return x.value().equals(y.value());
    }
    return a instanceof Var v && b instanceof Var w && v.name().equals(w.name());
  }
}
