package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.ast.With;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Takes terms apart for the {@link FlatForm}: a call or reference that is nested in another becomes
 * an expression before it, which keeps its value in a generated variable.
 */
final class Flattening {
  static final String GENERATED = "$local";

  private final UnaryOperator<Comprehension> comprehensions;
  private final FlatForm.Stage stage;
  private final Set<Call> assignments;
  private final Map<String, Term> generated;

  /**
   * @param comprehensions what becomes of these, which have bodies of their own
   * @param assignments the equations that are written as such where calls alone are taken apart
   * @param generated the generated variables that there are, to which others are added
   */
  Flattening(
      UnaryOperator<Comprehension> comprehensions,
      FlatForm.Stage stage,
      Set<Call> assignments,
      Map<String, Term> generated) {
    this.comprehensions = comprehensions;
    this.stage = stage;
    this.assignments = assignments;
    this.generated = generated;
  }

  private boolean callsAlone() {
    return stage == FlatForm.Stage.SAFETY || stage == FlatForm.Stage.ORDER;
  }

  /** What stood in the text where there is a generated variable now, by name. */
  Map<String, Term> generated() {
    return generated;
  }

  /** What lacks a variable is the whole expression in which a call stands. */
  void place(List<Expr> flat, Span whole) {
    if (stage == FlatForm.Stage.SAFETY) {
      flat.replaceAll(
          e -> e instanceof Expr.TermExpr t ? new Expr.TermExpr(whole, t.term(), t.with()) : e);
    }
  }

  private Var fresh(Term term) {
    Var variable = new Var(term.span(), GENERATED + generated.size());
    generated.put(variable.name(), term);
    return variable;
  }

  /** What an expression says. */
  Term statement(Term term, List<With> with, List<Expr> out) {
    if (!(term instanceof Call c)) {
      return side(term, with, out);
    }
    List<Term> args = new ArrayList<>();
    if (!isEquality(c)) {
      return new Call(c.span(), c.operator(), operands(c.args(), with, out), false);
    } else if (isTakenOut(c.args().get(0)) && c.args().get(1) instanceof Call inner) {
      args.addAll(operands(inner.args(), with, out));
      args.add(c.args().get(0));
      return new Call(c.span(), inner.operator(), args, false);
    }
    boolean binds = CheckedNeeds.isEquation(c);
    boolean texts = true;
    for (Term a : c.args()) {
      texts &= a instanceof TemplateString;
    }
    for (Term a : c.args()) {
      boolean first = texts && stage == FlatForm.Stage.ORDER && args.isEmpty();
      args.add(first ? kept(a, with, out) : binds ? side(a, with, out) : argument(a, with, out));
    }
    boolean same = !binds && stage != FlatForm.Stage.EVALUATION && stage != FlatForm.Stage.QUERY;
    String name = callsAlone() && assignments.contains(c) ? CheckedNeeds.ASSIGNMENT : "eq";
    Term operator = same ? c.operator() : new Var(c.operator().span(), name);
    return new Call(c.span(), operator, args, true);
  }

  private boolean isEquality(Call c) {
    return CheckedNeeds.isEquation(c)
        || (c.args().size() == 2
            && c.operator() instanceof Var v
            && v.name().equals("equal")
            && stage != FlatForm.Stage.QUERY);
  }

  /** True for the variable of a call that was taken out of a negation. */
  private static boolean isTakenOut(Term term) {
    return term instanceof Var v && v.name().startsWith(Negation.TAKEN_OUT);
  }

  /** A side of an equality. */
  private Term side(Term term, List<With> with, List<Expr> out) {
    if (term instanceof Ref r) {
      return reference(r, with, out);
    } else if (term instanceof Comprehension c) {
      return comprehensions.apply(c);
    }
    return isComposite(term) || term instanceof Call
        ? operand(term, with, out, stage == FlatForm.Stage.ORDER)
        : term;
  }

  /** A side of an equality that binds nothing. */
  private Term argument(Term term, List<With> with, List<Expr> out) {
    return isComposite(term) || isCall(term) ? operand(term, with, out) : side(term, with, out);
  }

  private static boolean isComposite(Term term) {
    return term instanceof ArrayTerm || term instanceof SetTerm || term instanceof ObjectTerm;
  }

  private static boolean isGlobal(Term term) {
    return term instanceof Var v && Vars.isGlobal(v.name());
  }

  /** An argument or an element: a variable, a constant, or a composite of operands. */
  Term operand(Term term, List<With> with, List<Expr> out) {
    return operand(term, with, out, true);
  }

