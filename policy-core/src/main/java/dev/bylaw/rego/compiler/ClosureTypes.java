package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.With;
import dev.bylaw.rego.types.Type;
import dev.bylaw.rego.types.Types;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Checks comprehensions and finds their types. OPA goes through each several times: before it looks
 * at anything else in the statement that has it; as if it stood around each comprehension that it
 * is in, without the variables of that; and for its type, when more variables of the statement may
 * have one. What it finds the last time it does not tell.
 */
final class ClosureTypes {
  /** Further inside of each other, each is checked once, in its place. */
  private static final int MAX_NESTING = 4;

  private final TypeErrors errors;
  private final TermTypes terms;
  private final TypeCheck bodies;
  private final Map<Comprehension, Checked> checked = new IdentityHashMap<>();
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
      Terms.visit(
          statement,
          term -> {
            if (term instanceof Comprehension c) {
              Type type = reported(c, env);
              checked.put(c, new Checked(type, env, env.changes()));
            }
            return !(term instanceof Comprehension);
          });
    }
  }

  /** Not known where it is an error. */
  Type of(Comprehension c, TypeEnv outer) {
    Checked before = checked.remove(c);
    if (before == null || before.env() != outer) {
      return reported(c, outer);
    }
    return before.changes() == outer.changes() ? before.type() : silent(c, outer);
  }

  private Type reported(Comprehension c, TypeEnv outer) {
    int reported = errors.count();
    nesting++;
    Type type = body(c, outer.inner());
    if (nesting <= MAX_NESTING && errors.count() == reported) {
      inside(c).forEach(nested -> reported(nested, outer));
    }
    nesting--;
    return outer.isPlain() || !isModified(c.body()) ? type : silent(c, outer);
  }

  /** Then as if what {@code with} replaces in it changed no rule that depends on it. */
  private Type silent(Comprehension c, TypeEnv outer) {
    Type[] type = {Type.Basic.UNKNOWN};
    nesting++;
    boolean clean = errors.isClean(() -> type[0] = body(c, outer.plain()));
    nesting--;
    return clean ? type[0] : Type.Basic.UNKNOWN;
  }

  private static List<Comprehension> inside(Comprehension closure) {
    List<Comprehension> nested = new ArrayList<>();
    Predicate<Term> visitor =
        term -> {
          if (term instanceof Comprehension c) {
            nested.add(c);
          }
          return !(term instanceof Comprehension);
        };
    closure.body().exprs().forEach(e -> Terms.visit(e, visitor));
    closure.parts().forEach(part -> Terms.visit(part, visitor));
    return nested;
  }

  private static boolean isModified(Body body) {
    boolean[] modified = {false};
    Terms.visitPlaced(
        body,
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
    return modified[0];
  }

  private Type body(Comprehension c, TypeEnv env) {
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
