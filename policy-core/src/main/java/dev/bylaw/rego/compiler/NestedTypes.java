package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.ast.With;
import dev.bylaw.rego.types.Type;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Checks the bodies of {@code every}, of {@code not} as a future keyword, and of {@code and} and
 * {@code or}. As in OPA, closures are checked there and where references lead, but neither
 * equations nor calls; and {@code with} inside replaces nothing.
 */
final class NestedTypes implements RefTypes.Parts {
  private final DocumentTypes documents;
  private final TermTypes terms;
  private final RefTypes refs;
  private final BiConsumer<List<With>, TypeEnv> names;

  /**
   * @param names reports what replaces functions around bodies
   */
  NestedTypes(
      TypeErrors errors,
      DocumentTypes documents,
      TermTypes terms,
      BiConsumer<List<With>, TypeEnv> names) {
    this.names = names;
    this.documents = documents;
    this.terms = terms;
    this.refs = new RefTypes(errors, documents, this);
  }

  /** The bodies of an expression, in which variables get types from references alone. */
  void bodies(Expr expr, TypeEnv env) {
    inside(expr, body -> terms.closures(body, env));
    inside(expr, body -> references(body, env));
  }

  private interface Visitor {
    void body(Body body);
  }

  private static void inside(Expr expr, Visitor visitor) {
    if (expr instanceof Expr.Every e) {
      visitor.body(e.body());
    } else if (expr instanceof Expr.Not e) {
      visitor.body(e.body());
    } else if (expr instanceof Expr.Logic e) {
      visitor.body(e.left());
      visitor.body(e.right());
    }
  }

  private void references(Body body, TypeEnv env) {
    for (Expr e : body.exprs()) {
      for (With w : e.with()) {
        replacement(w, env);
      }
      if (e instanceof Expr.TermExpr t) {
        references(t.term(), env);
      } else if (e instanceof Expr.Every v) {
        references(v.domain(), env);
      }
      inside(e, nested -> references(nested, env));
      if (e instanceof Expr.Every || e instanceof Expr.Logic) {
        names.accept(e.with(), env);
      }
    }
  }

  private void references(Term term, TypeEnv env) {
    Terms.visit(
        term,
        part -> {
          if (part instanceof Call c) {
            c.args().forEach(argument -> references(argument, env));
          } else if (part instanceof Ref r) {
            r.path().forEach(operand -> references(operand, env));
            references(r.head(), env);
            refs.of(r, env);
          }
          return !(part instanceof Call
              || part instanceof Ref
              || part instanceof Comprehension
              || part instanceof TemplateString);
        });
  }

  /** What stands for a function, or for data, may be the name of a function. */
  private void replacement(With with, TypeEnv env) {
    boolean named = with.value() instanceof Ref r && !documents.function(r).isEmpty();
    boolean input = with.target().head() instanceof Var v && v.name().equals("input");
    if (!named || input) {
      references(with.value(), env);
    }
  }

  @Override
  public Type of(Term operand, TypeEnv env) {
    boolean computed =
        operand instanceof Ref
            || operand instanceof Call
            || operand instanceof Comprehension
            || operand instanceof TemplateString;
    return computed ? Type.Basic.UNKNOWN : terms.of(operand, env);
  }

  @Override
  public Type head(Term head, TypeEnv env) {
    return head instanceof Var ? of(head, env) : Type.Basic.UNKNOWN;
  }
}
