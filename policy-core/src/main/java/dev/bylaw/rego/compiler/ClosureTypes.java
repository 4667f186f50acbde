package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.ast.With;
import dev.bylaw.rego.types.Type;
import dev.bylaw.rego.types.Types;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Checks closures, which are comprehensions and the parts of template strings, and finds their
 * types. OPA goes through each several times: before it looks at anything else in the statement
 * that has it; as if it stood around each closure that it is in, without the variables of that; and
 * for its type, when more variables of the statement may have one. What it finds the last time it
 * does not tell.
 */
final class ClosureTypes {
  /** Further inside of each other, each is checked once, in its place. */
  private static final int MAX_NESTING = 4;

  private final TypeErrors errors;
  private final TermTypes terms;
  private final TypeCheck bodies;
  private final IdentityHashMap<Term, Checked> checked = new IdentityHashMap<>();
  private int nesting;

  /**
   * A type that was found.
   *
   * @param changes what its surroundings had seen of these then
   */
  private record Checked(Type type, TypeEnv env, int changes) {}

  ClosureTypes(TypeErrors errors, TermTypes terms, TypeCheck bodies) {
    this.errors = errors;
    this.terms = terms;
    this.bodies = bodies;
  }

  /** Checks those in a statement. */
  void first(Term statement, TypeEnv env) {
    if (nesting < MAX_NESTING) {
      for (Term closure : in(visitor -> Terms.visit(statement, visitor))) {
        Type type = reported(closure, env);
        checked.put(closure, new Checked(type, env, env.changes()));
      }
    }
  }

  /** Checks those in the expressions of a body. */
  void first(Body body, TypeEnv env) {
    for (Expr e : body.exprs()) {
      in(visitor -> Terms.visit(e, visitor)).forEach(closure -> reported(closure, env));
    }
  }

  /** Not known where it is an error. */
  Type of(Term closure, TypeEnv outer) {
    Checked before = checked.remove(closure);
    if (before == null || before.env() != outer) {
      return reported(closure, outer);
    }
    return before.changes() == outer.changes() ? before.type() : silent(closure, outer);
  }

  private Type reported(Term closure, TypeEnv outer) {
    int reported = errors.count();
    nesting++;
    Type type = body(closure, outer.inner());
    if (nesting <= MAX_NESTING && errors.count() == reported) {
      inside(closure).forEach(nested -> reported(nested, outer));
    }
    nesting--;
    return outer.isPlain() || !isModified(closure) ? type : silent(closure, outer);
  }

  /** Then as if what {@code with} replaces in it changed no rule that depends on it. */
  private Type silent(Term closure, TypeEnv outer) {
    Type[] type = {Type.Basic.UNKNOWN};
    nesting++;
    boolean clean = errors.isClean(() -> type[0] = body(closure, outer.plain()));
    nesting--;
    return clean ? type[0] : Type.Basic.UNKNOWN;
  }

  private static List<Term> inside(Term closure) {
    if (!(closure instanceof Comprehension c)) {
      return in(visitor -> Terms.visit(closure, visitor));
    }
    return in(
        visitor -> {
          c.body().exprs().forEach(e -> Terms.visit(e, visitor));
          c.parts().forEach(part -> Terms.visit(part, visitor));
        });
  }

  /** The outermost ones: comprehensions, and what template strings have between their texts. */
  private static List<Term> in(Consumer<Predicate<Term>> whole) {
    List<Term> closures = new ArrayList<>();
    whole.accept(
        term -> {
          if (term instanceof Comprehension) {
            closures.add(term);
          } else if (term instanceof TemplateString t) {
            t.parts().stream().filter(ClosureTypes::isClosure).forEach(closures::add);
          }
          return !(term instanceof Comprehension || term instanceof TemplateString);
        });
    return closures;
  }

  /** Whether a part of a template string is one. */
  static boolean isClosure(Term part) {
    return !(part instanceof Scalar || (part instanceof Var v && !Vars.isGlobal(v.name())));
  }

  private static boolean isModified(Term closure) {
    boolean[] modified = {false};
    if (closure instanceof Comprehension c) {
      Terms.visitPlaced(
          c.body(),
          new Terms.Visitor() {
            @Override
            public boolean visit(Term term, Span place, boolean whole) {
              return !modified[0];
            }

            @Override
            public void visit(With with) {
              modified[0] = true;
            }
          });
    }
    return modified[0];
  }

  private Type body(Term closure, TypeEnv env) {
    if (!(closure instanceof Comprehension c)) {
      return terms.of(closure, env);
    }
    bodies.body(c.body(), env);
    if (c instanceof Comprehension.OfArray a) {
      Optional<Type> elements = Optional.of(Types.closed(terms.of(a.element(), env)));
      return new Type.ArrayType(List.of(), elements.filter(t -> t != Type.Basic.NONE));
    } else if (c instanceof Comprehension.OfSet s) {
      return new Type.SetType(Types.closed(terms.of(s.element(), env)));
    }
    Comprehension.OfObject o = (Comprehension.OfObject) c;
    Type key = Types.closed(terms.of(o.key(), env));
    return Types.objectOf(key, Types.closed(terms.of(o.value(), env)));
  }
}
