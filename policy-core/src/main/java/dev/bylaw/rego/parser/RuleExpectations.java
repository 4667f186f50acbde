package dev.bylaw.rego.parser;

import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** What OPA says of a rule whose head, key or value could not be read. */
final class RuleExpectations {
  private final Places places;

  RuleExpectations(Places places) {
    this.places = places;
  }

  /** What a construct lacks because its part failed. */
  Optional<String> lacks(ParserRuleContext c, ParserRuleContext part) {
    if (c instanceof RegoParser.DefinitionContext d && part instanceof RegoParser.ExprContext) {
      return name(d).map(n -> "expected rule key term (e.g., " + n + " contains <VALUE> { ... })");
    } else if (c instanceof RegoParser.ClauseContext clause) {
      return definition(clause).flatMap(d -> ofClause(clause, part, d));
    } else if (c instanceof RegoParser.ImportDeclarationContext
        && part instanceof RegoParser.OperandContext o
        && !o.suffix().isEmpty()) {
      return Optional.of(Expectations.NO_PATH);
    }
    return Optional.empty();
  }

  /** The definition that starts with a clause. */
  private static Optional<RegoParser.DefinitionContext> definition(
      RegoParser.ClauseContext clause) {
    ParserRuleContext child = clause;
    for (ParserRuleContext c = clause.getParent(); c != null; c = c.getParent()) {
      if (c instanceof RegoParser.DefinitionContext d) {
        return d.phrase(0) == child ? Optional.of(d) : Optional.empty();
      }
      if (c.getStart() != clause.getStart()) {
        return Optional.empty();
      }
      child = c;
    }
    return Optional.empty();
  }

  private Optional<String> ofClause(
      RegoParser.ClauseContext clause, ParserRuleContext part, RegoParser.DefinitionContext d) {
    if (part == clause.expr(0)) {
      return name(d).map(n -> "expected rule head name");
    }
    return name(d).map(n -> value(clause, d, n));
  }

  private static String value(
      RegoParser.ClauseContext clause, RegoParser.DefinitionContext d, String name) {
    boolean function = clause.expr(0).operand(0).suffix().stream().anyMatch(RuleExpectations::call);
    if (clause.ASSIGN() == null) {
      return "expected rule value term (e.g., " + name + "[<nil>] = <VALUE> { ... })";
    } else if (function) {
      return "expected function value term (e.g., " + name + "(...) := <VALUE> { ... })";
    } else if (d.DEFAULT() != null) {
      return "expected default rule value term (e.g., default " + name + " := <VALUE>)";
    }
    return "expected rule value term (e.g., " + name + " := <VALUE> { ... })";
  }

  private static boolean call(RegoParser.SuffixContext s) {
    return s instanceof RegoParser.CallSuffixContext;
  }

  /** The reference that a definition is for, if it starts with one. */
  private Optional<String> name(RegoParser.DefinitionContext d) {
    RegoParser.ClauseContext clause = Flat.first(d.phrase(0).literal(0));
    if (clause.expr().isEmpty()) {
      return Optional.empty();
    }
    RegoParser.OperandContext head = clause.expr(0).operand(0);
    if (!(head.primary() instanceof RegoParser.VariableContext)) {
      return Optional.empty();
    }
    ParserRuleContext last = head.primary();
    for (RegoParser.SuffixContext s : head.suffix()) {
      if (call(s)) {
        break;
      }
      last = s;
    }
    return Optional.of(places.text(head.primary(), last));
  }
}
