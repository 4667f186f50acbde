package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.AstPrinter;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.ast.With;
import dev.bylaw.rego.builtin.BuiltinRegistry;
import dev.bylaw.source.Span;
import java.util.List;

/**
 * Refuses calls of functions that do not exist, or that take another number of arguments, and
 * replacements of parts of what a rule defines.
 */
final class FunctionCheck implements Terms.Visitor {
  private static final AstPrinter PRINTER = AstPrinter.renaming(Resolver::original);

  private final RuleTree tree;
  private final BuiltinRegistry registry;
  private final Suggestions suggestions;
  private final Problems problems;

  FunctionCheck(
      RuleTree tree, BuiltinRegistry registry, Suggestions suggestions, Problems problems) {
    this.tree = tree;
    this.registry = registry;
    this.suggestions = suggestions;
    this.problems = problems;
  }

  /** Whether all calls of a rule are sound. */
  boolean check(Rule rule) {
    int before = problems.count();
    Terms.visitPlaced(rule, this);
    return problems.count() == before;
  }

  /** Whether all calls of a query are sound. */
  boolean check(Body body) {
    int before = problems.count();
    Terms.visitPlaced(body, this);
    return problems.count() == before;
  }

  @Override
  public boolean visit(Term term, Span place, boolean whole) {
    if (term instanceof Call c) {
      if (c.operator() instanceof Ref r && r.head() instanceof Var v && Vars.isGlobal(v.name())) {
        function(c, r, place, whole);
      } else {
        builtin(c, place);
      }
    }
    return true;
  }

  /** What a rule defines is replaced as a whole. */
  @Override
  public void visit(With with) {
    Ref target = with.target();
    boolean data = target.head() instanceof Var v && v.name().equals("data");
    for (int i = 1; data && i < target.path().size(); i++) {
      if (tree.find(target.path().subList(0, i)).filter(n -> !n.rules().isEmpty()).isPresent()) {
        problems.compile(
            target.span(), "with keyword cannot partially replace virtual document(s)");
        return;
      }
    }
  }

  private void builtin(Call c, Span place) {
    String name = Resolver.original(PRINTER.term(c.operator()));
    if (name.equals("print")) {
      problems.type(place, PRINTER.term(c) + " used as value");
    } else if (!name.equals(PrintCalls.NAME)
        && (!(c.operator() instanceof Var v) || registry.find(v.name()).isEmpty())) {
      undefined(place, name);
    }
  }

  private void function(Call c, Ref reference, Span place, boolean whole) {
    List<CompiledRule> definitions = tree.rules(reference);
    String name = PRINTER.term(reference);
    if (definitions.isEmpty()) {
      undefined(place, name);
      return;
    }
    int want = arity(definitions.get(0));
    int have = c.args().size();
    if (have != want && (!whole || have != want + 1)) {
      String arguments = have == 1 ? " argument" : " arguments";
      problems.type(place, "function " + name + " has arity " + want + ", got " + have + arguments);
    }
  }

  /** None for rules that are no functions, which the check of types looks at. */
  private static int arity(CompiledRule function) {
    return function.rule().head().args().map(List::size).orElse(0);
  }

  private void undefined(Span span, String name) {
    problems.type(span, "undefined function " + name + suggestions.function(name, span));
  }
}
