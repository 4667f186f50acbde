package dev.bylaw.rego.eval;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.RuleHead;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.compiler.BodyOrder;
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
    Set<String> wanted =
        ofHead.isEmpty() ? Set.of() : order.order(rule.body(), bound).unsafe().keySet();
    if (wanted.stream().noneMatch(ofHead::contains)) {
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
    if (Vars.outer(term).keySet().stream().noneMatch(wanted::contains)) {
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
}
