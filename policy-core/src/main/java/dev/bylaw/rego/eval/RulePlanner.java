package dev.bylaw.rego.eval;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.RuleHead;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.compiler.CompiledRule;
import dev.bylaw.rego.compiler.FlatForm;
import dev.bylaw.rego.compiler.Vars;
import dev.bylaw.rego.value.RegoBoolean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Plans the definitions of rules, as a whole and for single keys. */
final class RulePlanner {
  private final Linker linker;
  private final Map<RuleGroup, List<CompiledRule>> definitions = new LinkedHashMap<>();
  private final UnaryOperator<CompiledRule> flat;

  /**
   * @param flat makes rules flat
   */
  RulePlanner(Linker linker, UnaryOperator<CompiledRule> flat) {
    this.linker = linker;
    this.flat = flat;
  }

  /** Puts definitions in the order in which they are evaluated, where that makes a difference. */
  void order() {
    for (Map.Entry<RuleGroup, List<CompiledRule>> group : definitions.entrySet()) {
      List<CompiledRule> plain = new ArrayList<>();
      for (CompiledRule rule : group.getValue()) {
        if (!rule.rule().isDefault()) {
          plain.add(rule);
        }
      }
      if (plain.size() > 1 && (mayFail(plain) || isMixed(plain))) {
        group.getKey().order(DefinitionOrder.of(demands(plain)));
      }
    }
  }

  private boolean mayFail(List<CompiledRule> any) {
    for (CompiledRule rule : any) {
      if (linker.mayFail(rule)) {
        return true;
      }
    }
    return false;
  }

  private List<Demands> demands(List<CompiledRule> rules) {
    List<Demands> demands = new ArrayList<>();
    for (CompiledRule rule : rules) {
      demands.add(Demands.of(flat.apply(rule).rule(), linker));
    }
    return demands;
  }

  /** Whether sets that grow stand beside values, which is a conflict in one order only. */
  private static boolean isMixed(List<CompiledRule> definitions) {
    return definitions.stream().map(d -> d.rule().head().key().isPresent()).distinct().count() > 1;
  }

  /**
   * A definition in the form in which it is planned.
   *
   * @param written its flat form, where something may fail
   * @param flat whether that is the form
   */
  private record Form(CompiledRule compiled, Optional<CompiledRule> written, boolean flat) {
    Rule rule() {
      return compiled.rule();
    }

    /** In another order than that of the text, what is nested comes before all of a body. */
    Optional<Form> instead(BodyPlanner body) {
      return body.isReordered() && !flat
          ? written.map(w -> new Form(w, written, true))
          : Optional.empty();
    }

    /** The {@code else} branch. */
    Optional<Form> branch() {
      return branch(compiled).map(e -> new Form(e, written.flatMap(Form::branch), flat));
    }

    private static Optional<CompiledRule> branch(CompiledRule rule) {
      return rule.rule().otherwise().map(e -> new CompiledRule(rule.path(), rule.keys(), e));
    }
  }

  /**
   * @param deriving whether what is read is kept, of which the text tells more
   */
  private Form form(CompiledRule rule, boolean deriving) {
    boolean sorted = Nesting.decides(rule, linker::mayFail);
    Optional<CompiledRule> written =
        sorted || linker.mayFail(rule) ? Optional.of(flat.apply(rule)) : Optional.empty();
    boolean flat = !linker.watch().optimizes();
    return sorted && !flat && !deriving
        ? new Form(written.orElseThrow(), written, true)
        : new Form(rule, written, flat);
  }

  RulePlan rule(CompiledRule compiled, RuleGroup group, boolean deriving) {
    return rule(form(compiled, deriving), group, group.definitions() == 0, deriving);
  }

