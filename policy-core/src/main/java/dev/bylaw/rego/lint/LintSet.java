package dev.bylaw.rego.lint;

import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinRegistry;
import dev.bylaw.rego.observe.CoverageReport;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The modules that are looked at together, and what is known of them. */
final class LintSet {
  private final List<LintModule> modules = new ArrayList<>();
  private final Map<List<String>, Map<String, List<Rule>>> packages = new HashMap<>();
  private final Set<List<String>> parents = new HashSet<>();
  private final RegoObject data;
  private final BuiltinRegistry builtins;
  private final Optional<CoverageReport> tested;
  private final int lineLength;

  LintSet(
      List<Module> modules,
      RegoObject data,
      BuiltinRegistry builtins,
      Optional<CoverageReport> tested,
      int lineLength) {
    this.data = data;
    this.builtins = builtins;
    this.tested = tested;
    this.lineLength = lineLength;
    for (Module module : modules) {
      add(new LintModule(module, Names.constants(module.packageDeclaration().path().path()), this));
    }
  }

  private void add(LintModule module) {
    modules.add(module);
    Map<String, List<Rule>> rules =
        packages.computeIfAbsent(module.path(), p -> new LinkedHashMap<>());
    module.rules().forEach(r -> rules.computeIfAbsent(Names.of(r), n -> new ArrayList<>()).add(r));
    for (int i = 0; i <= module.path().size(); i++) {
      parents.add(module.path().subList(0, i));
    }
  }

  List<LintModule> modules() {
    return modules;
  }

  /** The rules of a package, of all its modules, by their first names. */
  Map<String, List<Rule>> rules(List<String> path) {
    return packages.getOrDefault(path, Map.of());
  }

  /** The rules at a path below {@code data}, or at its beginning; none where there is no rule. */
  List<Rule> rulesAt(List<String> path) {
    for (int i = path.size() - 1; i >= 0; i--) {
      List<Rule> found = rules(path.subList(0, i)).get(path.get(i));
      if (found != null) {
        return found;
      }
    }
    return List.of();
  }

  /** Whether something can be at a path below {@code data}. */
  boolean knows(List<String> path) {
    return parents.contains(path) || !rulesAt(path).isEmpty() || isData(path);
  }

  private boolean isData(List<String> path) {
    RegoValue at = data;
    for (String name : path) {
      if (!(at instanceof RegoObject object)) {
        return true;
      }
      RegoValue next = object.get(name);
      if (next == null) {
        return false;
      }
      at = next;
    }
    return true;
  }

  Optional<Builtin> builtin(String name) {
    return builtins.find(name);
  }

  /** Whether a built-in that one should still use has this name. */
  boolean hidesBuiltin(String name) {
    return builtin(name).filter(b -> !b.traits().contains(Builtin.Trait.DEPRECATED)).isPresent();
  }

  /** What the tests cover, where they were run. */
  Optional<CoverageReport> tested() {
    return tested;
  }

  /** The most characters of a line. */
  int lineLength() {
    return lineLength;
  }
}
