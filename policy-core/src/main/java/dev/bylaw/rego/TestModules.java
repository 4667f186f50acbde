package dev.bylaw.rego;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.AstPrinter;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.RuleHead;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Modules with their tests made ready: each definition of a test is a rule of its own, and a test
 * with cases tells which cases it has as soon as their names are known.
 */
final class TestModules {
  /** Takes the names of a case. */
  static final String CASE = "internal.tell_case";

  private final List<RegoTest> tests = new ArrayList<>();
  private final Map<List<String>, Integer> counts = new HashMap<>();

  List<RegoTest> tests() {
    return tests;
  }

  Module prepare(Module module) {
    List<String> path = strings(module.packageDeclaration().path().path());
    List<Rule> rules = new ArrayList<>();
    module.rules().forEach(r -> rules.add(rule(r, path)));
    return new Module(
        module.span(),
        module.version(),
        module.packageDeclaration(),
        module.imports(),
        rules,
        module.annotations(),
        module.comments());
  }

  private Rule rule(Rule rule, List<String> module) {
    if (!(rule.head().reference().head() instanceof Var name) || rule.isDefault()) {
      return rule;
    }
    boolean todo = name.name().startsWith("todo_test_");
    if (!todo && !name.name().startsWith("test_")) {
      return rule;
    }
    List<String> path = new ArrayList<>(module);
    path.add(name.name());
    int before = counts.merge(List.copyOf(path), 1, Integer::sum) - 1;
    String own = before == 0 ? name.name() : "%s#%02d".formatted(name.name(), before);
    path.set(path.size() - 1, own);
    boolean many = !rule.head().reference().path().isEmpty();
    tests.add(new RegoTest(path, own, rule.span(), todo, many));
    return new Rule(
        rule.span(),
        false,
        renamed(rule.head(), own),
        withCases(rule),
        rule.otherwise(),
        rule.annotations());
  }

  private static RuleHead renamed(RuleHead head, String name) {
    Ref ref = head.reference();
    Ref own = new Ref(ref.span(), new Var(ref.head().span(), name), ref.path());
    return new RuleHead(head.span(), own, head.args(), head.key(), head.value(), head.assigned());
  }

  /** The names of the cases are told behind the first expressions that have all of them. */
  private static Body withCases(Rule rule) {
    List<Term> names = rule.head().reference().path();
    if (names.isEmpty()) {
      return rule.body();
    }
    Set<String> missing = new HashSet<>();
    names.forEach(t -> missing.add(AstPrinter.print(t)));
    List<Expr> exprs = new ArrayList<>();
    boolean told = false;
    for (Expr e : rule.body().exprs()) {
      exprs.add(e);
      missing.removeIf(e.span().text()::contains);
      if (missing.isEmpty() && !told) {
        exprs.add(tells(rule.head().reference()));
        told = true;
      }
    }
    if (!told) {
      exprs.add(tells(rule.head().reference()));
    }
    return new Body(rule.body().span(), exprs, rule.body().explicit());
  }

  private static Expr tells(Ref reference) {
    Span span = reference.span();
    String[] names = CASE.split("\\.", -1);
    Ref operator =
        new Ref(span, new Var(span, names[0]), List.of(new Scalar(span, RegoString.of(names[1]))));
    Call call = new Call(span, operator, List.of(new ArrayTerm(span, reference.path())), false);
    return new Expr.TermExpr(span, call, List.of());
  }

  private static List<String> strings(List<Term> path) {
    List<String> out = new ArrayList<>();
    for (Term t : path) {
      out.add(t instanceof Scalar s && s.value() instanceof RegoString n ? n.value() : "");
    }
    return out;
  }
}
