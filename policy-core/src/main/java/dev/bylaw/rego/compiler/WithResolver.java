package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.ast.With;
import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinRegistry;
import dev.bylaw.rego.value.RegoString;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves {@code with} modifiers: what they replace, and what by. */
final class WithResolver {
  private static final String REPLACING = "with keyword replacing built-in function: ";
  private static final Set<String> FIXED =
      Set.of("eq", "rego.metadata.chain", "rego.metadata.rule");

  private final Globals globals;
  private final BuiltinRegistry registry;
  private final Problems problems;
  private final TermResolver terms;

  WithResolver(Globals globals, BuiltinRegistry registry, Problems problems, TermResolver terms) {
    this.globals = globals;
    this.registry = registry;
    this.problems = problems;
    this.terms = terms;
  }

  With with(With w, Scope scope) {
    Ref target = target(w.target(), scope);
    boolean input = target.head() instanceof Var v && v.name().equals("input");
    Term value = input ? terms.term(w.value(), scope) : replacement(w.value(), scope);
    return new With(w.span(), target, value);
  }

  private Ref target(Ref target, Scope scope) {
    Var head = (Var) target.head();
    if (Vars.isGlobal(head.name())) {
      return new Ref(target.span(), head, terms.terms(target.path(), scope));
    }
    Optional<Term> global =
        scope.find(head.name()) == null ? globals.use(head.name(), head.span()) : Optional.empty();
    if (global.isPresent()) {
      return TermResolver.append(global.get(), target);
    }
    String name = TermResolver.dotted(target);
    if (scope.find(head.name()) != null || !isFunction(name)) {
      problems.type(
          target.span(), "with keyword target must reference existing input, data, or a function");
    } else {
      checkBuiltin(target, name);
    }
    return new Ref(target.span(), new Var(head.span(), name), List.of());
  }

  private boolean isFunction(String name) {
    return registry.find(name).isPresent()
        || FIXED.contains(name)
        || name.equals("print")
        || name.startsWith("internal.");
  }

  private void checkBuiltin(Ref target, String name) {
    boolean relation =
        registry.find(name).filter(b -> b.traits().contains(Builtin.Trait.RELATION)).isPresent();
    String problem = "";
    if (FIXED.contains(name)) {
      problem = "replacement of \"" + name + "\" invalid";
    } else if (name.startsWith("internal.")) {
      problem = "replacement of internal function \"" + name + "\" invalid";
    } else if (name.equals("print")) {
      problem = "target must not be a void function";
    } else if (relation) {
      problem = "target must not be a relation";
    }
    if (!problem.isEmpty()) {
      problems.compile(target.span(), REPLACING + problem);
    }
  }

  /**
   * A built-in's name behind {@code as} becomes a reference of its own kind: its head is a string.
   */
  private Term replacement(Term value, Scope scope) {
    boolean named = value instanceof Var || (value instanceof Ref r && r.head() instanceof Var);
    String name = named ? TermResolver.dotted(value) : "";
    String root = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    boolean builtin =
        registry.find(name).isPresent()
            && scope.find(root) == null
            && globals.use(root, value.span()).isEmpty();
    return builtin
        ? new Ref(value.span(), new Scalar(value.span(), RegoString.of(name)), List.of())
        : terms.term(value, scope);
  }
}
