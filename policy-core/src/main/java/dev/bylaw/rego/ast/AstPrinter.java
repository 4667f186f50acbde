package dev.bylaw.rego.ast;

import dev.bylaw.rego.value.RegoBoolean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Writes trees as Rego that reads back as the same tree. Comments and metadata are left out.
 * Stateless and thread-safe.
 */
public final class AstPrinter {
  private static final String KEYWORD = "future.keywords[\"%s\"]";
  private static final AstPrinter PLAIN = new AstPrinter(n -> n.startsWith("$") ? "_" : n);

  private final TermPrinter terms;

  private AstPrinter(UnaryOperator<String> names) {
    this.terms = new TermPrinter(names, this);
  }

  /** A printer that changes the names of variables, also those of {@code _}: {@code $0}, ... */
  public static AstPrinter renaming(UnaryOperator<String> names) {
    return new AstPrinter(names);
  }

  /** Whether a text may stand behind the dot of a reference. */
  public static boolean isName(String text) {
    return TermPrinter.isName(text);
  }

  /** A whole file, which ends with a line break. */
  public static String print(Module module) {
    StringBuilder out = new StringBuilder("package ");
    out.append(PLAIN.path(module.packageDeclaration().path())).append('\n');
    if (!module.imports().isEmpty()) {
      out.append('\n');
      module.imports().forEach(i -> out.append(print(i)).append('\n'));
    }
    Words words = Words.of(module);
    module.rules().forEach(r -> out.append('\n').append(PLAIN.rule(r, words)).append('\n'));
    return out.toString();
  }

  /** The keywords that rules of a module are written with. */
  private record Words(boolean contains, boolean ifs) {
    static Words of(Module module) {
      boolean v1 = module.version() == RegoVersion.V1;
      return new Words(v1 || imports(module, "contains"), v1 || imports(module, "if"));
    }

    private static boolean imports(Module module, String word) {
      return module.imports().stream()
          .map(i -> print(i.path()))
          .anyMatch(p -> p.equals("future.keywords") || p.equals(KEYWORD.formatted(word)));
    }
  }

  public static String print(Import i) {
    return "import " + PLAIN.term(i.path()) + i.alias().map(a -> " as " + a).orElse("");
  }

  public static String print(Term term) {
    return PLAIN.term(term);
  }

  /** A body in one line, without braces. */
  public static String print(Body body) {
    return PLAIN.inline(body);
  }

  /** Without {@code data}, as behind {@code package}. */
  private String path(Ref path) {
    StringBuilder out = new StringBuilder();
    path.path().forEach(t -> out.append(terms.step(t)));
    return out.charAt(0) == '.' ? out.substring(1) : "data" + out;
  }

  public String term(Term term) {
    return term instanceof Ref r && r.path().isEmpty() ? terms.operand(r.head()) : terms.term(term);
  }

  /** One operand of a reference as it stands behind the others: {@code .a} or {@code [x]}. */
  public String step(Term operand) {
    return terms.step(operand);
  }

  String inline(Body body) {
    return String.join("; ", body.exprs().stream().map(this::expr).toList());
  }

  private String braced(Body body) {
    return "{ " + inline(body) + " }";
  }

  /** In braces that could be read as a comprehension, if a bar came first. */
  private String explicit(Body body) {
    List<String> out = new ArrayList<>();
    for (Expr e : body.exprs()) {
      out.add(expr(e, out.isEmpty()));
    }
    return "{ " + String.join("; ", out) + " }";
  }

  private String rule(Rule rule, Words words) {
    StringBuilder out = new StringBuilder(rule.isDefault() ? "default " : "");
    out.append(head(rule.head(), words));
    boolean plain = rule.isDefault() || (isTrue(rule.body()) && saysEnough(rule, words));
    if (!plain) {
      out.append(body(rule.body(), words));
    }
    for (Optional<Rule> e = rule.otherwise(); e.isPresent(); e = e.get().otherwise()) {
      Rule branch = e.get();
      out.append(" else").append(value(branch.head()));
      boolean bare = isTrue(branch.body()) && branch.head().value().isPresent();
      out.append(bare && branch.otherwise().isEmpty() ? "" : body(branch.body(), words));
    }
    return out.toString();
  }

  /** Whether a head can do without a body. */
  private static boolean saysEnough(Rule rule, Words words) {
    RuleHead head = rule.head();
    boolean set = head.key().isPresent();
    return (head.value().isPresent() || (set && words.contains())) && rule.otherwise().isEmpty();
  }

