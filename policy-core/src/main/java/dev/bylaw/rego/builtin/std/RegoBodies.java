package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.With;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Bodies of Rego as values, in the form that OPA gives its syntax trees in JSON. */
final class RegoBodies {
  private RegoBodies() {}

  static RegoArray body(Body body) {
    List<RegoValue> expressions = new ArrayList<>();
    for (Expr expr : body.exprs()) {
      expressions.add(expression(expressions.size(), expr));
    }
    return RegoArray.of(expressions);
  }

  /**
   * @param index 0-based, in its body
   */
  static RegoObject expression(int index, Expr expr) {
    if (expr instanceof Expr.Not not && not.classic()) {
      RegoObject.Builder negated = expression(index, not.body().exprs().get(0)).toBuilder();
      return withModifiers(negated.put("negated", RegoBoolean.TRUE), expr.with());
    }
    RegoObject.Builder out = RegoObject.builder();
    out.put("index", RegoNumber.of(index)).put("terms", terms(expr));
    return withModifiers(out, expr.with());
  }

  private static RegoObject withModifiers(RegoObject.Builder out, List<With> modifiers) {
    if (!modifiers.isEmpty()) {
      out.put("with", RegoArray.of(modifiers.stream().map(RegoBodies::modifier).toList()));
    }
    return out.build();
  }

  private static RegoObject modifier(With with) {
    return RegoObject.builder()
        .put("target", RegoTerms.reference(with.target()))
        .put("value", RegoTerms.term(with.value()))
        .build();
  }

  private static RegoValue terms(Expr expr) {
    if (expr instanceof Expr.TermExpr t) {
      return t.term() instanceof Call call ? RegoTerms.call(call) : RegoTerms.term(t.term());
    } else if (expr instanceof Expr.SomeDeclaration s) {
      return symbols(s.variables().stream().map(RegoTerms::term).toList());
    } else if (expr instanceof Expr.SomeIn s) {
      List<Term> operands = new ArrayList<>();
      s.key().ifPresent(operands::add);
      operands.add(s.value());
      operands.add(s.collection());
      String name = "internal.member_" + operands.size();
      return symbols(List.of(member(name, operands)));
    } else if (expr instanceof Expr.Every e) {
      return RegoObject.builder()
          .put("key", e.key().map(RegoTerms::term).orElse(RegoNull.NULL))
          .put("value", RegoTerms.term(e.value()))
          .put("domain", RegoTerms.term(e.domain()))
          .put("body", body(e.body()))
          .build();
    } else if (expr instanceof Expr.Not n) {
      return RegoObject.builder()
          .put("type", RegoString.of("not"))
          .put("body", body(n.body()))
          .put("explicit_body", RegoBoolean.of(n.body().explicit()))
          .build();
    }
    return logic((Expr.Logic) expr);
  }

  private static RegoObject symbols(List<RegoValue> symbols) {
    return RegoObject.of(RegoString.of("symbols"), RegoArray.of(symbols));
  }

  private static RegoObject member(String name, List<Term> operands) {
    RegoArray call = RegoArray.of(RegoTerms.operator(name)).concat(RegoTerms.all(operands));
    return RegoObject.builder().put("type", RegoString.of("call")).put("value", call).build();
  }

  private static RegoObject logic(Expr.Logic logic) {
    RegoObject.Builder out =
        RegoObject.builder()
            .put("type", RegoString.of(logic.operator().name().toLowerCase(Locale.ROOT)))
            .put("lhs", body(logic.left()))
            .put("rhs", body(logic.right()));
    if (logic.left().explicit()) {
      out.put("explicit_lhs", RegoBoolean.TRUE);
    }
    if (logic.right().explicit()) {
      out.put("explicit_rhs", RegoBoolean.TRUE);
    }
    return out.build();
  }
}
