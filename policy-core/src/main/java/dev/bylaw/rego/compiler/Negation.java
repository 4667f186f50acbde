package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Takes operands out of classic negation. To OPA, {@code not f(g(x))} is {@code y := g(x); not
 * f(y)}: where {@code g(x)} is undefined, so is the negation. The same goes for references among
 * the operands, except for the two sides of a comparison by equality.
 */
public final class Negation {
  /** Of rules, {@code =} and {@code ==}. */
  public static final Set<String> EQUALITY = Set.of("eq", "equal");

  /** Of queries, where OPA has {@code ==} for a call like others. */
  public static final Set<String> EQUALITY_OF_QUERIES = Set.of("eq");

  /** The names of the variables of calls begin with this. */
  static final String TAKEN_OUT = "$not";

  private final Predicate<Term> taken;
  private final UnaryOperator<Term> keep;

  private Negation(Predicate<Term> taken, UnaryOperator<Term> keep) {
    this.taken = taken;
    this.keep = keep;
  }

  /**
   * Replaces operands that are calls. Those are taken out before variables are looked at, so they
   * may iterate.
   */
  static Body withoutCalls(Body body, UnaryOperator<Term> keep) {
    return new Negation(Call.class::isInstance, keep).body(body, Set.of());
  }

  /** Replaces some of the calls and template strings inside the term of any expression. */
  public static Body withoutCalls(Body body, Predicate<Term> some, UnaryOperator<Term> keep) {
    Predicate<Term> calls = t -> t instanceof Call || t instanceof TemplateString;
    return new Negation(calls.and(some), keep).body(body, Set.of());
  }

  /**
   * Replaces operands that are references.
   *
   * @param known tells references that can be evaluated as they stand
   * @param equality names of calls whose two sides stay
   */
  public static Body withoutReferences(
      Body body, Predicate<Term> known, Set<String> equality, UnaryOperator<Term> keep) {
    return new Negation(t -> isReference(t) && known.test(t), keep).body(body, equality);
  }

  /** Whether a term leads into input or data, or into what a variable has. */
  public static boolean isReference(Term term) {
    return term instanceof Ref || (term instanceof Var v && Vars.isGlobal(v.name()));
  }

  /** Replaces some of the terms inside another one. */
  public static Term without(Term term, Predicate<Term> some, UnaryOperator<Term> keep) {
    return new Negation(some, keep).inside(term);
  }

  private Body body(Body body, Set<String> equality) {
    if (body.exprs().size() != 1 || !(body.exprs().get(0) instanceof Expr.TermExpr e)) {
      return body;
    }
    Term term = e.term();
    if (term instanceof Call c) {
      boolean spared = c.operator() instanceof Var v && equality.contains(v.name());
      List<Term> args = new ArrayList<>();
      for (Term a : c.args()) {
        args.add(spared ? inside(a) : operand(a));
      }
      term = new Call(c.span(), c.operator(), args, c.infix());
    } else {
      term = inside(term);
    }
    return new Body(body.span(), List.of(new Expr.TermExpr(e.span(), term, e.with())));
  }

  private Term operand(Term term) {
    return taken.test(term) ? keep.apply(term) : inside(term);
  }

  private List<Term> operands(List<Term> terms) {
    List<Term> out = new ArrayList<>();
    for (Term term : terms) {
      out.add(operand(term));
    }
    return out;
  }

  /** The same term with its own operands taken out; what a comprehension holds is its own. */
  private Term inside(Term term) {
    if (term instanceof Ref r) {
      return new Ref(
          r.span(), r.head() instanceof Var ? r.head() : operand(r.head()), operands(r.path()));
    } else if (term instanceof ArrayTerm a) {
      return new ArrayTerm(a.span(), operands(a.elements()));
    } else if (term instanceof SetTerm s) {
      return new SetTerm(s.span(), operands(s.elements()));
    } else if (term instanceof TemplateString t) {
      return t; // undefined parts are texts there
    } else if (term instanceof ObjectTerm o) {
      List<ObjectTerm.Entry> entries = new ArrayList<>();
      for (ObjectTerm.Entry e : o.entries()) {
        entries.add(new ObjectTerm.Entry(operand(e.key()), operand(e.value())));
      }
      return new ObjectTerm(o.span(), entries);
    }
    return term;
  }
}
