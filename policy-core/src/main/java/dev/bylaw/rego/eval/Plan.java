package dev.bylaw.rego.eval;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.RuleHead;
import dev.bylaw.rego.builtin.BuiltinRegistry;
import dev.bylaw.rego.compiler.Compiled;
import dev.bylaw.rego.compiler.CompiledRule;
import dev.bylaw.rego.compiler.FlatForm;
import dev.bylaw.rego.compiler.ModuleCompiler;
import dev.bylaw.rego.compiler.Negation;
import dev.bylaw.rego.compiler.Problems;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A program, planned: every rule is a chain of steps over the slots of a frame. Immutable once
 * made, and thread-safe.
 */
public final class Plan {
  private final Linker linker;
  private final VirtualNode root;
  private final RegoObject data;
  private final List<CompiledRule> rules;
  private final RulePlanner planner;
  private Constants constants = Constants.NONE;

  private Plan(
      Linker linker,
      VirtualNode root,
      RegoObject data,
      List<CompiledRule> rules,
      RulePlanner planner) {
    this.linker = linker;
    this.root = root;
    this.data = data;
    this.rules = rules;
    this.planner = planner;
  }

  /** Plans all rules; must not be evaluated if that adds to the problems. */
  public static Plan of(
      List<Module> modules,
      List<CompiledRule> rules,
      RegoObject data,
      BuiltinRegistry registry,
      Problems problems) {
    return of(Watch.NONE, modules, List.copyOf(rules), data, registry, problems);
  }

  private static Plan of(
      Watch watch,
      List<Module> modules,
      List<CompiledRule> written,
      RegoObject data,
      BuiltinRegistry registry,
      Problems problems) {
    // what a rule gives for any key comes before what it gives for a certain one, as in OPA
    List<CompiledRule> rules = new ArrayList<>(written);
    rules.sort(Comparator.comparingInt(CompiledRule::constantKeys));
    VirtualNode root = new VirtualNode();
    // packages without rules are there, too
    for (Module module : modules) {
      root.below(ModuleCompiler.path(module.packageDeclaration()));
    }
    RuleMetadata metadata = new RuleMetadata(modules, rules);
    Linker linker = new Linker(registry, root, metadata, watch, problems);
    RulePlanner planner =
        new RulePlanner(
            linker,
            watch.optimizes() ? FlatForm.ordered(rules, linker.order()) : UnaryOperator.identity());
    Plan plan = new Plan(linker, root, data, rules, planner);
    List<RuleGroup> groups = new ArrayList<>();
    for (CompiledRule rule : rules) {
      groups.add(plan.group(rule, problems));
    }
    for (int i = 0; i < rules.size(); i++) {
      RulePlan planned = planner.rule(rules.get(i), groups.get(i), false);
      if (rules.get(i).rule().isDefault()) {
        groups.get(i).addDefault(planned);
      } else {
        groups.get(i).add(planned, IndexCondition.of(rules.get(i).rule()));
      }
    }
    planner.define(rules, groups);
    planner.order();
    for (RuleGroup group : new LinkedHashSet<>(groups)) {
      group.finish(watch.optimizes());
    }
    planner.keyed();
    linker.graph().finish();
    plan.constants = plan.constants(registry);
    return plan;
  }

  private Constants constants(BuiltinRegistry registry) {
    return linker.watch().optimizes() ? Constants.of(linker.graph(), registry) : Constants.NONE;
  }

  /**
   * The same program in the variant that tells the session's audience what it does.
   *
   * @param resolved the rules as they were given to {@link #of}
   */
  public Plan observed(
      List<Module> modules, List<CompiledRule> resolved, BuiltinRegistry registry) {
    Problems problems = new Problems();
    List<CompiledRule> flat = FlatForm.of(resolved);
    Plan plan = of(new Watching(), modules, flat, data, registry, problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException("the flat form differs: " + problems.list());
    }
    return plan;
  }

  /** The same rules over other base documents. */
  public Plan withData(RegoObject other, BuiltinRegistry registry) {
    Plan plan = new Plan(linker, root, other, rules, planner);
    plan.constants = plan.constants(registry);
    return plan;
  }

  private @Nullable VirtualNode node(List<String> path) {
    VirtualNode node = root;
    for (String name : path) {
      node = node == null ? null : node.children().get(RegoString.of(name));
    }
    return node;
  }

  private RuleGroup group(CompiledRule rule, Problems problems) {
    VirtualNode node = root.below(rule.path());
    RuleHead head = rule.rule().head();
    int arity = head.args().orElse(List.of()).size();
    RuleGroup.Kind kind =
        arity > 0 // f() is a complete rule, as in OPA
            ? RuleGroup.Kind.FUNCTION
            : !rule.keys().isEmpty()
                ? RuleGroup.Kind.OBJECT
                : head.key().isPresent() ? RuleGroup.Kind.SET : RuleGroup.Kind.COMPLETE;
    String path = "data." + String.join(".", rule.path());
    RuleGroup group = node.group();
    if (group == null) {
      group = new RuleGroup(linker.graph().id(rule.path()), path, kind, arity);
      node.group(group);
    } else if (group.kind() != kind || group.arity() != arity) {
      problems.type(head.span(), "conflicting rules " + path + " found");
    }
    linker.graph().reads(group.id()).add(rule);
    return group;
  }

