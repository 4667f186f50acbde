package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.ast.With;
import dev.bylaw.rego.value.RegoString;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes resolved expressions as OPA does in its traces: names in full, calls as calls but for
 * {@code =}, generated variables as {@code __local0__}.
 */
public final class FlatText {
  private static final Set<String> KEYWORDS =
      Set.of(
          "as",
          "contains",
          "default",
          "else",
          "every",
          "false",
          "if",
          "import",
          "in",
          "not",
          "null",
          "package",
          "some",
          "true",
          "with");

  private FlatText() {}

  public static String of(Body body) {
    return joined(body.exprs(), FlatText::of, "; ");
  }

  public static String of(Expr expr) {
    String text;
    if (expr instanceof Expr.TermExpr e) {
      text = of(e.term());
    } else if (expr instanceof Expr.Not e) {
      text = "not " + operand(e.body());
    } else if (expr instanceof Expr.Logic e) {
      String operator = e.operator() == Expr.Logic.Operator.AND ? " and " : " or ";
      text = operand(e.left()) + operator + operand(e.right());
    } else if (expr instanceof Expr.Every e) {
      String key = e.key().map(k -> of(k) + ", ").orElse("");
      text = "every " + key + of(e.value()) + " in " + of(e.domain()) + braced(e.body());
    } else {
      text = expr.span().text();
    }
    return text + joined(expr.with(), FlatText::of, "");
  }

  private static String operand(Body body) {
    boolean one = body.exprs().size() == 1 && !body.explicit();
    return one ? of(body) : "{" + of(body) + "}";
  }

  private static String braced(Body body) {
    return " { " + of(body) + " }";
  }

  private static String of(With with) {
    return " with " + of(with.target()) + " as " + of(with.value());
  }

  private static <T> String joined(List<T> parts, Function<T, String> text, String separator) {
    return parts.stream().map(text).collect(Collectors.joining(separator));
  }

  private static String list(List<Term> terms) {
    return joined(terms, FlatText::of, ", ");
  }

  public static String of(Term term) {
    if (term instanceof Scalar s) {
      return s.value().toString();
    } else if (term instanceof Var v) {
      return name(v);
    } else if (term instanceof Ref r) {
      return reference(r);
    } else if (term instanceof Call c) {
      return call(c);
    } else if (term instanceof ArrayTerm a) {
      return "[" + list(a.elements()) + "]";
    } else if (term instanceof SetTerm s) {
      return s.elements().isEmpty() ? "set()" : "{" + list(s.elements()) + "}";
    } else if (term instanceof ObjectTerm o) {
      return "{" + joined(o.entries(), e -> of(e.key()) + ": " + of(e.value()), ", ") + "}";
    } else if (term instanceof Comprehension c) {
      return comprehension(c);
    }
    return term.span().text();
  }

  /** A name as it was written; {@code _} has a number, a generated name letters and a number. */
  private static String name(Var v) {
    if (!v.isWildcard()) {
      return CompiledRule.original(v.name());
    }
    boolean generated = Character.isLetter(v.name().charAt(1));
    return generated ? "__" + v.name().substring(1) + "__" : "_";
  }

  private static String reference(Ref r) {
    // the head of a built-in's name behind "as" is a text
    StringBuilder out = new StringBuilder(text(r.head()).orElseGet(() -> of(r.head())));
    for (Term operand : r.path()) {
      out.append(
          text(operand)
              .filter(FlatText::isName)
              .map(n -> "." + n)
              .orElseGet(() -> "[" + of(operand) + "]"));
    }
    return out.toString();
  }

  private static Optional<String> text(Term term) {
    return term instanceof Scalar s && s.value() instanceof RegoString t
        ? Optional.of(t.value())
        : Optional.empty();
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && !KEYWORDS.contains(text)
        && text.chars().allMatch(c -> c == '_' || (c < 0x80 && Character.isLetterOrDigit(c)))
        && !Character.isDigit(text.charAt(0));
  }

  private static String call(Call c) {
    boolean equality =
        c.args().size() == 2
            && c.operator() instanceof Var v
            && (v.name().equals("eq") || v.name().equals("equal"));
    return equality
        ? of(c.args().get(0)) + " = " + of(c.args().get(1))
        : of(c.operator()) + "(" + list(c.args()) + ")";
  }

  private static String comprehension(Comprehension c) {
    String body = " | " + of(c.body());
    if (c instanceof Comprehension.OfArray a) {
      return "[" + of(a.element()) + body + "]";
    } else if (c instanceof Comprehension.OfSet s) {
      return "{" + of(s.element()) + body + "}";
    }
    Comprehension.OfObject o = (Comprehension.OfObject) c;
    return "{" + of(o.key()) + ": " + of(o.value()) + body + "}";
  }
}
