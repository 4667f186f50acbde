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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the free names of a module stand for: rules of its package and imports. */
final class Globals {
  private final List<Term> packagePath;
  private final Set<String> packageRules;
  private final Map<String, List<Term>> imports = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  private Globals(List<Term> packagePath, Set<String> packageRules) {
    this.packagePath = packagePath;
    this.packageRules = packageRules;
  }

  /** For texts without a package. */
  static Globals none() {
    return new Globals(List.of(), Set.of());
  }

  /**
   * @param packageRules the names of all rules of the module's package
   */
  static Globals of(Module module, Set<String> packageRules) {
    Ref path = module.packageDeclaration().path();
    Globals globals = new Globals(terms(path), packageRules);
    for (Import i : module.imports()) {
      name(i).ifPresent(name -> globals.imports.put(name, terms(i.path())));
    }
    return globals;
  }

  static String headName(Rule rule) {
    return rule.head().reference().head() instanceof Var v ? v.name() : "";
  }

  private static List<Term> terms(Ref path) {
    List<Term> terms = new ArrayList<>();
    terms.add(path.head());
    terms.addAll(path.path());
    return terms;
  }

  /** The name that an import brings; none for those that only change the syntax. */
  static Optional<String> name(Import i) {
    if (!(i.path().head() instanceof Var root) || !Vars.isGlobal(root.name())) {
      return Optional.empty();
    }
    List<Term> path = terms(i.path());
    String last =
        path.get(path.size() - 1) instanceof Scalar s && s.value() instanceof RegoString t
            ? t.value()
            : root.name();
    return i.alias().or(() -> Optional.of(last));
  }

  /** The absolute term for a name, placed at the span of its use. */
  Optional<Term> use(String name, Span span) {
    List<Term> imported = imports.get(name);
    if (imported != null) {
      used.add(name);
      return Optional.of(at(imported, span));
    } else if (!packageRules.contains(name)) {
      return Optional.empty();
    }
    List<Term> rule = new ArrayList<>(packagePath);
    rule.add(new Scalar(span, RegoString.of(name)));
    return Optional.of(at(rule, span));
  }

  /** Whether the name of an import was asked for. */
  boolean isUsed(String name) {
    return used.contains(name);
  }

  private static Term at(List<Term> path, Span span) {
    Term head = new Var(span, ((Var) path.get(0)).name());
    return path.size() == 1 ? head : new Ref(span, head, path.subList(1, path.size()));
  }
}
