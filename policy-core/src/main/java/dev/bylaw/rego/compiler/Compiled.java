package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.builtin.BuiltinRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The rules of all modules, resolved and checked: what is planned, and what queries are compiled
 * against. Immutable and thread-safe.
 */
public final class Compiled {
  private final List<CompiledRule> rules;
  private final RuleTree tree;
  private final BuiltinRegistry registry;
  private final Signatures signatures;
  private final boolean printing;
  private final RuleGraph graph;
  private final RuleTypes types = new RuleTypes();
  private final InputPaths inputPaths;

  Compiled(List<CompiledRule> rules, RuleTree tree, BuiltinRegistry registry, boolean printing) {
    this.printing = printing;
    this.rules = List.copyOf(rules);
    this.inputPaths = new InputPaths(rules);
    this.tree = tree;
    this.graph = new RuleGraph(tree);
    this.registry = registry;
    this.signatures = new Signatures(registry);
  }

  /**
   * Runs the passes over resolved rules; must not be planned if that adds to the problems.
   *
   * @param written the rules, none moved to the object that it is part of
   * @param assignments those of the equations that were written with {@code :=}
   * @param schemas those that hold for a rule
   */
  void check(
      List<Module> modules,
      List<CompiledRule> written,
      Set<Call> assignments,
      Function<CompiledRule, SchemaEnv> schemas,
      Problems problems) {
    new RuleConflicts(problems).check(tree, modules);
    boolean recursive = graph.run(problems);
    Suggestions suggestions = new Suggestions(tree, registry, modules);
    FunctionCheck functions = new FunctionCheck(tree, registry, suggestions, problems);
    UnaryOperator<CompiledRule> flat = FlatForm.among(rules, FlatForm.Stage.SAFETY, assignments);
    Set<CompiledRule> sound = Collections.newSetFromMap(new IdentityHashMap<>());
    for (CompiledRule rule : written) {
      if (functions.check(rule.rule())) {
        CompiledRule form = flat.apply(rule);
        if (safety(rule.path(), suggestions, problems).check(form)) {
          sound.add(rule);
        }
      }
      if (problems.isFull()) {
        return;
      }
    }
    if (!recursive) {
      types(written, sound, assignments, schemas, problems);
    }
  }

  /** Checks the types of a query against those of the rules. */
  private void types(Body query, Set<Call> assignments, Problems problems) {
    DocumentTypes documents = new DocumentTypes(tree, types, graph);
    BodyOrder order = BodyOrder.ofTypes(this::arity);
    TypeCheck check = new TypeCheck(problems, signatures, documents);
    synchronized (types) { // which works out the types of packages when they are wanted
      check.query(FlatForm.checked(query, rules, order, assignments));
    }
  }

  private void types(
      List<CompiledRule> written,
      Set<CompiledRule> sound,
      Set<Call> assignments,
      Function<CompiledRule, SchemaEnv> schemas,
      Problems problems) {
    DocumentTypes documents = new DocumentTypes(tree, types, graph);
    BodyOrder order = BodyOrder.ofTypes(this::arity);
    TypeCheck check = new TypeCheck(problems, signatures, documents);
    Function<CompiledRule, FlatForm.Flat> flat = FlatForm.checked(rules, order, assignments);
    IdentityHashMap<CompiledRule, FlatForm.Flat> forms = new IdentityHashMap<>();
    for (CheckOrder.Part part : CheckOrder.of(written, tree, graph)) {
      CompiledRule rule = part.rule();
      if (sound.contains(rule) && !problems.isFull()) {
        documents.schemas(schemas.apply(rule));
        FlatForm.Flat form = forms.computeIfAbsent(rule, flat);
        check.part(part.node(), form, part.branch());
      }
    }
  }

  private SafetyCheck safety(List<String> path, Suggestions suggestions, Problems problems) {
    return new SafetyCheck(
        BodyOrder.ofChecks(this::arity),
        problems,
        (name, place) -> suggestions.variable(name, path, place),
        true);
  }

  private int arity(Term operator) {
    if (operator instanceof Var v) {
      return signatures.arity(v.name());
    }
    List<CompiledRule> function = operator instanceof Ref r ? tree.rules(r) : List.of();
    return function.isEmpty() ? -1 : function.get(0).rule().head().args().orElse(List.of()).size();
  }

  /** In the order of modules and text. */
  public List<CompiledRule> rules() {
    return rules;
  }

  /** Which parts of the input they may read. */
  public InputPaths inputPaths() {
    return inputPaths;
  }

  /** The same for planning: flat where they cannot be evaluated in the order of any terms. */
  public List<CompiledRule> planned() {
    UnaryOperator<CompiledRule> flat = FlatForm.among(rules, FlatForm.Stage.EVALUATION, Set.of());
    List<CompiledRule> planned = new ArrayList<>();
    for (CompiledRule rule : rules) {
      planned.add(silently().check(rule) ? rule : flat.apply(rule));
    }
    return planned;
  }

  private SafetyCheck silently() {
    return new SafetyCheck(new BodyOrder(this::arity), new Problems(), (name, place) -> "", false);
  }

  /** Resolves and checks a query without a package around it. */
  public Query query(Body body, Problems problems) {
    Set<Call> assignments = Collections.newSetFromMap(new IdentityHashMap<>());
    Resolver resolver =
        new Resolver(Globals.none(), registry, Strictness.NONE, printing, problems, assignments);
    Body resolved = resolver.query(body, new Scope(null));
    Suggestions suggestions = new Suggestions(tree, registry, List.of());
    if (new FunctionCheck(tree, registry, suggestions, problems).check(resolved)) {
      Body kept = KeptValues.of(resolved, this::arity);
      Body flat = FlatForm.of(kept, rules, FlatForm.Stage.SAFETY, assignments);
      if (safety(List.of(), suggestions, problems).check(flat)) {
        types(resolved, assignments, problems);
      }
    }
    return new Query(resolved, silently().check(resolved));
  }

  /**
   * A query whose names are resolved.
   *
   * @param ordered whether it can be evaluated as it is written; if not, only its flat form can
   */
  public record Query(Body body, boolean ordered) {}
}
