package dev.bylaw.rego.ast;

import dev.bylaw.rego.value.RegoString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Writes terms: in one line, with as few parentheses as the order of operators needs. */
final class TermPrinter {
  /** A sign, and how strongly it binds. */
  private record Sign(String text, int strength) {}

  private static final Map<String, Sign> SIGNS =
      Map.ofEntries(
          Map.entry("internal.member_2", new Sign("in", 0)),
          Map.entry("equal", new Sign("==", 1)),
          Map.entry("neq", new Sign("!=", 1)),
          Map.entry("lt", new Sign("<", 1)),
          Map.entry("lte", new Sign("<=", 1)),
          Map.entry("gt", new Sign(">", 1)),
          Map.entry("gte", new Sign(">=", 1)),
          Map.entry("or", new Sign("|", 2)),
          Map.entry("and", new Sign("&", 3)),
          Map.entry("plus", new Sign("+", 4)),
          Map.entry("minus", new Sign("-", 4)),
          Map.entry("mul", new Sign("*", 5)),
          Map.entry("div", new Sign("/", 5)),
          Map.entry("rem", new Sign("%", 5)));
  private static final int OPERAND = 6;

  /** Words that are written in brackets, as OPA does. */
  private static final Set<String> RESERVED =
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

  private final UnaryOperator<String> names;
  private final AstPrinter bodies;

  /**
   * @param names changes the names of variables
   * @param bodies writes the bodies of comprehensions
   */
  TermPrinter(UnaryOperator<String> names, AstPrinter bodies) {
    this.names = names;
    this.bodies = bodies;
  }

  String term(Term term) {
    return term(term, 0);
  }

  List<String> terms(List<Term> terms) {
    return terms.stream().map(this::term).toList();
  }

  /**
   * @param strength of the weakest operator that may stand without parentheses
   */
  private String term(Term term, int strength) {
    if (term instanceof Call c && c.infix()) {
      return infix(c, strength);
    } else if (term instanceof Scalar s) {
      return s.value().toString();
    } else if (term instanceof Var v) {
      return names.apply(v.name());
    } else if (term instanceof Ref r) {
      return reference(r);
    } else if (term instanceof Call c) {
      return term(c.operator()) + "(" + String.join(", ", terms(c.args())) + ")";
    } else if (term instanceof Comprehension c) {
      return comprehension(c);
    } else if (term instanceof TemplateString t) {
      return template(t);
    }
    return collection(term);
  }

  private String infix(Call c, int strength) {
    String name = ((Var) c.operator()).name();
    List<Term> args = c.args();
    if (name.equals("internal.member_3")) {
      String first = term(args.get(0), 1) + ", " + term(args.get(1), 1);
      return "(" + first + " in " + term(args.get(2), 1) + ")";
    }
    Sign sign = SIGNS.getOrDefault(name, new Sign(name, 0));
    int own = sign.strength();
    String text = term(args.get(0), own) + " " + sign.text() + " " + term(args.get(1), own + 1);
    return own < strength ? "(" + text + ")" : text;
  }

  /** A term that stands where a bar would end it: only an operand may. */
  String operand(Term term) {
    return term(term, OPERAND);
  }

  /** A term that stands where a bar would make a comprehension of what is around it. */
  String element(Term term) {
    return hasUnion(term) ? "(" + term(term) + ")" : term(term);
  }

  /** Whether a bar stands outside of all brackets. */
  private static boolean hasUnion(Term term) {
    return term instanceof Call c
        && c.infix()
        && (((Var) c.operator()).name().equals("or")
            || c.args().stream().anyMatch(TermPrinter::hasUnion));
  }

  private String collection(Term term) {
    List<String> parts = new ArrayList<>();
    if (term instanceof ArrayTerm a) {
      a.elements().forEach(t -> parts.add(element(t)));
      return "[" + String.join(", ", parts) + "]";
    } else if (term instanceof SetTerm s) {
      s.elements().forEach(t -> parts.add(element(t)));
      return parts.isEmpty() ? "set()" : "{" + String.join(", ", parts) + "}";
    }
    for (ObjectTerm.Entry e : ((ObjectTerm) term).entries()) {
      parts.add(element(e.key()) + ": " + element(e.value()));
    }
    return "{" + String.join(", ", parts) + "}";
  }

  private String comprehension(Comprehension c) {
    String body = " | " + bodies.inline(c.body());
    if (c instanceof Comprehension.OfArray a) {
      return "[" + operand(a.element()) + body + "]";
    } else if (c instanceof Comprehension.OfSet s) {
      return "{" + operand(s.element()) + body + "}";
    }
    Comprehension.OfObject o = (Comprehension.OfObject) c;
    return "{" + operand(o.key()) + ": " + operand(o.value()) + body + "}";
  }

  String reference(Ref r) {
    StringBuilder out = new StringBuilder(operand(r.head()));
    r.path().forEach(t -> out.append(step(t)));
    return out.toString();
  }

  /** One operand of a reference: {@code .a}, or in brackets. */
  String step(Term t) {
    boolean dotted =
        t instanceof Scalar s && s.value() instanceof RegoString n && isName(n.value());
    return dotted ? "." + ((RegoString) ((Scalar) t).value()).value() : "[" + term(t) + "]";
  }

  static boolean isName(String text) {
    boolean first = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!letter && (first || c < '0' || c > '9')) {
        return false;
      }
      first = false;
    }
    return !first && !RESERVED.contains(text);
  }

  private String template(TemplateString t) {
    char quote = t.multiLine() ? '`' : '"';
    StringBuilder out = new StringBuilder("$").append(quote);
    boolean behindText = false;
    for (Term part : t.parts()) {
      if (!behindText && part instanceof Scalar s && s.value() instanceof RegoString text) {
        out.append(t.multiLine() ? text.value().replace("{", "\\{") : escaped(s));
        behindText = true;
      } else {
        out.append('{').append(term(part)).append('}');
        behindText = false;
      }
    }
    return out.append(quote).toString();
  }

  private static String escaped(Scalar text) {
    String quoted = text.value().toString();
    return quoted.substring(1, quoted.length() - 1).replace("{", "\\{");
  }
}
