package dev.bylaw.rego.lint;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Conditions on one value that no value meets: two constants, or bounds that leave nothing. */
final class Contradictions {
  private Contradictions() {}

  /** What the conditions so far allow. */
  private static final class Allowed {
    private Optional<RegoValue> exact = Optional.empty();
    private Optional<RegoValue> least = Optional.empty();
    private Optional<RegoValue> most = Optional.empty();
    private boolean leastExcluded;
    private boolean mostExcluded;

    private void add(String comparison, RegoValue value) {
      switch (comparison) {
        case "gt", "gte" -> {
          if (least.isEmpty() || least.get().compareTo(value) < 0) {
            least = Optional.of(value);
            leastExcluded = comparison.equals("gt");
          }
        }
        case "lt", "lte" -> {
          if (most.isEmpty() || most.get().compareTo(value) > 0) {
            most = Optional.of(value);
            mostExcluded = comparison.equals("lt");
          }
        }
        default -> exact = Optional.of(value);
      }
    }

    private boolean refuses(String comparison, RegoValue value) {
      if (exact.isPresent() && !holds(comparison, exact.get(), value)) {
        return true;
      }
      boolean tooSmall =
          least.isPresent()
              && (value.compareTo(least.get()) < 0
                  || (value.equals(least.get()) && (leastExcluded || comparison.equals("lt"))));
      boolean tooLarge =
          most.isPresent()
              && (value.compareTo(most.get()) > 0
                  || (value.equals(most.get()) && (mostExcluded || comparison.equals("gt"))));
      return switch (comparison) {
        case "lt", "lte" -> tooSmall;
        case "gt", "gte" -> tooLarge;
        default -> tooSmall || tooLarge;
      };
    }

    private static boolean holds(String comparison, RegoValue left, RegoValue right) {
      int order = left.compareTo(right);
      return switch (comparison) {
        case "lt" -> order < 0;
        case "lte" -> order <= 0;
        case "gt" -> order > 0;
        case "gte" -> order >= 0;
        default -> order == 0;
      };
    }
  }

  static void look(LintModule module, Look.Report report) {
    module.all(Body.class).forEach(body -> look(body, report));
  }

  private static void look(Body body, Look.Report report) {
    Map<String, Allowed> byTerm = new HashMap<>();
    for (Expr expr : body.exprs()) {
      Optional<Call> call = Names.call(expr);
      if (call.isPresent() && call.get().args().size() == 2) {
        look(call.get(), byTerm, report);
      }
    }
  }

  private static void look(Call call, Map<String, Allowed> byTerm, Look.Report report) {
    String comparison =
        switch (Names.called(call)) {
          case "equal", "eq", "assign" -> "equal";
          case "lt", "lte", "gt", "gte" -> Names.called(call);
          default -> "";
        };
    Term left = call.args().get(0);
    Term right = call.args().get(1);
    if (left instanceof Scalar && !(right instanceof Scalar)) {
      Term other = left;
      left = right;
      right = other;
      comparison = mirrored(comparison);
    }
    if (comparison.isEmpty() || !isFixed(left) || !(right instanceof Scalar constant)) {
      return;
    }
    Allowed allowed = byTerm.computeIfAbsent(Names.text(left), t -> new Allowed());
    if (allowed.refuses(comparison, constant.value())) {
      report.at(
          call.span(),
          "this never holds after the conditions on %s before it".formatted(Names.text(left)));
    }
    allowed.add(comparison, constant.value());
  }

  private static String mirrored(String comparison) {
    return switch (comparison) {
      case "lt" -> "gt";
      case "lte" -> "gte";
      case "gt" -> "lt";
      case "gte" -> "lte";
      default -> comparison;
    };
  }

  /** Whether a term has one value in a body. */
  private static boolean isFixed(Term term) {
    return (term instanceof Var && !Names.isWildcard(term))
        || (term instanceof Ref r
            && r.head() instanceof Var
            && r.path().size() == Names.constants(r.path()).size());
  }
}
