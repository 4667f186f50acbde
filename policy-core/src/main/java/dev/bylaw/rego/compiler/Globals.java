package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Import;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the free names of a module stand for: rules of its package and imports. */
final class Globals {
  private final Map<String, List<Term>> paths = new HashMap<>();

  /**
   * @param packageModules all modules of the same package, this one included
   */
  static Globals of(Module module, List<Module> packageModules) {
    Globals globals = new Globals();
    Ref packagePath = module.packageDeclaration().path();
    for (Module m : packageModules) {
      for (Rule rule : m.rules()) {
        String name = headName(rule);
        List<Term> path = new ArrayList<>();
        path.add(packagePath.head());
        path.addAll(packagePath.path());
        path.add(new Scalar(packagePath.span(), RegoString.of(name)));
        globals.paths.put(name, path);
      }
    }
    for (Import i : module.imports()) {
      globals.add(i);
    }
    return globals;
  }

  static String headName(Rule rule) {
    return rule.head().reference().head() instanceof Var v ? v.name() : "";
  }

  private void add(Import i) {
    if (!(i.path().head() instanceof Var root) || !Vars.isGlobal(root.name())) {
      return; // rego.v1 and future.keywords only change the syntax
    }
    List<Term> path = new ArrayList<>();
    path.add(root);
    path.addAll(i.path().path());
    Optional<String> last =
        path.get(path.size() - 1) instanceof Scalar s && s.value() instanceof RegoString t
            ? Optional.of(t.value())
            : Optional.of(root.name());
    i.alias().or(() -> last).ifPresent(name -> paths.put(name, path));
  }

  /** The absolute term for a name, placed at the span of its use. */
  Optional<Term> find(String name, Span span) {
    return Optional.ofNullable(paths.get(name)).map(path -> at(path, span));
  }

  private static Term at(List<Term> path, Span span) {
    Term head = new Var(span, ((Var) path.get(0)).name());
    return path.size() == 1 ? head : new Ref(span, head, path.subList(1, path.size()));
  }
}
