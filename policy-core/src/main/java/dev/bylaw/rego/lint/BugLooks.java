package dev.bylaw.rego.lint;

import static dev.bylaw.rego.lint.LintRule.Category.BUGS;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.value.RegoString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What one rule says and does not mean. */
final class BugLooks {
  private static final Set<String> COMPARISONS =
      Set.of("equal", "eq", "neq", "lt", "lte", "gt", "gte");

  private BugLooks() {}

  static List<Look> all() {
    return List.of(
        Look.error(
            "constant-condition", BUGS, "A condition is not constant", BugLooks::constantCondition),
        Look.error(
            "if-object-literal",
            BUGS,
            "A condition is no object, which always holds",
            BugLooks::ifObjectLiteral),
        Look.error(
            "impossible-not",
            BUGS,
            "What is negated can be undefined or false",
            BugLooks::impossibleNot),
        Look.error(
            "never-fires",
            BUGS,
            "The conditions of a rule do not contradict",
            Contradictions::look),
        Look.error(
            "not-equals-in-loop",
            BUGS,
            "No != stands beside a loop over all elements",
            BugLooks::notEqualsInLoop),
        Look.error(
            "sprintf-arguments-mismatch",
            BUGS,
            "sprintf has as many values as its text asks for",
            BugLooks::sprintfArguments),
        Look.error(
            "time-now-twice", BUGS, "The time is not subtracted from itself", BugLooks::timeTwice),
        Look.error(
            "top-level-iteration",
            BUGS,
            "The value of a rule without conditions is one value",
            BugLooks::topLevelIteration),
        Look.error(
            "unassigned-return-value",
            BUGS,
            "What a function returns is used",
            BugLooks::unassignedReturnValue),
        Look.error(
            "unused-output-variable",
            BUGS,
            "What a loop binds is used",
            BugLooks::unusedOutputVariable),
        Look.error(
            "zero-arity-function", BUGS, "A function has arguments", BugLooks::zeroArityFunction));
  }

  private static void constantCondition(LintModule module, Look.Report report) {
    conditions(module)
        .filter(e -> isConstant(e.term()))
        .forEach(e -> report.at(e.span(), "this is always the same: take it out, or mend it"));
  }

  private static Stream<Expr.TermExpr> conditions(LintModule module) {
    return module
        .bodies()
        .flatMap(b -> b.exprs().stream())
        .filter(Expr.TermExpr.class::isInstance)
        .map(Expr.TermExpr.class::cast);
  }

  private static boolean isConstant(Term term) {
    return term instanceof Scalar
        || (term instanceof Call c
            && COMPARISONS.contains(Names.called(c))
            && c.args().stream().allMatch(Scalar.class::isInstance));
  }

  private static void ifObjectLiteral(LintModule module, Look.Report report) {
    conditions(module)
        .filter(e -> e.term() instanceof ObjectTerm)
        .forEach(
            e -> report.at(e.span(), "an object always holds: write conditions in the braces"));
  }

  private static void impossibleNot(LintModule module, Look.Report report) {
    for (Rule rule : module.rules()) {
      Walk.all(rule, Expr.Not.class)
          .forEach(
              not ->
                  onlyTerm(not.body())
                      .flatMap(term -> alwaysDefined(term, module, rule))
                      .ifPresent(
                          what ->
                              report.at(
                                  not.span(),
                                  "%s is a set, and a set always holds, even an empty one: compare count(%s) with 0"
                                      .formatted(what, what))));
    }
  }

  private static Optional<Term> onlyTerm(Body body) {
    return body.exprs().size() == 1
            && body.exprs().get(0) instanceof Expr.TermExpr e
            && e.with().isEmpty()
        ? Optional.of(e.term())
        : Optional.empty();
  }

  private static Optional<String> alwaysDefined(Term term, LintModule module, Rule rule) {
    if (term instanceof Ref r && Names.constants(r.path()).size() < r.path().size()) {
      return Optional.empty();
    }
    return module
        .document(term, rule)
        .filter(
            path ->
                !path.isEmpty()
                    && module
                        .set()
                        .rules(path.subList(0, path.size() - 1))
                        .getOrDefault(path.get(path.size() - 1), List.of())
                        .stream()
                        .anyMatch(r -> r.head().key().isPresent()))
        .map(path -> Names.text(term));
  }

  private static void notEqualsInLoop(LintModule module, Look.Report report) {
    module
        .all(Call.class)
        .filter(c -> c.infix() && Names.called(c).equals("neq"))
        .filter(c -> c.args().stream().anyMatch(BugLooks::loops))
        .forEach(
            c ->
                report.at(
                    c.span(),
                    "this holds as soon as one element differs: write not ... in ... for none of them"));
  }