  /**
   * The same.
   *
   * @param ofCall whether it is part of a call's argument, out of which template strings are taken
   */
  private Term operand(Term term, List<With> with, List<Expr> out, boolean ofCall) {
    if (term instanceof ArrayTerm a) {
      return new ArrayTerm(a.span(), operands(a.elements(), with, out, ofCall));
    } else if (term instanceof SetTerm s) {
      return new SetTerm(s.span(), operands(inOrder(s.elements()), with, out, ofCall));
    } else if (term instanceof ObjectTerm o) {
      List<ObjectTerm.Entry> entries = new ArrayList<>();
      List<ObjectTerm.Entry> ordered = new ArrayList<>(o.entries());
      ordered.sort(Comparator.comparing(ObjectTerm.Entry::key, TermOrder.INSTANCE));
      for (ObjectTerm.Entry e : ordered) {
        Term key = operand(e.key(), with, out, ofCall);
        entries.add(new ObjectTerm.Entry(key, operand(e.value(), with, out, ofCall)));
      }
      return new ObjectTerm(o.span(), entries);
    }
    boolean call = ofCall ? isCall(term) : term instanceof Call;
    boolean taken = callsAlone() ? call : isNested(term);
    return taken ? kept(term, with, out) : callsAlone() ? side(term, with, out) : term;
  }

  private List<Term> inOrder(List<Term> elements) {
    List<Term> ordered = new ArrayList<>(elements);
    ordered.sort(TermOrder.INSTANCE);
    return ordered;
  }

  /** True for an element of what is written down, {@code [1, 2][i]}. */
  private static boolean isWritten(Term term) {
    return term instanceof Ref r && !(r.head() instanceof Var || r.head() instanceof Scalar);
  }

  /** To OPA, a template string is a call. */
  private static boolean isCall(Term term) {
    return term instanceof Call || term instanceof TemplateString;
  }

  private static boolean isNested(Term term) {
    return term instanceof Call
        || term instanceof Ref
        || term instanceof Comprehension
        || isGlobal(term);
  }

  /** The same term with its calls taken out, where those come first. */
  Term calls(Term term, List<Expr> out) {
    return callsAlone() ? operand(term, List.of(), out) : term;
  }

  /** What a comprehension holds; of no use to its body, so all of it can be taken apart. */
  Term element(Term term, List<Expr> out) {
    return isNested(term) || !isReady(term)
        ? kept(term, List.of(), out)
        : operand(term, List.of(), out);
  }

  private List<Term> operands(List<Term> terms, List<With> with, List<Expr> out) {
    return operands(terms, with, out, true);
  }

  private List<Term> operands(List<Term> terms, List<With> with, List<Expr> out, boolean ofCall) {
    List<Term> flat = new ArrayList<>();
    for (Term t : terms) {
      flat.add(operand(t, with, out, ofCall));
    }
    return flat;
  }

  /** A variable that an expression before sets to the term. */
  Var kept(Term term, List<With> with, List<Expr> out) {
    Term call;
    Var variable;
    if (term instanceof Call c) {
      List<Term> args = new ArrayList<>(operands(c.args(), with, out));
      variable = fresh(c);
      args.add(variable);
      call = new Call(c.span(), c.operator(), args, false);
    } else {
      Term value = isCall(term) ? term : side(term, with, out);
      variable = fresh(term);
      call = new Call(term.span(), new Var(term.span(), "eq"), List.of(variable, value), true);
    }
    out.add(new Expr.TermExpr(term.span(), call, with));
    return variable;
  }

  private Term step(Term written, List<With> with, List<Expr> out) {
    return callsAlone() ? side(written, with, out) : kept(written, with, out);
  }

  private Ref reference(Ref r, List<With> with, List<Expr> out) {
    boolean stays = r.head() instanceof Var || r.head() instanceof Scalar;
    Term head = stays ? side(r.head(), with, out) : kept(r.head(), with, out);
    List<Term> path = new ArrayList<>();
    for (Term t : r.path()) {
      path.add(isWritten(t) ? step(t, with, out) : operand(t, with, out));
    }
    return new Ref(r.span(), head, path);
  }

  /** What a head yields or a {@code with} puts: worked out before, if it is not all there. */
  Term whole(Term term, List<Expr> out) {
    return isReady(term) ? operand(term, List.of(), out) : kept(term, List.of(), out);
  }

  /** Whether all of a term is there without an expression that works it out. */
  static boolean isReady(Term term) {
    if (term instanceof ArrayTerm a) {
      return areReady(a.elements());
    } else if (term instanceof SetTerm s) {
      return areReady(s.elements());
    } else if (term instanceof ObjectTerm o) {
      for (ObjectTerm.Entry e : o.entries()) {
        if (!isReady(e.key()) || !isReady(e.value())) {
          return false;
        }
      }
      return true;
    }
    boolean text = term instanceof TemplateString;
    return !(text || term instanceof Ref || term instanceof Comprehension || isGlobal(term));
  }

  private static boolean areReady(List<Term> terms) {
    for (Term term : terms) {
      if (!isReady(term)) {
        return false;
      }
    }
    return true;
  }
}
