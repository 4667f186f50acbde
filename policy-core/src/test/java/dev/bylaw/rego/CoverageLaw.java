package dev.bylaw.rego;

import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.observe.Coverage;
import dev.bylaw.rego.observe.ExpressionCoverage;
import dev.bylaw.rego.observe.RulePlace;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A rule has an answer only where all expressions of its body were evaluated. */
final class CoverageLaw {
  private CoverageLaw() {}

  /** The expressions that are counted as not covered, of rules that are counted as covered. */
  static List<Span> broken(Coverage coverage, List<Module> modules) {
    ExpressionCoverage expressions = coverage.expressions(modules);
    List<Span> broken = new ArrayList<>();
    for (Module module : modules) {
      Map<Span, List<Rule>> byPlace = new HashMap<>();
      for (Rule first : module.rules()) {
        for (Rule r = first; r != null; r = r.otherwise().orElse(null)) {
          byPlace.computeIfAbsent(RulePlace.of(r), place -> new ArrayList<>()).add(r);
        }
      }
      ExpressionCoverage.File file =
          Objects.requireNonNull(expressions.files().get(module.span().source().name()));
      byPlace.forEach(
          (place, rules) -> {
            // bodies in a row share a head
            if (rules.size() == 1 && !file.notCovered().contains(place)) {
              for (Expr expr : rules.get(0).body().exprs()) {
                if (file.notCovered().contains(expr.span())) {
                  broken.add(expr.span());
                }
              }
            }
          });
    }
    return broken;
  }
}