  private RulePlan rule(Form form, RuleGroup group, boolean first, boolean deriving) {
    Rule rule = form.rule();
    RuleHead head = rule.head();
    Slots slots = new Slots();
    Set<String> headVars = new HashSet<>();
    if (head.key().isPresent()) {
      headVars.addAll(Vars.all(head.key().get()).keySet());
    }
    Reads reads = new Reads(headVars);
    BodyPlanner body = new BodyPlanner(linker, slots, reads);
    List<Term> args = head.args().orElse(List.of());
    Pattern[] patterns = linker.watch().enter(body, rule, args, group, first);
    body.body(rule.body(), demands(form));
    reads.stop();
    Step last =
        linker.hasProblems() ? new Steps.Found() : last(form.compiled(), group, body, deriving);
    Step chain = body.finish(linker.watch().exit(body, rule, group, last));
    Optional<Form> instead = form.instead(body);
    if (instead.isPresent() && !deriving && !linker.hasProblems()) {
      return rule(instead.get(), group, first, false);
    }
    RulePlan otherwise = form.branch().map(e -> rule(e, group, false, deriving)).orElse(null);
    return new RulePlan(
        rule.span(), slots.count(), slots.auxCount(), List.of(patterns), chain, otherwise);
  }

  /** What is demanded in one way or another. */
  private List<List<Demand>> demands(Form form) {
    if (form.written().isEmpty()) {
      return List.of();
    }
    List<List<Demand>> ways = new ArrayList<>();
    for (Demands way : Demands.alternatives(form.written().get().rule(), linker)) {
      ways.add(inOrder(way));
    }
    return ways;
  }

  /** What is demanded most often comes first; behind a choice of values, OPA looks no further. */
  private static List<Demand> inOrder(Demands way) {
    List<Demand> demands = new ArrayList<>(way.byPlace().values());
    demands.sort(
        Comparator.comparing((Demand d) -> -d.times()).thenComparing(Demand::isOfArgument));
    int choice = 0;
    while (choice < demands.size() && !demands.get(choice).isChoice()) {
      choice++;
    }
    return demands.subList(0, Math.min(choice + 1, demands.size()));
  }

  /** Notes the definitions, in their order, each with the rule that it is a part of. */
  void define(List<CompiledRule> rules, List<RuleGroup> groups) {
    for (int i = 0; i < rules.size(); i++) {
      definitions.computeIfAbsent(groups.get(i), g -> new ArrayList<>()).add(rules.get(i));
    }
  }

  /** Plans the partial rules that are asked for single keys; that may make others be asked, too. */
  void keyed() {
    for (RuleGroup group = linker.asked().poll();
        group != null && !linker.hasProblems();
        group = linker.asked().poll()) {
      if (group.lookedUp() == 0) {
        continue; // neither a set nor an object without a default
      }
      List<CompiledRule> all = definitions.getOrDefault(group, List.of());
      boolean patterns = true;
      int longest = 0;
      for (CompiledRule definition : all) {
        List<Term> asked = asked(definition);
        patterns &= isPattern(asked.get(0));
        longest = Math.max(longest, asked.size());
      }
      if (group.keys() == 0 && patterns) {
        group.selective();
      }
      for (int keys = group.keys() + 1; keys <= Math.min(longest, group.lookedUp()); keys++) {
        group.keyed(keyed(all, group, keys));
      }
    }
  }

  private List<RulePlan> keyed(List<CompiledRule> definitions, RuleGroup group, int keys) {
    List<RulePlan> plans = new ArrayList<>();
    for (CompiledRule definition : definitions) {
      plans.add(keyed(definition, group, keys, plans.isEmpty()));
    }
    return plans;
  }

  /** What can be asked for: the keys of an object, or the elements of a set. */
  private static List<Term> asked(CompiledRule rule) {
    return rule.keys().isEmpty() ? List.of(rule.rule().head().key().orElseThrow()) : rule.keys();
  }

