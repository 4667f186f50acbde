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
import dev.bylaw.rego.compiler.Vars;
import dev.bylaw.rego.value.RegoBoolean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plans the definitions of rules, as a whole and for single keys. */
final class RulePlanner {
  private final Linker linker;
  private final Map<RuleGroup, List<CompiledRule>> definitions = new HashMap<>();

  RulePlanner(Linker linker) {
    this.linker = linker;
  }

  RulePlan rule(CompiledRule compiled, RuleGroup group, boolean deriving) {
    boolean first = group.definitions() == 0;
    return rule(compiled.rule(), compiled.keys(), group, first, deriving);
  }

  private RulePlan rule(
      Rule rule, List<Term> keys, RuleGroup group, boolean first, boolean deriving) {
    RuleHead head = rule.head();
    Slots slots = new Slots();
    Set<String> headVars = new HashSet<>();
    head.key().ifPresent(k -> headVars.addAll(Vars.all(k).keySet()));
    Reads reads = new Reads(headVars);
    BodyPlanner body = new BodyPlanner(linker, slots, reads);
    List<Term> args = head.args().orElse(List.of());
    Pattern[] patterns = linker.watch().enter(body, rule, args, group, first);
    body.body(rule.body(), head(rule, keys), args);
    reads.stop();
    Step last = linker.hasProblems() ? new Steps.Found() : last(rule, keys, group, body, deriving);
    Step chain = body.finish(linker.watch().exit(body, rule, group, last));
    RulePlan otherwise =
        rule.otherwise().map(e -> rule(e, keys, group, false, deriving)).orElse(null);
    return new RulePlan(
        rule.span(), slots.count(), slots.auxCount(), List.of(patterns), chain, otherwise);
  }

  /** What is evaluated behind the body. */
  private static List<Term> head(Rule rule, List<Term> keys) {
    List<Term> head = new ArrayList<>(keys);
    rule.head().key().or(rule.head()::value).ifPresent(head::add);
    return head;
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
      if (group.keys() == 0 && all.stream().allMatch(d -> isPattern(asked(d).get(0)))) {
        group.selective();
      }
      int longest = all.stream().mapToInt(d -> asked(d).size()).max().orElse(0);
      for (int keys = group.keys() + 1; keys <= Math.min(longest, group.lookedUp()); keys++) {
        group.keyed(keyed(all, group, keys));
      }
    }
  }

  private List<RulePlan> keyed(List<CompiledRule> definitions, RuleGroup group, int keys) {
    List<RulePlan> plans = new ArrayList<>();
    definitions.forEach(d -> plans.add(keyed(d, group, keys, plans.isEmpty())));
    return plans;
  }

  /** What can be asked for: the keys of an object, or the elements of a set. */
  private static List<Term> asked(CompiledRule rule) {
    return rule.keys().isEmpty() ? List.of(rule.rule().head().key().orElseThrow()) : rule.keys();
  }

  /** True for what a known key can be taken apart by. */
  private static boolean isPattern(Term key) {
    return (key instanceof Var v && !v.isWildcard())
        || key instanceof Scalar
        || (key instanceof ArrayTerm a && a.elements().stream().allMatch(RulePlanner::isPattern))
        || (key instanceof SetTerm s && s.elements().stream().allMatch(Scalar.class::isInstance))
        || (key instanceof ObjectTerm o
            && o.entries().stream()
                .allMatch(e -> e.key() instanceof Scalar && isPattern(e.value())));
  }

  /** A definition as a function of its first keys. */
  private RulePlan keyed(CompiledRule compiled, RuleGroup group, int count, boolean first) {
    Slots slots = new Slots();
    BodyPlanner body = new BodyPlanner(linker, slots, new Reads(Set.of()));
    List<Term> wanted = asked(compiled).subList(0, Math.min(count, asked(compiled).size()));
    List<Term> args = new ArrayList<>();
    for (Term key : wanted) {
      args.add(isPattern(key) ? key : new Var(key.span(), "$key" + args.size()));
    }
    Pattern[] patterns = linker.watch().enter(body, compiled.rule(), args, group, first);
    Rule rule = compiled.rule();
    List<Term> keys = compiled.keys();
    body.body(rule.body(), head(rule, keys), List.of());
    for (int i = 0; i < args.size() && !linker.hasProblems(); i++) {
      if (!isPattern(wanted.get(i))) {
        Node found = body.terms().node(wanted.get(i));
        if (group.kind() == RuleGroup.Kind.SET) {
          body.matched(found, args.get(i));
        } else {
          Node asked = body.terms().node(args.get(i));
          body.emit(new Steps.Check(new Calls.Compare(Calls.Compare.Operator.EQUAL, found, asked)));
        }
      }
    }
    Step last =
        group.kind() == RuleGroup.Kind.SET
            ? new Yields.Exists()
            : last(rule, keys, group, body, false);
    Step chain = body.finish(linker.watch().exit(body, rule, group, last));
    return new RulePlan(
        rule.span(), slots.count(), slots.auxCount(), List.of(patterns), chain, null);
  }

  private Step last(
      Rule rule, List<Term> keys, RuleGroup group, BodyPlanner body, boolean deriving) {
    RuleHead head = rule.head();
    Term value =
        head.key().or(head::value).orElseGet(() -> new Scalar(head.span(), RegoBoolean.TRUE));
    linker.checkHead(value, body.slots);
    Node[] path = new Node[keys.size()];
    for (int i = 0; i < path.length; i++) {
      linker.checkHead(keys.get(i), body.slots);
      path[i] = body.terms().node(body.callsFirst(keys.get(i)));
    }
    Node node = body.terms().node(body.callsFirst(value));
    if (deriving) {
      return new Yields.Derived(node, body.reads.paths());
    }
    return switch (group.kind()) {
      case COMPLETE, FUNCTION ->
          new Yields.One(
              node, group, rule.body().exprs().stream().anyMatch(linker::mayFail), rule.span());
      case SET -> new Yields.Element(node);
      case OBJECT -> new Yields.At(path, node, head.key().isPresent(), rule.span());
    };
  }
}
