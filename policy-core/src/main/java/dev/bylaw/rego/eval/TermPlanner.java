package dev.bylaw.rego.eval;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.compiler.Vars;
import dev.bylaw.rego.compiler.WrittenKey;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans terms. What iterates becomes steps before the expression; the rest becomes nodes. */
final class TermPlanner {
  private final BodyPlanner body;
  private final Linker linker;

  TermPlanner(BodyPlanner body, Linker linker) {
    this.body = body;
    this.linker = linker;
  }

  private Node[] nodes(List<Term> terms) {
    Node[] nodes = new Node[terms.size()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = node(terms.get(i));
    }
    return nodes;
  }

  /** A term whose variables are bound, or become bound by the steps that this emits. */
  Node node(Term term) {
    if (term instanceof Scalar s) {
      return new Nodes.Constant(s.value());
    } else if (term instanceof Var v) {
      return var(v);
    } else if (term instanceof Ref r) {
      return ref(r);
    } else if (term instanceof Call c) {
      return call(c);
    } else if (term instanceof ArrayTerm a) {
      return constant(new Nodes.OfArray(nodes(a.elements())), a.elements());
    } else if (term instanceof SetTerm s) {
      return constant(new Nodes.OfSet(nodes(s.elements())), s.elements());
    } else if (term instanceof ObjectTerm o) {
      return object(WrittenKey.last(o));
    } else if (term instanceof TemplateString t) {
      return new Nodes.Template(nodes(t.parts()));
    }
    return comprehension((Comprehension) term);
  }

  /** Entries with literal keys come first: another entry with the same key wins, as in OPA. */
  private Node object(List<ObjectTerm.Entry> all) {
    List<ObjectTerm.Entry> entries = new ArrayList<>(all);
    entries.sort(Comparator.comparing(e -> !(e.key() instanceof Scalar)));
    Node[] keys = new Node[entries.size()];
    Node[] values = new Node[keys.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = node(entries.get(i).key());
      values[i] = node(entries.get(i).value());
    }
    return new Nodes.OfObject(keys, values);
  }

  /** A composite of literals is one value. */
  private static Node constant(Node node, List<Term> elements) {
    for (Term element : elements) {
      if (!(element instanceof Scalar)) {
        return node;
      }
    }
    RegoValue value = node.eval(new Frame(Linker.NO_CONTEXT, 0, 0));
    return value == null ? node : new Nodes.Constant(value);
  }

  private Node var(Var v) {
    if (v.name().equals("input")) {
      return new Nodes.Input();
    } else if (v.name().equals("data")) {
      return new Nodes.Data(linker.root(), new Node[0]);
    }
    return new Nodes.Slot(body.slots.slot(v.name()));
  }

  private Node ref(Ref r) {
    boolean data = r.head() instanceof Var v && v.name().equals("data");
    Node head = data ? new Nodes.Input() : node(r.head());
    References.Operand[] operands = new References.Operand[r.path().size()];
    List<Node> path = new ArrayList<>();
    boolean iterates = false;
    for (int i = 0; i < operands.length; i++) {
      Term t = r.path().get(i);
      if (isPattern(t)) {
        operands[i] = new References.Operand(null, pattern(t));
        iterates = true;
        path.add(t instanceof Var v ? new Nodes.Slot(body.slots.slot(v.name())) : node(t));
      } else {
        Node key = node(t);
        operands[i] = new References.Operand(key, null);
        path.add(key);
      }
    }
    body.reads.read(r.head(), path);
    body.reads.last(r.head(), path);
    if (iterates) {
      int known = 0;
      while (operands[known].node() != null) {
        known++;
      }
      boolean later = false;
      for (References.Operand operand : List.of(operands).subList(known, operands.length)) {
        later |= operand.node() != null;
      }
      boolean tree = data && (later || linker.isTree(r.path().subList(0, known)));
      int out = body.slots.temporary();
      body.emit(
          tree
              ? new References.IntoData(linker.root(), operands, out)
              : new References.IntoValue(
                  known(r, head, data, path.subList(0, known)),
                  Arrays.copyOfRange(operands, known, operands.length),
                  out));
      return new Nodes.Slot(out);
    }
    return known(r, head, data, path);
  }

  /** A reference, or the beginning of one, that does not iterate. */
  private Node known(Ref r, Node head, boolean data, List<Node> path) {
    Node[] keys = path.toArray(Node[]::new);
    if (data) {
      linker.lookedUp(r.path().subList(0, keys.length));
      return new Nodes.Data(linker.root(), keys);
    }
    if (keys.length == 0) {
      return head;
    }
    RegoString[] names = names(keys);
    return names == null ? new Nodes.Path(head, keys) : new Nodes.Fields(head, names);
  }

  /** The texts of operands that are constant texts, or null if one is something else. */
  private static RegoString @Nullable [] names(Node[] keys) {
    RegoString[] names = new RegoString[keys.length];
    for (int i = 0; i < keys.length; i++) {
      if (!(keys[i] instanceof Nodes.Constant c && c.value instanceof RegoString name)) {
        return null;
      }
      names[i] =
          RegoString.of(name.value().intern()); // names of parsed documents are interned, too
    }
    return names;
  }

