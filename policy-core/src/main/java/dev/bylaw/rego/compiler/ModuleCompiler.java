package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.PackageDeclaration;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.builtin.BuiltinRegistry;
import dev.bylaw.rego.value.RegoString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resolves the names of all modules, and places their rules. */
public final class ModuleCompiler {
  private ModuleCompiler() {}

  /** Runs all passes over all modules. */
  public static Compiled compile(
      List<Module> modules, BuiltinRegistry registry, CompileOptions options, Problems problems) {
    Map<List<String>, Set<String>> packages = new HashMap<>();
    for (Module m : modules) {
      Set<String> names =
          packages.computeIfAbsent(path(m.packageDeclaration()), k -> new HashSet<>());
      for (Rule r : m.rules()) {
        names.add(Globals.headName(r));
      }
    }
    FeatureCheck features = new FeatureCheck(options.capabilities(), problems);
    IdentityHashMap<CompiledRule, List<String>> rules = new IdentityHashMap<>();
    List<CompiledRule> written = new ArrayList<>();
    Set<Call> assignments = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Module m : modules) {
      features.check(m);
      List<String> path = path(m.packageDeclaration());
      Set<String> names = packages.getOrDefault(path, Set.of());
      for (Rule rule : module(m, names, registry, options, problems, assignments)) {
        CompiledRule placed = place(path, rule);
        written.add(placed);
        rules.put(placed, path);
      }
    }
    SchemaScopes schemas = new SchemaScopes(options.schemas(), problems);
    schemas.add(modules, written);
    Compiled compiled =
        new Compiled(merged(written), RuleTree.of(written), registry, options.printing());
    compiled.check(
        modules,
        written,
        assignments,
        r -> schemas.of(r, rules.getOrDefault(r, List.of())),
        problems);
    return compiled;
  }

  private static List<Rule> module(
      Module module,
      Set<String> packageRules,
      BuiltinRegistry registry,
      CompileOptions options,
      Problems problems,
      Set<Call> assignments) {
    Strictness strictness = Strictness.of(module, options.strict());
    Globals globals = Globals.of(module, packageRules);
    if (strictness.shadowing()) {
      ImportCheck.duplicates(module, problems);
    }
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : module.rules()) {
      String name = Globals.headName(rule);
      if (strictness.shadowing() && Vars.isGlobal(name)) {
        problems.compile(
            rule.span(), "rules must not shadow " + name + " (use a different rule name)");
      }
      rules.add(
          new Resolver(globals, registry, strictness, options.printing(), problems, assignments)
              .rule(rule));
    }
    if (strictness.unused()) {
      ImportCheck.unused(module, globals, problems);
    }
    return rules;
  }

  /** The names of a package's path below {@code data}. */
  public static List<String> path(PackageDeclaration declaration) {
    List<String> path = new ArrayList<>();
    for (Term t : declaration.path().path()) {
      path.add(t instanceof Scalar s && s.value() instanceof RegoString n ? n.value() : "");
    }
    return path;
  }

  private static CompiledRule place(List<String> packagePath, Rule rule) {
    List<String> path = new ArrayList<>(packagePath);
    Ref reference = rule.head().reference();
    path.add(Globals.headName(rule));
    int at = 0;
    while (at < reference.path().size()
        && reference.path().get(at) instanceof Scalar s
        && s.value() instanceof RegoString name) {
      path.add(name.value());
      at++;
    }
    return new CompiledRule(path, reference.path().subList(at, reference.path().size()), rule);
  }

  /** Rules below one with a variable in its reference belong to the same object. */
  private static List<CompiledRule> merged(List<CompiledRule> rules) {
    Set<List<String>> objects = new HashSet<>();
    for (CompiledRule r : rules) {
      if (!r.keys().isEmpty()) {
        objects.add(r.path());
      }
    }
    List<CompiledRule> out = new ArrayList<>();
    for (CompiledRule r : rules) {
      CompiledRule placed = r;
      for (int length = 1; length < r.path().size(); length++) {
        if (objects.contains(r.path().subList(0, length)) && r.rule().head().args().isEmpty()) {
          List<Term> keys = new ArrayList<>();
          for (String name : r.path().subList(length, r.path().size())) {
            keys.add(new Scalar(r.rule().head().span(), RegoString.of(name)));
          }
          keys.addAll(r.keys());
          placed = new CompiledRule(r.path().subList(0, length), keys, r.rule());
          break;
        }
      }
      out.add(placed);
    }
    return out;
  }
}
