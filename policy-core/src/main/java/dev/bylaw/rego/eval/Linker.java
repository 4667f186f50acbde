package dev.bylaw.rego.eval;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinRegistry;
import dev.bylaw.rego.builtin.Host;
import dev.bylaw.rego.compiler.BodyOrder;
import dev.bylaw.rego.compiler.CompiledRule;
import dev.bylaw.rego.compiler.Dependencies;
import dev.bylaw.rego.compiler.Problems;
import dev.bylaw.rego.compiler.Terms;
import dev.bylaw.rego.compiler.Vars;
import dev.bylaw.rego.observe.Audience;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What plans need to know of the whole program: the tree of rules, the built-ins, where to report.
 */
final class Linker {
  /** For evaluating literals, which look at nothing. */
  static final Context NO_CONTEXT =
      new Context(
          new Session(Host.NOTHING, false, EvaluationLimits.DEFAULT, Audience.NOBODY),
          null,
          null,
          Constants.NONE);

  private final BuiltinRegistry registry;
  private final VirtualNode root;
  private final RuleMetadata metadata;
  private final Problems problems;
  private final Watch watch;
  private final ReadGraph graph;
  private final Queue<RuleGroup> asked;
  private final BodyOrder order = new BodyOrder(this::arity);

  Linker(
      BuiltinRegistry registry,
      VirtualNode root,
      RuleMetadata metadata,
      Watch watch,
      Problems problems) {
    this(registry, root, metadata, watch, new ReadGraph(), new ArrayDeque<>(), problems);
  }

  private Linker(
      BuiltinRegistry registry,
      VirtualNode root,
      RuleMetadata metadata,
      Watch watch,
      ReadGraph graph,
      Queue<RuleGroup> asked,
      Problems problems) {
    this.registry = registry;
    this.root = root;
    this.metadata = metadata;
    this.watch = watch;
    this.graph = graph;
    this.asked = asked;
    this.problems = problems;
  }

  /** The same program, for a query whose problems are its own. */
  Linker forQuery(Problems own) {
    return new Linker(registry, root, metadata, watch, graph, asked, own);
  }

  BuiltinRegistry registry() {
    return registry;
  }

  RuleMetadata metadata() {
    return metadata;
  }

  Watch watch() {
    return watch;
  }

  VirtualNode root() {
    return root;
  }

  ReadGraph graph() {
    return graph;
  }

  BodyOrder order() {
    return order;
  }

  /** Partial rules of which longer paths of keys are asked for than before. */
  Queue<RuleGroup> asked() {
    return asked;
  }

  boolean hasProblems() {
    return !problems.isEmpty();
  }

  int order(Call call) {
    return arity(call.operator());
  }

  private int arity(Term operator) {
    if (operator instanceof Var v) {
      return BodyOrder.arity(registry, v.name());
    }
    RuleGroup function = operator instanceof Ref r ? function(r) : null;
    return function == null ? -1 : function.arity();
  }

  void unsafe(Map<String, Var> unsafe) {
    for (Map.Entry<String, Var> entry : new TreeMap<>(unsafe).entrySet()) {
      Var v = entry.getValue();
      problems.unsafe(
          v.span(),
          v.isWildcard()
              ? "expression is unsafe"
              : "var " + CompiledRule.original(entry.getKey()) + " is unsafe");
    }
  }

  /** Reports a variable that is printed before it has a value. */
  void undeclared(Var v) {
    String name = v.isWildcard() ? "_" : CompiledRule.original(v.name());
    problems.compile(v.span(), "var " + name + " is undeclared");
  }

  /** Reports the variables of a head that its body does not bind. */
  void checkHead(Term term, Slots slots) {
    Set<String> bound = slots.bound();
    Map<String, Var> unsafe = new TreeMap<>(Vars.unsafeInHead(term, bound));
    unsafe(unsafe);
  }

  @Nullable Builtin builtin(String name, Call call) {
    Builtin builtin = registry.find(name).orElse(null);
    if (builtin == null) {
      problems.type(call.span(), "undefined function " + name);
      return null;
    }
    int want = BodyOrder.arity(registry, name);
    int have = call.args().size();
    if (have != want && have != want + 1) {
      problems.type(call.span(), name + ": arity mismatch: have " + have + ", want " + want);
      return null;
    }
    return builtin;
  }

  boolean isComplete(Ref reference) {
    RuleGroup group = group(reference);
    return group != null && group.kind() == RuleGroup.Kind.COMPLETE;
  }

  /** A function by its absolute reference, or null. */
  @Nullable RuleGroup function(Ref reference) {
    RuleGroup group = group(reference);
    return group != null && group.isFunction() ? group : null;
  }

  private @Nullable RuleGroup group(Ref reference) {
    VirtualNode node = root;
    for (Term t : reference.path()) {
      if (!(t instanceof Scalar s && s.value() instanceof RegoString) || node == null) {
        return null;
      }
      node = node.children().get(((Scalar) t).value());
    }
    return node == null ? null : node.group();
  }

