package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.AstPrinter;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All rules by the constant beginnings of their references. */
final class RuleTree {
  private static final AstPrinter PRINTER = AstPrinter.renaming(Resolver::original);

  /** One step of the way to a rule. */
  static final class Node {
    private final Map<RegoValue, Node> children = new LinkedHashMap<>();
    private final List<CompiledRule> rules = new ArrayList<>();
    private final Optional<Node> parent;
    private final String step;

    private Node(Optional<Node> parent, String step) {
      this.parent = parent;
      this.step = step;
    }

    Map<RegoValue, Node> children() {
      return children;
    }

    Optional<Node> parent() {
      return parent;
    }

    /** Those whose constant beginning ends here, in the order of the text. */
    List<CompiledRule> rules() {
      return rules;
    }

    /** For example {@code data.a.b}. */
    @Override
    public String toString() {
      Deque<String> steps = new ArrayDeque<>();
      for (Node n = this; n != null; n = n.parent.orElse(null)) {
        steps.push(n.step);
      }
      return String.join("", steps);
    }
  }

  private final Node root = new Node(Optional.empty(), "data");
  private final Set<Node> written = new LinkedHashSet<>();

  /**
   * @param rules as written: none is moved to the object that it is part of
   */
  static RuleTree of(List<CompiledRule> rules) {
    RuleTree tree = new RuleTree();
    for (CompiledRule rule : rules) {
      Node node = tree.root;
      for (String name : rule.path()) {
        node = child(node, RegoString.of(name), rule.rule().head().span());
      }
      for (Term key : constantKeys(rule)) {
        node = child(node, ((Scalar) key).value(), key.span());
      }
      node.rules.add(rule);
      tree.written.add(node);
    }
    return tree;
  }

  private static Node child(Node node, RegoValue name, Span span) {
    return node.children.computeIfAbsent(
        name, n -> new Node(Optional.of(node), PRINTER.step(new Scalar(span, n))));
  }

  private static List<Term> constantKeys(CompiledRule rule) {
    List<Term> out = new ArrayList<>();
    for (Term key : rule.keys()) {
      if (!(key instanceof Scalar)) {
        break;
      }
      out.add(key);
    }
    return out;
  }

  /** The operands of a rule's reference from the first that is not a constant on. */
  static List<Term> dynamicKeys(CompiledRule rule) {
    return rule.keys().subList(constantKeys(rule).size(), rule.keys().size());
  }

  /** The reference of a rule as OPA writes it: absolute, with its variables. */
  static String text(CompiledRule rule) {
    Span span = rule.rule().head().span();
    List<Term> path = new ArrayList<>();
    rule.path().forEach(n -> path.add(new Scalar(span, RegoString.of(n))));
    path.addAll(rule.keys());
    return PRINTER.term(new Ref(span, new Var(span, "data"), path));
  }

  Node root() {
    return root;
  }

  /** The nodes that have rules, in the order of the text. */
  Set<Node> written() {
    return Collections.unmodifiableSet(written);
  }

  /** The node at exactly this path, if the tree has one. */
  Optional<Node> find(List<Term> path) {
    Node node = root;
    for (Term t : path) {
      node = t instanceof Scalar s ? node.children.get(s.value()) : null;
      if (node == null) {
        return Optional.empty();
      }
    }
    return Optional.of(node);
  }

  /** The rules that have a reference as their own; empty for parts of them and for packages. */
  List<CompiledRule> rules(Ref reference) {
    boolean absolute = reference.head() instanceof Var v && v.name().equals("data");
    Optional<Node> node = absolute ? find(reference.path()) : Optional.empty();
    return node.isPresent() ? node.get().rules() : List.of();
  }

  /** The definitions of the function that a reference names; empty if it names none. */
  List<CompiledRule> function(Ref reference) {
    List<CompiledRule> rules = rules(reference);
    for (CompiledRule rule : rules) {
      if (rule.rule().head().args().isEmpty()) {
        return List.of();
      }
    }
    return rules;
  }
}
