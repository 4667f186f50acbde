package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.PackageDeclaration;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.builtin.BuiltinRegistry;
import dev.bylaw.rego.value.RegoString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs the passes over names for all modules, and places the rules in the tree. */
public final class ModuleCompiler {
  private ModuleCompiler() {}

  /**
   * The rules of all modules, resolved, in the order of modules and text.
   *
   * @param printing whether calls of {@code print} stay
   */
  public static List<CompiledRule> compile(
      List<Module> modules, BuiltinRegistry registry, boolean printing, Problems problems) {
    Map<List<String>, List<Module>> packages = new HashMap<>();
    for (Module m : modules) {
      packages.computeIfAbsent(path(m.packageDeclaration()), k -> new ArrayList<>()).add(m);
    }
    List<CompiledRule> rules = new ArrayList<>();
    for (Module m : modules) {
      List<String> path = path(m.packageDeclaration());
      Globals globals = Globals.of(m, packages.getOrDefault(path, List.of()));
      for (Rule rule : m.rules()) {
        Resolver resolver =
            new Resolver(globals, n -> registry.find(n).isPresent(), printing, problems);
        rules.add(place(path, resolver.rule(rule)));
      }
    }
    return merged(rules);
  }

  /** A query, resolved without a package around it. */
  public static ResolvedQuery query(
      Body body, BuiltinRegistry registry, boolean printing, Problems problems) {
    Scope scope = new Scope(null);
    return new ResolvedQuery(
        new Resolver(new Globals(), n -> registry.find(n).isPresent(), printing, problems)
            .query(body, scope));
  }

  /** A query whose names are resolved. */
  public record ResolvedQuery(Body body) {}

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
