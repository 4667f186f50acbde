package dev.bylaw.rego.eval;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.AstPrinter;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.compiler.PrintCalls;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a definition demands of the input, of base documents and of its arguments alone: that places
 * are there, and that they have certain values. Where that is not so, the definition is passed over
 * before other rules are asked, whatever those would say, and there is no error of theirs either.
 *
 * <p>It is what OPA's index of rules makes of the flat form of a body, expression by expression: of
 * terms, equations, and memberships. A variable stands for a literal, or for a place that it was
 * set to, as long as nothing else was demanded of that place.
 */
final class Demands {
  private static final Demand.Wanted ANYTHING = new Demand.Anything(null);

  /** As in OPA; with more of them, {@code or} is left out. */
  private static final int MAX_ALTERNATIVES = 32;

  private final Linker linker;
  private final Set<String> args = new HashSet<>();
  private final Map<String, Demand> byPlace = new LinkedHashMap<>();

  /** Variables that are equal to literals. */
  private final Map<String, Term> literals = new HashMap<>();

  /** Which sides of {@code or} are gone into, in the order of the text; empty to leave them out. */
  private final Optional<BitSet> sides;

  private int choices;
  private boolean failing;

  private Demands(Linker linker, Optional<BitSet> sides) {
    this.linker = linker;
    this.sides = sides;
  }

  /**
   * @param flat in its flat form and order
   */
  static Demands of(Rule flat, Linker linker) {
    return of(flat, new Demands(linker, Optional.empty()));
  }

  /**
   * What a definition demands in one way or another: of {@code or}, either what the one side
   * demands or what the other one does.
   *
   * @param flat in its flat form and order
   */
  static List<Demands> alternatives(Rule flat, Linker linker) {
    List<Demands> all = new ArrayList<>();
    BitSet sides = new BitSet();
    while (all.size() < MAX_ALTERNATIVES) {
      Demands demands = of(flat, new Demands(linker, Optional.of((BitSet) sides.clone())));
      all.add(demands);
      int last = demands.choices - 1;
      while (last >= 0 && sides.get(last)) {
        sides.clear(last--);
      }
      if (last < 0) {
        return all;
      }
      sides.set(last);
    }
    return List.of(of(flat, linker));
  }

  private static Demands of(Rule flat, Demands demands) {
    for (Term arg : flat.head().args().orElse(List.of())) {
      if (arg instanceof Var v) {
        demands.args.add(v.name());
      }
    }
    List<Expr> exprs = flat.body().exprs();
    if (!isPrinting(exprs)) {
      demands.exprs(exprs);
    }
    return demands;
  }

  /** As in OPA, what prints is evaluated as it is written. */
  private static boolean isPrinting(List<Expr> exprs) {
    for (Expr expr : exprs) {
      if (expr instanceof Expr.TermExpr t && PrintCalls.is(t.term())) {
        return true;
      }
    }
    return false;
  }

  /** By the texts of the places, in the order in which they are first looked at. */
  Map<String, Demand> byPlace() {
    return byPlace;
  }

  private void exprs(List<Expr> exprs) {
    for (Expr expr : exprs) {
      expr(expr);
    }
  }

  private void expr(Expr expr) {
    failing |= linker.mayFail(expr);
    if (!expr.with().isEmpty()) {
      return;
    }
    if (expr instanceof Expr.TermExpr e) {
      statement(e.term());
    } else if (expr instanceof Expr.Logic l && l.operator() == Expr.Logic.Operator.AND) {
      exprs(l.left().exprs());
      exprs(l.right().exprs());
    } else if (expr instanceof Expr.Logic l && sides.isPresent()) {
      exprs((sides.get().get(choices++) ? l.right() : l.left()).exprs());
    }
  }

  private void statement(Term term) {
    if (term instanceof Ref r) {
      if (isGround(r)) {
        demand(r).add(ANYTHING, failing);
      }
    } else if (term instanceof Call c
        && c.operator() instanceof Var operator
        && c.args().size() == 2) {
      Term left = c.args().get(0);
      Term right = c.args().get(1);
      switch (operator.name()) {
        case "eq", "equal" -> equation(left, right);
        case "internal.member_2" -> membership(left, right);
        default -> {}
      }
    }
  }

  private void equation(Term left, Term right) {
    if (left instanceof Ref && right instanceof Ref) {
      return;
    } else if (left instanceof Ref r) {
      reference(r, right);
    } else if (right instanceof Ref r) {
      reference(r, left);
    } else if (left instanceof Var v && !(right instanceof Var)) {
      variable(v, right);
    } else if (right instanceof Var v && !(left instanceof Var)) {
      variable(v, left);
    } else if (left instanceof Var v && right instanceof Var w) {
      variables(v, w);
    }
  }

