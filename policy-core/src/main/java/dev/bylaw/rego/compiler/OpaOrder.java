package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order of a body in which OPA takes too much for known: what a call would bind that waits for
 * its arguments is known to the equation that is looked at next, {@code [v, w] = [1, count({v})]},
 * and has a value behind that. The call is then made without a value. Only bodies where a call
 * leaves something have another order than {@link BodyOrder}'s. What the last call binds, taken or
 * not, is also held against {@code every}: with just these variables in its body it is not taken.
 * Goes through a body again and again as OPA does, so that it is for short ones.
 */
final class OpaOrder {
  /** So many expressions are few enough to go through each once for each of them. */
  static final int SHORT = 256;

  private final BodyOrder.Needs needs;
  private final List<Expr> open;
  private final List<Expr> done = new ArrayList<>();
  private final Set<String> safe;
  private final IdentityHashMap<Expr, Map<String, Var>> lacking = new IdentityHashMap<>();

  /** What the call binds that was looked at last, if there was no equation since. */
  private Set<String> left = Set.of();

  /**
   * @param safe the variables that have a value before the body starts
   */
  OpaOrder(BodyOrder.Needs needs, List<Expr> body, Set<String> safe) {
    this.needs = needs;
    this.open = new ArrayList<>(body);
    this.safe = new LinkedHashSet<>(safe);
  }

  static boolean isCall(Expr expr) {
    return expr instanceof Expr.TermExpr e
        && e.term() instanceof Call c
        && !CheckedNeeds.isEquation(c);
  }

  private static boolean isEquation(Expr expr) {
    return expr instanceof Expr.TermExpr e && CheckedNeeds.isEquation(e.term());
  }

  /**
   * The body in its order, if it has one.
   *
   * @param behind whether an equation follows that lacks nothing
   */
  BodyOrder.Ordered ordered(boolean behind) {
    boolean last = behind;
    boolean going = true;
    while (going) {
      boolean taken = open.removeIf(this::isTaken);
      going = taken || last;
      if (last) {
        safe.addAll(left);
        left = Set.of();
        last = false;
      }
    }
    List<BodyOrder.Stuck> stuck = new ArrayList<>();
    Map<String, Var> unsafe = new HashMap<>();
    for (Expr e : open) {
      Map<String, Var> lacks = lacking.get(e);
      if (lacks == null) {
        lacks = needs.lacks(e, safe, new LinkedHashSet<>());
      }
      stuck.add(new BodyOrder.Stuck(e, lacks));
      lacks.forEach(unsafe::putIfAbsent);
    }
    done.addAll(open);
    return new BodyOrder.Ordered(done, unsafe, safe, stuck);
  }

  /** Whether all is known that its modifiers put; OPA looks no further before. */
  private boolean isModified(Expr expr) {
    Known known = new Known(safe, Set.of());
    return expr.with().stream().allMatch(w -> known.containsAll(w.value()));
  }

  private boolean isTaken(Expr expr) {
    Set<String> binds = new LinkedHashSet<>();
    boolean modified = isModified(expr);
    boolean equation = modified && isEquation(expr);
    Set<String> known = safe;
    if (equation && !left.isEmpty()) {
      known = new LinkedHashSet<>(safe);
      known.addAll(left);
      binds.addAll(left);
    }
    if (!left.isEmpty() && left.equals(needs.ofEvery(expr))) {
      return false;
    }
    Map<String, Var> lacks = needs.lacks(expr, known, binds);
    boolean taken = lacks.isEmpty();
    if (equation) {
      left = Set.of();
    } else if (modified && isCall(expr)) {
      left = binds;
    } else if (!taken && expr instanceof Expr.Every) {
      lacking.put(expr, lacks);
    }
    if (taken) {
      safe.addAll(binds);
      done.add(expr);
    }
    return taken;
  }
}