  private static boolean isTrue(Body body) {
    return body.exprs().size() == 1
        && body.exprs().get(0) instanceof Expr.TermExpr e
        && e.with().isEmpty()
        && e.term() instanceof Scalar s
        && s.value().equals(RegoBoolean.TRUE);
  }

  private String body(Body body, Words words) {
    StringBuilder out = new StringBuilder(words.ifs() ? " if {\n" : " {\n");
    body.exprs().forEach(e -> out.append('\t').append(line(e)).append('\n'));
    return out.append('}').toString();
  }

  private String head(RuleHead head, Words words) {
    StringBuilder out = new StringBuilder(term(head.reference()));
    head.args()
        .ifPresent(
            args -> out.append('(').append(String.join(", ", terms.terms(args))).append(')'));
    head.key()
        .map(terms::term)
        .ifPresent(key -> out.append(words.contains() ? " contains " + key : "[" + key + "]"));
    return out.append(value(head)).toString();
  }

  private String value(RuleHead head) {
    return head.value().map(v -> (head.assigned() ? " := " : " = ") + terms.term(v)).orElse("");
  }

  /** A sign at the start of a line would belong to the line before. */
  private String line(Expr e) {
    String text = expr(e);
    if (!text.startsWith("-")) {
      return text;
    }
    int end = 1;
    while (end < text.length() && "0123456789.eE+-".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return "(" + text.substring(0, end) + ")" + text.substring(end);
  }

  public String expr(Expr e) {
    return expr(e, false);
  }

  /**
   * @param first whether a bar outside of parentheses would mean something else
   */
  private String expr(Expr e, boolean first) {
    if (e instanceof Expr.TermExpr t) {
      return statement(t.term(), first) + with(t);
    } else if (e instanceof Expr.SomeDeclaration s) {
      return "some " + String.join(", ", s.variables().stream().map(this::term).toList());
    } else if (e instanceof Expr.SomeIn s) {
      String key = s.key().map(k -> terms.operand(k) + ", ").orElse("");
      return "some " + key + terms.operand(s.value()) + " in " + tail(s.collection()) + with(s);
    } else if (e instanceof Expr.Every v) {
      String key = v.key().map(k -> term(k) + ", ").orElse("");
      String head = "every " + key + term(v.value()) + " in " + tail(v.domain()) + " ";
      return head + braced(v.body()) + with(v);
    } else if (e instanceof Expr.Not n) {
      return "not " + operand(n.body(), !n.classic(), false) + with(n);
    }
    return logic((Expr.Logic) e, first) + with(e);
  }

  /** Behind {@code in}, where a further {@code in} would take the left of it. */
  private String tail(Term term) {
    return terms.operand(term);
  }

  private String statement(Term term, boolean first) {
    if (term instanceof Call c && c.infix() && c.operator() instanceof Var v) {
      String sign = v.name().equals("assign") ? " := " : v.name().equals("eq") ? " = " : "";
      if (!sign.isEmpty()) {
        Term left = c.args().get(0);
        String start = first ? terms.element(left) : terms.term(left);
        return start + sign + terms.term(c.args().get(1));
      }
    }
    return first ? terms.element(term) : terms.term(term);
  }

  private String with(Expr e) {
    List<String> out = new ArrayList<>();
    for (With w : e.with()) {
      out.add(" with " + term(w.target()) + " as " + terms.term(w.value()));
    }
    return String.join("", out);
  }

  private String logic(Expr.Logic l, boolean first) {
    String sign = l.operator() == Expr.Logic.Operator.AND ? " and " : " or ";
    return operand(l.left(), true, first) + sign + operand(l.right(), true, false);
  }

  /**
   * An operand of a connective.
   *
   * @param bracesAreBody whether braces at its start would be read as a body
   */
  private String operand(Body body, boolean bracesAreBody, boolean first) {
    if (body.explicit() || body.exprs().size() > 1) {
      return explicit(body);
    }
    Expr only = body.exprs().get(0);
    if (!(only instanceof Expr.TermExpr t) || !t.with().isEmpty()) {
      return "(" + expr(only) + ")";
    }
    String text = statement(t.term(), first);
    return bracesAreBody && text.startsWith("{") ? "(" + text + ")" : text;
  }
}