  /** True for what a known key can be taken apart by. */
  private static boolean isPattern(Term key) {
    return (key instanceof Var v && (FlatForm.isGenerated(v) || !v.isWildcard()))
        || key instanceof Scalar
        || (key instanceof ArrayTerm a && a.elements().stream().allMatch(RulePlanner::isPattern))
        || (key instanceof SetTerm s && s.elements().stream().allMatch(Scalar.class::isInstance))
        || (key instanceof ObjectTerm o
            && o.entries().stream()
                .allMatch(e -> e.key() instanceof Scalar && isPattern(e.value())));
  }

  /** A part of a key that is worked out by the body, and what is asked for in its place. */
  private record Computed(Term wanted, Var asked) {}

  /** A pattern of what a key can be, with variables for the parts that the body works out. */
  private static Term shape(Term key, List<Computed> computed) {
    if (isPattern(key)) {
      return key;
    } else if (key instanceof ArrayTerm a) {
      return new ArrayTerm(a.span(), a.elements().stream().map(e -> shape(e, computed)).toList());
    }
    Var asked = new Var(key.span(), "$key" + computed.size());
    computed.add(new Computed(key, asked));
    return asked;
  }

  /** A definition as a function of its first keys. */
  private RulePlan keyed(CompiledRule compiled, RuleGroup group, int count, boolean first) {
    return keyed(form(compiled, false), group, count, first);
  }

  private RulePlan keyed(Form form, RuleGroup group, int count, boolean first) {
    CompiledRule compiled = form.compiled();
    Slots slots = new Slots();
    BodyPlanner body = new BodyPlanner(linker, slots, new Reads(Set.of()));
    List<Term> wanted = asked(compiled).subList(0, Math.min(count, asked(compiled).size()));
    List<Computed> computed = new ArrayList<>();
    List<Term> args = new ArrayList<>();
    wanted.forEach(key -> args.add(shape(key, computed)));
    Pattern[] patterns = linker.watch().enter(body, compiled.rule(), args, group, first);
    Rule rule = compiled.rule();
    body.body(rule.body(), demands(form));
    for (Computed part : linker.hasProblems() ? List.<Computed>of() : computed) {
      Node found = body.terms().node(part.wanted());
      if (group.kind() == RuleGroup.Kind.SET) {
        body.matched(found, part.asked());
      } else {
        Node asked = body.terms().node(part.asked());
        body.emit(new Steps.Check(new Calls.Compare(Calls.Compare.Operator.EQUAL, found, asked)));
      }
    }
    Step last =
        group.kind() == RuleGroup.Kind.SET
            ? new Yields.Exists(linker.mayFail(compiled))
            : last(compiled, group, body, false);
    Step chain = body.finish(linker.watch().exit(body, rule, group, last));
    Optional<Form> instead = form.instead(body);
    if (instead.isPresent() && !linker.hasProblems()) {
      return keyed(instead.get(), group, count, first);
    }
    return new RulePlan(
        rule.span(), slots.count(), slots.auxCount(), List.of(patterns), chain, null);
  }

  private Step last(CompiledRule compiled, RuleGroup group, BodyPlanner body, boolean deriving) {
    Rule rule = compiled.rule();
    List<Term> keys = compiled.keys();
    RuleHead head = rule.head();
    Term value =
        head.key().or(head::value).orElseGet(() -> new Scalar(head.span(), RegoBoolean.TRUE));
    linker.checkHead(value, body.slots);
    Node[] path = new Node[keys.size()];
    for (int i = 0; i < path.length; i++) {
      linker.checkHead(keys.get(i), body.slots);
      Term key = body.calls().first(keys.get(i));
      boolean before = linker.mayFail(value) && !isPattern(key);
      path[i] = body.terms().node(before ? body.kept(key) : key);
    }
    Node node = body.terms().node(body.calls().first(value));
    if (deriving) {
      return new Yields.Derived(node, body.reads.paths());
    }
    return switch (group.kind()) {
      case COMPLETE, FUNCTION ->
          new Yields.One(node, group, linker.mayFail(rule.body()), rule.span());
      case SET -> new Yields.Element(node);
      case OBJECT -> new Yields.At(path, node, head.key().isPresent(), rule.span());
    };
  }
}
