package dev.bylaw.rego.eval;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.RuleHead;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.compiler.BodyOrder;
import dev.bylaw.rego.compiler.Terms;
import dev.bylaw.rego.compiler.Vars;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves terms of a head into the body where they bind variables that the body needs, as in {@code p
 * contains xs[i] if not ys[i]}.
 */
final class Heads {
  private final List<Expr> exprs;
  private final Set<String> wanted;

  private Heads(Body body, Set<String> wanted) {
    this.exprs = new ArrayList<>(body.exprs());
    this.wanted = wanted;
  }

  /**
   * A definition.
   *
   * @param keys the operands of its reference
   */
  record Definition(Rule rule, List<Term> keys) {}

  /**
   * @param bound variables that are known before the body
   */
  static Definition intoBody(Rule rule, List<Term> keys, Set<String> bound, BodyOrder order) {
    RuleHead head = rule.head();
    Set<String> ofHead = new HashSet<>();
    keys.forEach(k -> ofHead.addAll(Vars.outer(k).keySet()));
    head.key().or(head::value).ifPresent(t -> ofHead.addAll(Vars.outer(t).keySet()));
    ofHead.removeAll(bound);
    if (ofHead.isEmpty()) {
      return new Definition(rule, keys);
    }
    Set<String> wanted = new HashSet<>(Vars.all(rule.body()).keySet());
    rule.body().exprs().forEach(e -> wanted.removeAll(Vars.outer(e).keySet()));
    wanted.addAll(order.order(rule.body(), bound).unsafe().keySet());
    wanted.retainAll(ofHead);
    if (wanted.isEmpty()) {
      return new Definition(rule, keys);
    }
    Heads heads = new Heads(rule.body(), wanted);
    List<Term> movedKeys = keys.stream().map(heads::moved).toList();
    Optional<Term> key = head.key().map(heads::moved);
    Optional<Term> value = head.value().map(heads::moved);
    RuleHead moved =
        new RuleHead(head.span(), head.reference(), head.args(), key, value, head.assigned());
    Body body = new Body(rule.body().span(), heads.exprs);
    return new Definition(
        new Rule(rule.span(), rule.isDefault(), moved, body, rule.otherwise(), rule.annotations()),
        movedKeys);
  }

  private Term moved(Term term) {
    if (!binds(term)) {
      return term;
    }
    Var name = new Var(term.span(), "$head" + exprs.size());
    exprs.add(
        new Expr.TermExpr(
            term.span(),
            new Call(term.span(), new Var(term.span(), "eq"), List.of(name, term), true),
            List.of()));
    return name;
  }

  /** Whether one of the variables is an operand of a reference. */
  private boolean binds(Term term) {
    List<Term> found = new ArrayList<>();
    Terms.visit(
        term,
        t -> {
          if (t instanceof Ref r) {
            r.path().stream()
                .filter(o -> o instanceof Var v && wanted.contains(v.name()))
                .forEach(found::add);
          }
          return true;
        });
    return !found.isEmpty();
  }
}
