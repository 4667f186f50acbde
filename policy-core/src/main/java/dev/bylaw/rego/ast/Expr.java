package dev.bylaw.rego.ast;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/** One element of a body. */
public sealed interface Expr extends Node {
  /** The {@code with} modifiers, in the order of the text. */
  List<With> with();

  /**
   * A term that must be defined and not false. Comparison, unification ({@code eq}), assignment
   * ({@code assign}) and arithmetic are calls, named as OPA names them.
   */
  record TermExpr(Span span, Term term, List<With> with) implements Expr {
    public TermExpr {
      with = List.copyOf(with);
    }
  }

  /** {@code some x, y}: declares local variables. */
  record SomeDeclaration(Span span, List<Var> variables) implements Expr {
    public SomeDeclaration {
      variables = List.copyOf(variables);
    }

    @Override
    public List<With> with() {
      return List.of();
    }
  }

  /** {@code some k, v in xs}. */
  record SomeIn(Span span, Optional<Term> key, Term value, Term collection, List<With> with)
      implements Expr {
    public SomeIn {
      with = List.copyOf(with);
    }
  }

  /** {@code every k, v in xs { ... }}. */
  record Every(Span span, Optional<Var> key, Var value, Term domain, Body body, List<With> with)
      implements Expr {
    public Every {
      with = List.copyOf(with);
    }
  }

  /**
   * {@code not e}, or {@code not { ... }}.
   *
   * @param classic {@code not e} without {@code future.keywords.not}: operands of {@code e} that
   *     are undefined make the negation undefined too
   */
  record Not(Span span, Body body, boolean classic, List<With> with) implements Expr {
    public Not {
      with = List.copyOf(with);
    }
  }

  /** {@code a and b}, {@code a or b}: short-circuit; holds at most once, binds nothing outside. */
  record Logic(Span span, Operator operator, Body left, Body right, List<With> with)
      implements Expr {
    public Logic {
      with = List.copyOf(with);
    }

    /** Which connective. */
    public enum Operator {
      AND,
      OR
    }
  }
}