  private Context context(Optional<RegoValue> input, Session session) {
    return new Context(session, input.orElse(null), data, constants);
  }

  /** Plans the keyed variants of a partial rule that a path leads into. */
  private void lookUp(List<String> path) {
    VirtualNode node = root;
    for (int i = 0; i < path.size() && node != null; i++) {
      RuleGroup group = node.group();
      int keys = path.size() - i;
      if (group != null && group.isNews(keys)) {
        synchronized (linker) {
          linker.lookedUp(group, keys);
          planner.keyed();
        }
      }
      node = group == null ? node.children().get(RegoString.of(path.get(i))) : null;
    }
  }

  /** The value of a rule or a package; undefined is empty. */
  public Optional<RegoValue> evaluate(
      Optional<RegoValue> input, List<String> path, Session session) {
    lookUp(path);
    Node[] keys = path.stream().map(n -> new Nodes.Constant(RegoString.of(n))).toArray(Node[]::new);
    Node node = linker.watch().asked(path, new Nodes.Data(root, keys));
    return Optional.ofNullable(node.eval(new Frame(context(input, session), 0, 0)));
  }

  /** Takes an element of a partial set and the paths of the input that were read for it. */
  public interface DerivationSink {
    void take(RegoValue element, List<List<RegoValue>> reads);
  }

  /** Plans the definitions of a partial set in the variant that keeps what is read. */
  public Derivations derivations(List<String> path) {
    // programs with other data share the linker, and planning writes to it
    synchronized (linker) {
      return planned(path);
    }
  }

  private Derivations planned(List<String> path) {
    VirtualNode node = node(path);
    RuleGroup group = node == null ? null : node.group();
    List<RulePlan> plans = new ArrayList<>();
    if (group != null && group.kind() == RuleGroup.Kind.SET) {
      for (CompiledRule compiled : rules) {
        if (compiled.path().equals(path)) {
          plans.add(planner.rule(compiled, group, true));
        }
      }
    }
    return new Derivations(plans);
  }

  /** The definitions of one partial set, ready to be run with what they read. */
  public static final class Derivations {
    private final List<RulePlan> plans;

    private Derivations(List<RulePlan> plans) {
      this.plans = plans;
    }
  }

  /** Runs sets over one input, which share what was computed. */
  public Evaluation over(RegoValue input, Session session) {
    return new Evaluation(context(Optional.of(input), session));
  }

  /** What was computed for one input. Not thread-safe. */
  public static final class Evaluation {
    private final Context context;

    private Evaluation(Context context) {
      this.context = context;
    }

    /** Runs one set, with a budget of its own. */
    public void derive(Derivations set, DerivationSink sink) {
      context.session.renew();
      Yields.Sink taking = sink::take;
      for (RulePlan plan : set.plans) {
        for (RulePlan p = plan; p != null; p = p.otherwise()) {
          p.run(context, new RegoValue[0], taking);
        }
      }
    }
  }

  /** Plans a query whose names are resolved; must not be run if that adds to the problems. */
  public Query query(Compiled.Query resolved, Problems problems) {
    // programs with other data share the linker, and planning writes to it
    synchronized (linker) {
      return planned(resolved, problems);
    }
  }

  private Query planned(Compiled.Query resolved, Problems problems) {
    boolean plain = linker.watch().optimizes() && resolved.ordered();
    Body query = plain ? resolved.body() : FlatForm.of(resolved.body(), rules);
    Slots slots = new Slots();
    BodyPlanner body =
        new BodyPlanner(
            linker.forQuery(problems), slots, new Reads(Set.of()), Negation.EQUALITY_OF_QUERIES);
    linker.watch().enter(body, query);
    body.body(query);
    Set<String> names = new TreeSet<>(slots.bound());
    names.removeIf(n -> n.startsWith("$"));
    Node[] nodes = names.stream().map(n -> new Nodes.Slot(slots.slot(n))).toArray(Node[]::new);
    String[] originals = names.stream().map(CompiledRule::original).toArray(String[]::new);
    Step last = new Yields.Bindings(originals, nodes);
    Step chain = body.finish(linker.watch().exit(body, query, last));
    planner.keyed();
    return new Query(
        new RulePlan(query.span(), slots.count(), slots.auxCount(), List.of(), chain, null));
  }

  /** A planned query. */
  public final class Query {
    private final RulePlan plan;

    private Query(RulePlan plan) {
      this.plan = plan;
    }

    /** One object of bindings per answer, in the order in which they are found. */
    public List<RegoObject> run(Optional<RegoValue> input, Session session) {
      List<RegoObject> answers = new ArrayList<>();
      plan.run(context(input, session), new RegoValue[0], answers);
      return answers;
    }
  }
}