  @Nullable RuleGroup function(Ref reference, Call call) {
    RuleGroup function = function(reference);
    if (function == null) {
      problems.type(call.span(), "undefined function " + dotted(reference));
      return null;
    }
    int have = call.args().size();
    if (have != function.arity() && have != function.arity() + 1) {
      problems.type(
          call.span(),
          "function "
              + dotted(reference)
              + " has arity "
              + function.arity()
              + ", got "
              + have
              + " arguments");
      return null;
    }
    return function;
  }

  static String dotted(Ref reference) {
    StringBuilder out = new StringBuilder(reference.head() instanceof Var v ? v.name() : "?");
    for (Term t : reference.path()) {
      String text = BodyPlanner.text(t);
      out.append('.').append(text == null ? "?" : text);
    }
    return out.toString();
  }

  void problem(Span span, String message) {
    problems.type(span, message);
  }

  /**
   * Whether a path below {@code data} may end where rules are still below, or at a place unknown.
   */
  boolean isTree(List<Term> path) {
    VirtualNode node = root;
    for (Term t : path) {
      if (node == null || node.group() != null) {
        return false;
      } else if (!(t instanceof Scalar s)) {
        return true;
      } else {
        node = node.children().get(s.value());
      }
    }
    return node != null && node.group() == null;
  }

  /** Whether only base documents can be at a path below {@code data}. */
  boolean isBase(List<Term> path) {
    VirtualNode node = root;
    for (Term t : path) {
      if (node.group() != null || !(t instanceof Scalar s)) {
        return false;
      }
      node = node.children().get(s.value());
      if (node == null) {
        return true;
      }
    }
    return false;
  }

  /** Whether other rules are asked, or keys may conflict. */
  boolean mayFail(Expr expr) {
    List<Term> failing = new ArrayList<>();
    Terms.visit(expr, term -> isFailing(term) ? failing.add(term) : true);
    return !failing.isEmpty();
  }

  boolean mayFail(Body body) {
    for (Expr expr : body.exprs()) {
      if (mayFail(expr)) {
        return true;
      }
    }
    return false;
  }

  /** Of a rule with its branches, in head or body. */
  boolean mayFail(CompiledRule rule) {
    for (Term key : rule.keys()) {
      if (mayFail(key)) {
        return true;
      }
    }
    for (Rule r = rule.rule(); r != null; r = r.otherwise().orElse(null)) {
      if (mayFail(r.body()) || mayFail(r.head().key()) || mayFail(r.head().value())) {
        return true;
      }
    }
    return false;
  }

  private boolean mayFail(Optional<Term> term) {
    return term.isPresent() && mayFail(term.get());
  }

  boolean mayFail(Term term) {
    return mayFail(new Expr.TermExpr(term.span(), term, List.of()));
  }

  private boolean isFailing(Term term) {
    return term instanceof Comprehension.OfObject
        || (term instanceof Call c && c.operator() instanceof Ref)
        || isVirtual(term);
  }

  /** Whether a term is a reference to what rules define. */
  boolean isVirtual(Term term) {
    return isData(term) && term instanceof Ref r && !isBase(r.path());
  }

  /** Whether a term is a reference to data beside the rules. */
  boolean isBase(Term term) {
    return isData(term) && term instanceof Ref r && isBase(r.path());
  }

  private static boolean isData(Term term) {
    return term instanceof Ref r && r.head() instanceof Var v && v.name().equals("data");
  }

  /** Notes that a reference may ask partial rules for one key, or for a path of them. */
  void lookedUp(List<Term> path) {
    lookedUp(root, path);
  }

  private void lookedUp(@Nullable VirtualNode node, List<Term> path) {
    if (node == null || path.isEmpty()) {
      return;
    }
    RuleGroup group = node.group();
    List<Term> rest = path.subList(1, path.size());
    if (group != null) {
      lookedUp(group, path.size());
    } else if (path.get(0) instanceof Scalar s) {
      lookedUp(node.children().get(s.value()), rest);
    } else {
      for (VirtualNode child : node.children().values()) {
        lookedUp(child, rest);
      }
    }
  }

  /** Notes that a rule is asked for a path of so many keys. */
  void lookedUp(RuleGroup group, int keys) {
    if (group.isNews(keys)) {
      group.lookedUp(keys);
      asked.add(group);
    }
  }

  /** The rules that see the difference when the target of a {@code with} is replaced. */
  Withs.Readers readers(Ref target) {
    String root = ((Var) target.head()).name();
    List<String> path = Dependencies.constants(target.path());
    return new Withs.Readers(
        () ->
            root.equals("input")
                ? graph.ofInput(path)
                : root.equals("data") ? graph.ofData(path) : graph.ofBuiltin(dotted(target)));
  }

  /** What stands behind {@code as}: a function, a built-in, or neither. */
  record Target(@Nullable RuleGroup rule, @Nullable String builtin) {
    boolean isKnown() {
      return rule != null || builtin != null;
    }
  }

  Target replacement(Term value) {
    if (value instanceof Ref r) {
      if (r.head() instanceof Var v && v.name().equals("data")) {
        return new Target(group(r), null);
      }
      if (r.head() instanceof Scalar s && s.value() instanceof RegoString name) {
        return new Target(null, name.value());
      }
    }
    return new Target(null, null);
  }
}