  /** True for an operand that still has a variable to bind. */
  private boolean isPattern(Term t) {
    if (t instanceof Var v) {
      return !Vars.isGlobal(v.name()) && !body.slots.isBound(v.name());
    } else if (t instanceof ArrayTerm a) {
      return a.elements().stream().anyMatch(this::isPattern);
    } else if (t instanceof ObjectTerm o) {
      return o.entries().stream().anyMatch(e -> isPattern(e.value()));
    }
    return false;
  }

  /** A term that meets a value; binds the variables that are not bound yet. */
  Pattern pattern(Term term) {
    if (term instanceof Var v && isPattern(v)) {
      return new Pattern.Bind(body.slots.bind(v.name()));
    } else if (term instanceof ArrayTerm a && isPattern(a)) {
      Pattern[] elements = new Pattern[a.elements().size()];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = pattern(a.elements().get(i));
      }
      return new Pattern.OfArray(elements);
    } else if (term instanceof ObjectTerm o && isPattern(o)) {
      List<ObjectTerm.Entry> entries = WrittenKey.last(o);
      Node[] keys = new Node[entries.size()];
      Pattern[] values = new Pattern[keys.length];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = node(entries.get(i).key());
        values[i] = pattern(entries.get(i).value());
      }
      return new Pattern.OfObject(keys, values);
    }
    return new Pattern.Equal(node(term));
  }

  private Node call(Call c) {
    if (c.operator() instanceof Var v) {
      Calls.Compare.Operator operator = comparison(v.name());
      Node[] args = v.name().equals("object.get") ? lookUp(c) : nodes(c.args());
      if (operator != null && args.length == 2) {
        return new Calls.Compare(operator, args[0], args[1]);
      }
      if (v.name().equals("eq") && args.length == 2) {
        return new Calls.Compare(Calls.Compare.Operator.EQUAL, args[0], args[1]);
      }
      Builtin builtin = linker.builtin(v.name(), c);
      if (builtin == null) {
        return new Nodes.Input(); // reported; the program is not used
      }
      Optional<RegoValue> known = linker.metadata().answer(c);
      if (known.isPresent()) {
        return new Nodes.Constant(known.get());
      }
      Node node = new Calls.OfBuiltin(builtin, args, c.span(), linker.registry());
      if (builtin.traits().contains(Builtin.Trait.RELATION)) {
        int out = body.slots.temporary();
        body.emit(new Steps.Each(out, node));
        return new Nodes.Slot(out);
      }
      return node;
    }
    if (c.args().isEmpty() && linker.isComplete((Ref) c.operator())) {
      return node(c.operator()); // f() = 1 is a complete rule; OPA lets it be called
    }
    RuleGroup function = linker.function((Ref) c.operator(), c);
    Node[] args = nodes(c.args());
    if (function == null) {
      return new Nodes.Input(); // reported; the program is not used
    }
    return new Calls.OfFunction(function, args, c.span(), linker.registry());
  }

  /** Arguments of a call that reads its first one at a key or path. */
  private Node[] lookUp(Call c) {
    Node[] args = new Node[c.args().size()];
    args[0] = node(c.args().get(0));
    body.reads.lookUp(
        c.args().get(0),
        () -> {
          for (int i = 1; i < args.length; i++) {
            args[i] = node(c.args().get(i));
          }
          return args[1];
        });
    return args;
  }

  private static Calls.Compare.@Nullable Operator comparison(String name) {
    return switch (name) {
      case "equal" -> Calls.Compare.Operator.EQUAL;
      case "neq" -> Calls.Compare.Operator.NEQ;
      case "lt" -> Calls.Compare.Operator.LT;
      case "lte" -> Calls.Compare.Operator.LTE;
      case "gt" -> Calls.Compare.Operator.GT;
      case "gte" -> Calls.Compare.Operator.GTE;
      default -> null;
    };
  }

  private Node comprehension(Comprehension c) {
    int aux = body.slots.aux();
    if (c instanceof Comprehension.OfArray a) {
      return new Closures.OfArray(
          body.closure(c.body(), () -> collect(aux, a.element(), a.element())), aux);
    } else if (c instanceof Comprehension.OfSet s) {
      return new Closures.OfSet(
          body.closure(c.body(), () -> collect(aux, s.element(), s.element())), aux);
    }
    Comprehension.OfObject o = (Comprehension.OfObject) c;
    return new Closures.OfObject(
        body.closure(c.body(), () -> collect(aux, o.key(), o.value())), aux);
  }

  /**
   * What a value is compared with; a comprehension as a part of a pattern is a node like others.
   */
  Pattern built(Comprehension c) {
    Class<? extends RegoValue> kind =
        c instanceof Comprehension.OfArray
            ? RegoArray.class
            : c instanceof Comprehension.OfSet ? RegoSet.class : RegoObject.class;
    return new Pattern.Built(kind, node(c));
  }

  private Step collect(int aux, Term key, Term value) {
    linker.checkHead(key, body.slots);
    linker.checkHead(value, body.slots);
    if (key == value) {
      Node element = node(body.calls().first(value));
      return new Closures.Collect(aux, element, element);
    } else if (!linker.mayFail(key) && !linker.mayFail(value)) {
      return new Closures.Collect(aux, node(key), node(value));
    }
    // the calls of both, then the key, then the value
    Term k = body.calls().called(key);
    Term v = body.calls().called(value);
    return new Closures.Collect(aux, node(body.kept(k)), node(v));
  }
}