  private static boolean loops(Term term) {
    return term instanceof Ref r && r.path().stream().anyMatch(Names::isWildcard);
  }

  private static void sprintfArguments(LintModule module, Look.Report report) {
    module
        .all(Call.class)
        .filter(c -> Names.called(c).equals("sprintf") && c.args().size() == 2)
        .forEach(
            c -> {
              if (c.args().get(0) instanceof Scalar s
                  && s.value() instanceof RegoString text
                  && c.args().get(1) instanceof ArrayTerm values) {
                Optional<Integer> wanted = Verbs.count(text.value());
                int found = values.elements().size();
                if (wanted.isPresent() && wanted.get() != found) {
                  report.at(
                      c.span(),
                      "found %d values, expected %d, as the text asks for"
                          .formatted(found, wanted.get()));
                }
              }
            });
  }

  private static void timeTwice(LintModule module, Look.Report report) {
    module
        .all(Call.class)
        .filter(c -> Names.called(c).equals("minus"))
        .filter(
            c ->
                c.args().stream()
                    .allMatch(
                        a -> a instanceof Call now && Names.called(now).equals("time.now_ns")))
        .forEach(
            c -> report.at(c.span(), "the time stands still within a query: this is always 0"));
  }

  private static void topLevelIteration(LintModule module, Look.Report report) {
    for (Rule rule : module.rules()) {
      if (!Names.hasBody(rule)
          && rule.head().key().isEmpty()
          && rule.head().reference().path().isEmpty()) {
        rule.head()
            .value()
            .filter(v -> v instanceof Ref r && r.path().stream().anyMatch(Names::isWildcard))
            .ifPresent(
                v ->
                    report.at(
                        v.span(),
                        "two elements would be two values of one rule: write a set, or a rule with contains"));
      }
    }
  }

  private static void unassignedReturnValue(LintModule module, Look.Report report) {
    for (Expr.TermExpr e : conditions(module).toList()) {
      if (e.term() instanceof Call c && !c.infix()) {
        module
            .set()
            .builtin(Names.called(c))
            .filter(b -> returnsMore(b, c.args().size()))
            .ifPresent(
                b ->
                    report.at(
                        e.span(),
                        "%s does not return true or false: assign what it returns"
                            .formatted(b.name())));
      }
    }
  }

  private static boolean returnsMore(Builtin builtin, int args) {
    String signature = builtin.signature();
    int arrow = signature.indexOf(") => ");
    String result = signature.substring(arrow + 1);
    return arrow >= 0
        && !result.contains("boolean")
        && !result.contains("any")
        && result.length() > " => ".length()
        && !builtin.traits().contains(Builtin.Trait.RELATION)
        && !builtin.name().equals("print")
        && !builtin.name().equals("trace")
        && args == Verbs.parameters(signature.substring(0, arrow + 1));
  }

  private static void unusedOutputVariable(LintModule module, Look.Report report) {
    for (Rule rule : module.rules()) {
      Map<String, Integer> counts = new HashMap<>();
      Walk.all(rule, Var.class).forEach(v -> counts.merge(v.name(), 1, Integer::sum));
      Walk.all(rule, Expr.SomeIn.class)
          .forEach(
              s -> {
                s.key().ifPresent(k -> once(k, counts, report));
                if (s.key().isEmpty() || !isUsed(s.key().get(), counts)) {
                  once(s.value(), counts, report);
                }
              });
      Set<String> declared = module.declared(rule);
      Walk.all(rule, Ref.class)
          .flatMap(r -> r.path().stream())
          .filter(
              t ->
                  t instanceof Var v && !isGlobal(v.name(), module) && !declared.contains(v.name()))
          .forEach(t -> once(t, counts, report));
    }
  }

  private static boolean isUsed(Term term, Map<String, Integer> counts) {
    return Walk.all(term, Var.class).anyMatch(v -> counts.getOrDefault(v.name(), 0) > 1);
  }

  private static boolean isGlobal(String name, LintModule module) {
    return module.set().rules(module.path()).containsKey(name)
        || module.imports().anyMatch(i -> Names.of(i).equals(name));
  }

  private static void once(Term term, Map<String, Integer> counts, Look.Report report) {
    if (term instanceof Var v
        && !Names.isUnnamed(v.name())
        && counts.getOrDefault(v.name(), 0) == 1) {
      report.at(v.span(), "%s is not used: write _ instead, or use it".formatted(v.name()));
    }
  }

  private static void zeroArityFunction(LintModule module, Look.Report report) {
    module.rules().stream()
        .filter(r -> r.head().args().filter(List::isEmpty).isPresent())
        .forEach(
            r ->
                report.at(
                    r.head().span(), "a function without arguments is a rule: leave out the ()"));
  }
}
