package dev.bylaw.rego.eval;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.compiler.Terms;
import java.util.List;

/**
 * What the planner adds to a program so that its evaluation can be watched. To a plain one it adds
 * nothing: the difference between the variants is in the chains, not in the steps.
 */
class Watch {
  /** Of plain programs. */
  static final Watch NONE = new Watch();

  /** Whether indexes, joins and results kept for the next query may stand for what is written. */
  boolean optimizes() {
    return true;
  }

  /**
   * The beginning of a definition.
   *
   * @param args of a function, or the key of a partial rule that is asked for one key
   * @param first of its rule
   * @return what the arguments must match
   */
  Pattern[] enter(BodyPlanner body, Rule rule, List<Term> args, RuleGroup group, boolean first) {
    Pattern[] patterns = new Pattern[args.size()];
    int[] given = new int[patterns.length];
    for (int i = 0; i < patterns.length; i++) {
      boolean later = rule.head().args().isPresent() && isWorkedOut(args.get(i));
      given[i] = later ? body.slots.temporary() : -1;
      patterns[i] = later ? new Pattern.Bind(given[i]) : body.terms().pattern(args.get(i));
    }
    for (int i = 0; i < patterns.length; i++) {
      if (given[i] >= 0) {
        Pattern pattern = body.terms().pattern(args.get(i));
        body.emit(new Steps.Match(pattern, new Nodes.Slot(given[i])));
      }
    }
    return patterns;
  }

  /** Whether an argument is worked out, for which others may give values. */
  private static boolean isWorkedOut(Term argument) {
    boolean[] found = {false};
    Terms.visit(
        argument,
        t -> {
          found[0] |= t instanceof Ref || t instanceof Comprehension;
          return !found[0];
        });
    return found[0];
  }

  /** What a definition demands before other rules are asked. */
  void guards(BodyPlanner body, List<Step> planned) {
    planned.forEach(body::emit);
  }

  /** The end of a definition, before the link that takes the answer. */
  Step exit(BodyPlanner body, Rule rule, RuleGroup group, Step last) {
    return last;
  }

  /** The beginning of a body that is not a definition's. */
  void enter(BodyPlanner planner, Body body) {}

  /** Its end, before the link that takes the answer. */
  Step exit(BodyPlanner planner, Body body, Step last) {
    return last;
  }

  /** One expression. */
  void expr(BodyPlanner body, Expr expr, Runnable plan) {
    plan.run();
  }

  /** The step of {@code every}, whose parts are planned. */
  Step every(BodyPlanner planner, Expr.Every e, Node domain, int key, int value, Step body) {
    return new Steps.Every(domain, key, value, body);
  }

  /** A reference that the host asks for. */
  Node asked(List<String> path, Node node) {
    return node;
  }
}
