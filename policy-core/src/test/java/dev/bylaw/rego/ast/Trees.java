package dev.bylaw.rego.ast;

import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Makes trees, and compares them without their places. */
final class Trees {
  private static final Span NOWHERE = SourceFile.of("made", "").span();
  private static final List<String> INFIX =
      List.of(
          "equal",
          "neq",
          "lt",
          "lte",
          "gt",
          "gte",
          "or",
          "and",
          "plus",
          "minus",
          "mul",
          "div",
          "rem",
          "internal.member_2");

  private Trees() {}

  /** The structure of a tree as text; all wildcards are the same. */
  static String shape(Object tree) {
    if (tree instanceof List<?> list) {
      return list.stream().map(Trees::shape).toList().toString();
    } else if (tree instanceof Optional<?> optional) {
      return optional.map(Trees::shape).orElse("none");
    } else if (tree instanceof Var v && v.isWildcard()) {
      return "_";
    } else if (!(tree instanceof Record r) || tree instanceof RegoValue) {
      return tree.getClass().getSimpleName() + " " + tree;
    } else {
      List<String> parts = new ArrayList<>();
      for (RecordComponent c : r.getClass().getRecordComponents()) {
        if (c.getType() != Span.class && !c.getName().equals("annotations")) {
          try {
            parts.add(shape(c.getAccessor().invoke(r)));
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        }
      }
      return r.getClass().getSimpleName() + parts;
    }
  }

  static Arbitrary<String> names() {
    return Arbitraries.of("a", "b", "xs", "y2", "_z", "input", "data", "count");
  }

  static Arbitrary<Term> variables() {
    return Arbitraries.oneOf(names(), Arbitraries.just("$0")).map(n -> new Var(NOWHERE, n));
  }

  static Arbitrary<Term> scalars() {
    Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(6);
    return Arbitraries.oneOf(
            Arbitraries.of("0", "-1", "12.50", "1e3", "-7").map(RegoNumber::parse),
            texts.map(RegoString::of),
            Arbitraries.of("a b", "if", "x").map(RegoString::of))
        .map(v -> new Scalar(NOWHERE, v));
  }

  static Arbitrary<Term> terms(int depth) {
    if (depth == 0) {
      return Arbitraries.oneOf(variables(), scalars());
    }
    Arbitrary<Term> inner = Arbitraries.lazy(() -> terms(depth - 1));
    Arbitrary<List<Term>> list = inner.list().ofMaxSize(3);
    Arbitrary<List<Term>> some = inner.list().ofMinSize(1).ofMaxSize(2);
    return Arbitraries.oneOf(
        variables(),
        scalars(),
        list.map(t -> new ArrayTerm(NOWHERE, t)),
        list.map(t -> new SetTerm(NOWHERE, t)),
        Combinators.combine(inner, inner)
            .as((k, v) -> new ObjectTerm.Entry(k, v))
            .list()
            .ofMaxSize(2)
            .map(e -> new ObjectTerm(NOWHERE, e)),
        Combinators.combine(heads(list), some).as((h, p) -> new Ref(NOWHERE, h, p)),
        calls(list),
        Combinators.combine(Arbitraries.of(INFIX), inner, inner).as(Trees::infix),
        Combinators.combine(inner, inner, inner)
            .as((k, v, c) -> new Call(NOWHERE, name("internal.member_3"), List.of(k, v, c), true)),
        templates(inner),
        comprehensions(inner, depth));
  }

  private static Var name(String name) {
    return new Var(NOWHERE, name);
  }

  private static Term infix(String operator, Term left, Term right) {
    return new Call(NOWHERE, name(operator), List.of(left, right), true);
  }

  private static Arbitrary<Term> calls(Arbitrary<List<Term>> args) {
    Arbitrary<Term> operators =
        Arbitraries.oneOf(
            names().map(Trees::name),
            names()
                .map(
                    n ->
                        new Ref(
                            NOWHERE, name(n), List.of(new Scalar(NOWHERE, RegoString.of("f"))))));
    return Combinators.combine(operators, args).as((o, a) -> new Call(NOWHERE, o, a, false));
  }

  /** What a reference may start with. */
  private static Arbitrary<Term> heads(Arbitrary<List<Term>> list) {
    return Arbitraries.oneOf(variables(), list.map(t -> new ArrayTerm(NOWHERE, t)), calls(list));
  }

  private static Arbitrary<Term> templates(Arbitrary<Term> inner) {
    Arbitrary<Term> parts =
        Arbitraries.oneOf(
            inner.filter(t -> !(t instanceof Scalar s && s.value() instanceof RegoString)),
            Arbitraries.of("x {y} \\", "\"").map(s -> new Scalar(NOWHERE, RegoString.of(s))));
    return parts.list().ofMaxSize(3).map(p -> new TemplateString(NOWHERE, p, false));
  }

  private static Arbitrary<Term> comprehensions(Arbitrary<Term> inner, int depth) {
    Arbitrary<Body> bodies = Arbitraries.lazy(() -> bodies(depth - 1));
    return Arbitraries.oneOf(
        Combinators.combine(inner, bodies).as((e, b) -> new Comprehension.OfArray(NOWHERE, e, b)),
        Combinators.combine(inner, bodies).as((e, b) -> new Comprehension.OfSet(NOWHERE, e, b)),
        Combinators.combine(inner, inner, bodies)
            .as((k, v, b) -> new Comprehension.OfObject(NOWHERE, k, v, b)));
  }

  static Arbitrary<Body> bodies(int depth) {
    return exprs(depth).list().ofMinSize(1).ofMaxSize(3).map(e -> new Body(NOWHERE, e));
  }

  private static Arbitrary<List<With>> modifiers(Arbitrary<Term> inner) {
    Arbitrary<With> one =
        Combinators.combine(names(), inner)
            .as((n, v) -> new With(NOWHERE, new Ref(NOWHERE, name(n), List.of()), v));
    return one.list().ofMaxSize(1);
  }

  static Arbitrary<Expr> exprs(int depth) {
    Arbitrary<Term> inner = terms(Math.max(0, depth));
    Arbitrary<Expr> plain =
        Combinators.combine(statements(inner), modifiers(inner))
            .as((t, w) -> new Expr.TermExpr(NOWHERE, t, w));
    if (depth <= 0) {
      return plain;
    }
    Arbitrary<Var> variables =
        names().filter(n -> !n.equals("input") && !n.equals("data")).map(Trees::name);
    Arbitrary<Body> bodies = Arbitraries.lazy(() -> bodies(depth - 1));
    Arbitrary<Body> operands =
        Arbitraries.oneOf(
            statements(inner)
                .map(t -> new Body(NOWHERE, List.of(new Expr.TermExpr(NOWHERE, t, List.of())))),
            bodies.map(b -> new Body(NOWHERE, b.exprs(), true)));
    return Arbitraries.oneOf(
        plain,
        variables.list().ofMinSize(1).ofMaxSize(2).map(v -> new Expr.SomeDeclaration(NOWHERE, v)),
        Combinators.combine(inner.optional(), inner, inner, modifiers(inner))
            .as((k, v, c, w) -> new Expr.SomeIn(NOWHERE, k, v, c, w)),
        Combinators.combine(variables.optional(), variables, inner, bodies, modifiers(inner))
            .as((k, v, d, b, w) -> new Expr.Every(NOWHERE, k, v, d, b, w)),
        Combinators.combine(operands, modifiers(inner))
            .as((b, w) -> new Expr.Not(NOWHERE, b, false, w)),
        Combinators.combine(
                Arbitraries.of(Expr.Logic.Operator.values()), operands, operands, modifiers(inner))
            .as((o, l, r, w) -> new Expr.Logic(NOWHERE, o, l, r, w)));
  }

  /** Terms, and equations between them; braces at the start of an equation stand for themselves. */
  private static Arbitrary<Term> statements(Arbitrary<Term> inner) {
    return Arbitraries.oneOf(
        inner,
        Combinators.combine(Arbitraries.of("eq", "assign"), variables(), inner).as(Trees::infix));
  }

  static Arbitrary<Module> modules() {
    Arbitrary<Term> inner = terms(1);
    Arbitrary<List<Term>> path = inner.list().ofMaxSize(2);
    Arbitrary<Ref> references = path.map(p -> new Ref(NOWHERE, name("p"), p));
    Arbitrary<RuleHead> heads =
        Combinators.combine(
                references,
                inner.list().ofMinSize(1).ofMaxSize(2).optional(0.3),
                inner.optional(0.4),
                Arbitraries.of(true, false))
            .as(
                (r, args, value, assigned) ->
                    new RuleHead(
                        NOWHERE, r, args, Optional.empty(), value, assigned && value.isPresent()));
    Arbitrary<RuleHead> sets =
        Combinators.combine(references, inner)
            .as(
                (r, k) ->
                    new RuleHead(
                        NOWHERE, r, Optional.empty(), Optional.of(k), Optional.empty(), false));
    Arbitrary<Rule> rules =
        Combinators.combine(Arbitraries.oneOf(heads, sets), bodies(1))
            .as((h, b) -> new Rule(NOWHERE, false, h, b, Optional.empty(), List.of()));
    return rules.list().ofMaxSize(3).map(Trees::module);
  }

  private static Module module(List<Rule> rules) {
    Ref data = new Ref(NOWHERE, name("data"), List.of(new Scalar(NOWHERE, RegoString.of("p"))));
    return new Module(
        NOWHERE,
        RegoVersion.V1,
        new PackageDeclaration(NOWHERE, data),
        List.of(),
        rules,
        List.of(),
        List.of());
  }
}
