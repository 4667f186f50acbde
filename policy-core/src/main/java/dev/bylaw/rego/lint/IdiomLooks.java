package dev.bylaw.rego.lint;

import static dev.bylaw.rego.lint.LintRule.Category.IDIOMS;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoString;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Rego has a better way to say. */
final class IdiomLooks {
  private static final Set<String> COMPARISONS =
      Set.of("equal", "neq", "lt", "lte", "gt", "gte", "internal.member_2");

  private IdiomLooks() {}

  static List<Look> all() {
    return List.of(
        Look.warning(
            "boolean-assignment",
            IDIOMS,
            "A rule that is true or false is written with if",
            IdiomLooks::booleanAssignment),
        Look.warning(
            "double-negative", IDIOMS, "No name is negated twice", IdiomLooks::doubleNegative),
        Look.warning(
            "non-raw-regex",
            IDIOMS,
            "Regular expressions are written as raw strings",
            IdiomLooks::nonRawRegex),
        Look.warning(
            "prefer-some-in",
            IDIOMS,
            "Loops are written with some ... in",
            IdiomLooks::preferSomeIn),
        Look.warning(
            "redundant-existence-check",
            IDIOMS,
            "What is used is not looked for before",
            IdiomLooks::redundantExistenceCheck),
        Look.warning(
            "use-in-operator", IDIOMS, "Membership is written with in", IdiomLooks::useInOperator),
        Look.warning(
            "yoda-condition",
            IDIOMS,
            "Constants stand on the right of comparisons",
            IdiomLooks::yodaCondition));
  }

  private static void booleanAssignment(LintModule module, Look.Report report) {
    module.rules().stream()
        .filter(r -> !r.isDefault() && !Names.hasBody(r) && r.head().key().isEmpty())
        .forEach(
            r ->
                r.head()
                    .value()
                    .filter(v -> v instanceof Call c && COMPARISONS.contains(Names.called(c)))
                    .ifPresent(
                        v -> report.at(r.head().span(), "write %s if ...".formatted(Names.of(r)))));
  }

  private static void doubleNegative(LintModule module, Look.Report report) {
    module
        .all(Expr.Not.class)
        .filter(n -> n.body().exprs().size() == 1)
        .forEach(
            n ->
                negated(n.body().exprs().get(0))
                    .ifPresent(
                        name ->
                            report.at(
                                n.span(),
                                "not %s says no twice: name the rule for what holds"
                                    .formatted(name))));
  }

  private static Optional<String> negated(Expr expr) {
    if (!(expr instanceof Expr.TermExpr e)) {
      return Optional.empty();
    }
    List<String> path =
        e.term() instanceof Call c ? Names.path(c.operator()) : Names.path(e.term());
    return path.stream()
        .reduce((first, last) -> last)
        .filter(n -> n.startsWith("not_") || n.startsWith("no_") || n.startsWith("cannot_"));
  }

  private static void nonRawRegex(LintModule module, Look.Report report) {
    module
        .all(Call.class)
        .filter(c -> Names.called(c).startsWith("regex.") && !c.args().isEmpty())
        .map(c -> c.args().get(0))
        .filter(t -> t instanceof Scalar s && s.value() instanceof RegoString)
        .filter(t -> t.span().text().startsWith("\"") && t.span().text().contains("\\"))
        .forEach(t -> report.at(t.span(), "write it between ` `, with each \\ once"));
  }

  private static void preferSomeIn(LintModule module, Look.Report report) {
    module.bodies().forEach(body -> body.exprs().forEach(e -> preferSomeIn(e, report)));
  }

  private static void preferSomeIn(Expr expr, Look.Report report) {
    Names.call(expr)
        .filter(c -> c.infix() && Names.called(c).equals("assign"))
        .map(c -> c.args().get(1))
        .filter(t -> t instanceof Ref r && endsWithLoop(r))
        .ifPresent(t -> report.at(expr.span(), "write some ... in %s".formatted(collection(t))));
  }

  private static boolean endsWithLoop(Ref ref) {
    return !ref.path().isEmpty()
        && Names.isWildcard(ref.path().get(ref.path().size() - 1))
        && ref.path().stream().filter(t -> !(t instanceof Scalar)).count() == 1;
  }

  private static String collection(Term term) {
    return term instanceof Ref r
        ? Names.text(new Ref(r.span(), r.head(), r.path().subList(0, r.path().size() - 1)))
        : Names.text(term);
  }

  private static void redundantExistenceCheck(LintModule module, Look.Report report) {
    module.bodies().forEach(body -> redundantExistenceCheck(body, report));
  }

  private static void redundantExistenceCheck(Body body, Look.Report report) {
    for (int i = 0; i + 1 < body.exprs().size(); i++) {
      Expr next = body.exprs().get(i + 1);
      if (body.exprs().get(i) instanceof Expr.TermExpr e
          && e.with().isEmpty()
          && e.term() instanceof Ref r
          && r.path().size() == Names.constants(r.path()).size()
          && next instanceof Expr.TermExpr following
          && following.with().isEmpty()
          && following.term() instanceof Call call
          && isNeededBy(r, call)) {
        report.at(e.span(), "the next line does not hold without it either: take this one out");
      }
    }
  }

  /** Whether a call has no value where an operand has none; a negated one is no call. */
  private static boolean isNeededBy(Ref ref, Call call) {
    String text = Names.text(ref);
    return call.args().stream()
        .anyMatch(
            a -> Names.text(a).equals(text) || (a instanceof Call inner && isNeededBy(ref, inner)));
  }

  private static void useInOperator(LintModule module, Look.Report report) {
    for (Rule rule : module.rules()) {
      Walk.all(rule, Expr.TermExpr.class)
          .flatMap(e -> Names.call(e).stream())
          .filter(c -> Names.called(c).equals("equal") || Names.called(c).equals("eq"))
          .forEach(
              c -> {
                Term left = c.args().get(0);
                Term right = c.args().get(1);
                boolean leftLoops = left instanceof Ref l && endsWithLoop(l);
                boolean rightLoops = right instanceof Ref r && endsWithLoop(r);
                if (leftLoops != rightLoops) {
                  Term loop = leftLoops ? left : right;
                  Term element = leftLoops ? right : left;
                  report.at(
                      c.span(), "write %s in %s".formatted(Names.text(element), collection(loop)));
                }
              });
    }
  }

  private static void yodaCondition(LintModule module, Look.Report report) {
    module
        .all(Call.class)
        .filter(c -> c.infix() && !Names.called(c).equals("internal.member_2"))
        .filter(c -> COMPARISONS.contains(Names.called(c)))
        .filter(c -> c.args().get(0) instanceof Scalar)
        .filter(c -> c.args().get(1) instanceof Ref || c.args().get(1) instanceof Var)
        .forEach(
            c -> report.at(c.span(), "the constant comes second: name first what is compared"));
  }
}
