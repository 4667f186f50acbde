package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.AstPrinter;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.RuleHead;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Refuses rules that cannot stand beside each other, and packages within rules. */
final class RuleConflicts {
  private final Problems problems;

  RuleConflicts(Problems problems) {
    this.problems = problems;
  }

  void check(RuleTree tree, List<Module> modules) {
    List<RuleTree.Node> open = new ArrayList<>(List.of(tree.root()));
    while (!open.isEmpty()) {
      RuleTree.Node node = open.remove(open.size() - 1);
      open.addAll(node.children().values());
      if (!node.rules().isEmpty()) {
        defaults(node);
        sameName(node);
        below(node);
      }
    }
    for (Module module : modules) {
      packages(module, tree);
    }
  }

  private static String place(CompiledRule rule) {
    Span span = rule.rule().span();
    return span.source().name() + ":" + span.line();
  }

  private void defaults(RuleTree.Node node) {
    List<CompiledRule> defaults = new ArrayList<>();
    for (CompiledRule rule : node.rules()) {
      if (rule.rule().isDefault()) {
        defaults.add(rule);
      }
    }
    if (defaults.size() > 1) {
      problems.type(
          defaults.get(0).rule().span(),
          "multiple default rules "
              + node
              + " found at "
              + defaults.stream().map(RuleConflicts::place).collect(Collectors.joining(", ")));
    }
  }

  private void sameName(RuleTree.Node node) {
    CompiledRule first = node.rules().get(0);
    for (CompiledRule rule : node.rules()) {
      if (!agree(first, rule)) {
        problems.type(first.rule().span(), "conflicting rules " + RuleTree.text(rule) + " found");
        return;
      }
    }
  }

  /** Whether two rules with the same constant beginning can define the same document. */
  private static boolean agree(CompiledRule a, CompiledRule b) {
    List<Term> keysOfA = RuleTree.dynamicKeys(a);
    List<Term> keysOfB = RuleTree.dynamicKeys(b);
    if (keysOfA.isEmpty() != keysOfB.isEmpty()) {
      return false;
    }
    RuleHead headOfA = a.rule().head();
    RuleHead headOfB = b.rule().head();
    boolean samePlace = keysOfA.isEmpty() || overlap(keysOfA, keysOfB);
    return arity(headOfA) == arity(headOfB)
        && (!samePlace || headOfA.key().isPresent() == headOfB.key().isPresent());
  }

  private static boolean overlap(List<Term> a, List<Term> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      boolean constants = a.get(i) instanceof Scalar && b.get(i) instanceof Scalar;
      if (constants && !((Scalar) a.get(i)).value().equals(((Scalar) b.get(i)).value())) {
        return false;
      }
    }
    return true;
  }

  private static int arity(RuleHead head) {
    return head.args().isPresent() ? head.args().get().size() : -1;
  }

  /** Only an object with variable keys has room for other rules, functions excepted. */
  private void below(RuleTree.Node node) {
    CompiledRule rule = node.rules().get(0);
    boolean object = !RuleTree.dynamicKeys(rule).isEmpty();
    List<String> inside = new ArrayList<>();
    for (RuleTree.Node child : node.children().values()) {
      nearest(child, object, inside);
    }
    if (!inside.isEmpty()) {
      problems.type(
          rule.rule().span(),
          "rule "
              + RuleTree.text(rule)
              + " conflicts with:\n"
              + inside.stream().sorted().collect(Collectors.joining("\n")));
    }
  }

  private static void nearest(RuleTree.Node node, boolean functionsOnly, List<String> out) {
    Optional<CompiledRule> rule =
        node.rules().stream()
            .filter(r -> !functionsOnly || r.rule().head().args().isPresent())
            .findFirst();
    if (rule.isPresent()) {
      out.add("  rule " + RuleTree.text(rule.get()) + " at " + place(rule.get()));
    } else {
      node.children().values().forEach(c -> nearest(c, functionsOnly, out));
    }
  }

  /** A package that stands where a rule defines everything. */
  private void packages(Module module, RuleTree tree) {
    RuleTree.Node node = tree.root();
    for (String name : ModuleCompiler.path(module.packageDeclaration())) {
      node = node.children().get(RegoString.of(name));
      if (node == null) {
        return;
      }
      for (CompiledRule rule : node.rules()) {
        if (RuleTree.dynamicKeys(rule).isEmpty()) {
          problems.type(
              module.packageDeclaration().span(),
              "package "
                  + String.join(".", ModuleCompiler.path(module.packageDeclaration()))
                  + " conflicts with rule "
                  + AstPrinter.print(rule.rule().head().reference())
                  + " defined at "
                  + place(rule));
          return;
        }
      }
    }
  }
}
