package dev.bylaw.rego.eval;

import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.compiler.Vars;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which paths of the input a rule's conditions name, so that a finding can say where.
 * What is named only to build the message does not count.
 */
final class Reads {
  private final List<Node[]> paths = new ArrayList<>();
  private final Map<String, List<Node>> origins = new HashMap<>();
  private final Set<String> head;
  private Set<Expr> presentation = new HashSet<>();
  private boolean counting = true;
  private int depth;

  /**
   * @param head the variables of the rule's head
   */
  Reads(Set<String> head) {
    this.head = head;
  }

  /** Finds the assignments of a body that only feed the head. */
  void enter(List<Expr> body) {
    if (depth > 0) {
      return;
    }
    presentation = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<String> feeding = new HashSet<>(head);
    List<Set<String>> variables = new ArrayList<>();
    for (Expr expr : body) {
      variables.add(Vars.all(expr).keySet());
    }
    for (int i = body.size() - 1; i >= 0; i--) {
      Expr expr = body.get(i);
      Var target = assigned(expr);
      boolean feeds = target != null && feeding.contains(target.name());
      if (target != null && feeds && !isUsed(target.name(), body, variables, i)) {
        presentation.add(expr);
        feeding.addAll(variables.get(i));
      } else if (!feeds) {
        feeding.removeAll(variables.get(i));
      }
    }
  }

  /** Whether another expression than one needs a variable, other than to feed the head. */
  private boolean isUsed(String name, List<Expr> body, List<Set<String>> variables, int except) {
    for (int i = 0; i < body.size(); i++) {
      boolean counts = i != except && !presentation.contains(body.get(i));
      if (counts && variables.get(i).contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Var assigned(Expr expr) {
    if (expr instanceof Expr.TermExpr e
        && e.term() instanceof Call c
        && c.operator() instanceof Var operator
        && operator.name().equals("eq")
        && c.args().get(0) instanceof Var v
        && !(c.args().get(1) instanceof Ref)) {
      return v;
    }
    return null;
  }

  void expr(Expr expr) {
    if (depth == 0) {
      counting = !presentation.contains(expr);
    }
  }

  void stop() {
    counting = false;
  }

  void down() {
    depth++;
  }

  void up() {
    depth--;
  }

  /** A reference is read; its operands are planned already. */
  void read(Term head, List<Node> operands) {
    List<Node> path = origin(head);
    if (path != null && counting) {
      List<Node> whole = new ArrayList<>(path);
      whole.addAll(operands);
      paths.add(whole.toArray(Node[]::new));
    }
  }

  /**
   * A call reads a document, whose term was planned last, at a key or path.
   *
   * @param key plans the other arguments
   */
  void lookUp(Term document, Supplier<Node> key) {
    List<Node> path = place(document);
    List<Node> keys = List.of(key.get());
    if (path != null) {
      lastRead = Stream.concat(path.stream(), keys.stream()).toList();
      if (counting) {
        paths.add(lastRead.toArray(Node[]::new));
      }
    } else {
      lastRead = null;
    }
  }

  /** A call yields the values below a document, each with its path. */
  void below(Term document, Node path, String value) {
    List<Node> place = place(document);
    if (place != null) {
      List<Node> whole = Stream.concat(place.stream(), Stream.of(path)).toList();
      origins.put(value, whole);
      if (counting) {
        paths.add(whole.toArray(Node[]::new));
      }
    }
  }

  private @Nullable List<Node> place(Term planned) {
    return planned instanceof Ref ? lastRead : origin(planned);
  }

  /** The path that a known term stands for, or null. */
  private @Nullable List<Node> origin(Term term) {
    if (term instanceof Var v) {
      return v.name().equals("input") ? List.of() : origins.get(v.name());
    }
    return null;
  }

  /**
   * A variable was set to a term; if the term was just read, the variable stands for the same
   * place.
   */
  void alias(String name, Term known) {
    if (known instanceof Var v) {
      List<Node> path = origin(v);
      if (path != null) {
        origins.put(name, path);
      }
    } else if ((known instanceof Ref || isLookUp(known)) && lastRead != null) {
      origins.put(name, lastRead);
    }
  }

  private static boolean isLookUp(Term term) {
    return term instanceof Call c && c.operator() instanceof Var v && v.name().equals("object.get");
  }

  private @Nullable List<Node> lastRead;

  /** Says what the term planned last stands for. */
  void last(Term head, List<Node> operands) {
    List<Node> path = origin(head);
    if (path == null) {
      lastRead = null;
      return;
    }
    List<Node> whole = new ArrayList<>(path);
    whole.addAll(operands);
    lastRead = whole;
  }

  Node[][] paths() {
    return paths.toArray(Node[][]::new);
  }
}