  private void reference(Ref r, Term other) {
    int last = r.path().size() - 1;
    if (isGround(r)) {
      wanted(other).ifPresent(w -> demand(r).add(w, failing));
    } else if (last > 0 && r.path().get(last) instanceof Var) {
      Ref all = new Ref(r.span(), r.head(), r.path().subList(0, last));
      if (isGround(all) && literal(other) instanceof Scalar element) {
        demand(all).add(new Demand.Value(element.value()), failing);
      }
    }
  }

  private void variable(Var v, Term other) {
    boolean literal = isConstant(other) || wanted(other).isPresent();
    if (isConstant(other) || (literal && !(other instanceof ArrayTerm))) {
      literals.putIfAbsent(v.name(), other);
    }
    if (literal || args.contains(v.name())) {
      wanted(other).ifPresent(w -> ofVariable(v).forEach(d -> d.add(w, failing)));
    }
  }

  private void variables(Var v, Var w) {
    boolean first = args.contains(v.name());
    Var other = first ? w : v;
    if (first != args.contains(w.name()) && !literals.containsKey(other.name())) {
      demand(first ? v : w).add(new Demand.Anything(other.name()), failing);
    }
  }

  private void membership(Term element, Term collection) {
    if (element instanceof Var v && isConstant(literal(collection))) {
      List<Demand> places = ofVariable(v);
      for (Term member : elements(literal(collection))) {
        places.forEach(d -> d.add(member(member), failing));
      }
    } else if (collection instanceof Var v && literal(element) instanceof Scalar s) {
      setTo(v).forEach(d -> d.add(new Demand.Value(s.value()), failing));
    }
  }

  private static List<Term> elements(Term collection) {
    if (collection instanceof ArrayTerm a) {
      return a.elements();
    } else if (collection instanceof SetTerm s) {
      return s.elements();
    }
    return collection instanceof ObjectTerm o
        ? o.entries().stream().map(ObjectTerm.Entry::value).toList()
        : List.of();
  }

  /** What a literal says that something may be: of an array, what it says of simple elements. */
  private static Demand.Wanted member(Term literal) {
    if (literal instanceof ArrayTerm a) {
      List<Demand.Element> elements = new ArrayList<>();
      for (Term element : a.elements()) {
        elements.add(new Demand.Element("", element instanceof Scalar s ? s.value() : null));
      }
      return new Demand.Elements(elements);
    }
    return literal instanceof Scalar s
        ? new Demand.Value(s.value())
        : new Demand.Other(AstPrinter.print(literal));
  }

  /**
   * What the other side of an equation says; empty for sorts of terms that the index leaves out.
   */
  private Optional<Demand.Wanted> wanted(Term other) {
    Term term = literal(other);
    if (term instanceof Scalar s) {
      return Optional.of(new Demand.Value(s.value()));
    } else if (term instanceof ArrayTerm a) {
      List<Demand.Element> elements = new ArrayList<>();
      for (Term element : a.elements()) {
        if (element instanceof Scalar s) {
          elements.add(new Demand.Element("", s.value()));
        } else if (element instanceof Var v) {
          elements.add(new Demand.Element(v.name(), null));
        } else if (element instanceof Comprehension) {
          elements.add(new Demand.Element("", null));
        } else {
          return Optional.empty();
        }
      }
      return Optional.of(new Demand.Elements(elements));
    }
    return other instanceof Var v
        ? Optional.of(new Demand.Anything(v.name()))
        : Optional.of(other).filter(TemplateString.class::isInstance).map(t -> ANYTHING);
  }

  /** What a variable is known to be, or the term itself. */
  private Term literal(Term term) {
    return term instanceof Var v ? literals.getOrDefault(v.name(), v) : term;
  }

  private Demand demand(Term place) {
    return byPlace.computeIfAbsent(
        AstPrinter.print(place), text -> new Demand(place, place instanceof Var));
  }

  /** Of the places that a variable has the value of. */
  private List<Demand> ofVariable(Var v) {
    List<Demand> places = setTo(v);
    return places.isEmpty() && args.contains(v.name()) ? List.of(demand(v)) : places;
  }

  private List<Demand> setTo(Var v) {
    return byPlace.values().stream().filter(d -> d.isOf(v.name())).toList();
  }

  private boolean isGround(Ref r) {
    return areConstant(r.path())
        && (isOf(r, "input") || (isOf(r, "data") && linker.isBase(r.path())));
  }

  private static boolean isOf(Ref r, String root) {
    return r.head() instanceof Var v && v.name().equals(root);
  }

  private static boolean areConstant(List<Term> terms) {
    for (Term term : terms) {
      if (!isConstant(term)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isConstant(Term term) {
    return term instanceof Scalar
        || (term instanceof ArrayTerm a && areConstant(a.elements()))
        || (term instanceof SetTerm s && areConstant(s.elements()))
        || (term instanceof ObjectTerm o
            && o.entries().stream().allMatch(e -> isConstant(e.key()) && isConstant(e.value())));
  }
}
