package dev.bylaw.rego.format;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.AstPrinter;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** Writes terms. */
final class Terms {
  private final Page page;
  private final Exprs exprs;
  private final Set<String> bracketed;

  Terms(Page page, Exprs exprs, Set<String> bracketed) {
    this.bracketed = bracketed;
    this.page = page;
    this.exprs = exprs;
  }

  void term(Term term) {
    term(term, false);
  }

  /** A term among others that operators stand between. */
  void operand(Term term) {
    term(term, true);
  }

  /**
   * Where comments within the term have no line to stand in, it stays as it was written, and so
   * does what is around it, up to the expression.
   */
  private void term(Term term, boolean parentheses) {
    Page.Mark mark = page.mark();
    try {
      page.reach(term.span().line());
      write(term, parentheses);
    } catch (Misplaced e) {
      page.verbatim(mark, term.span());
      throw e;
    }
  }

  private void write(Term term, boolean parentheses) {
    if (term instanceof Call c) {
      call(c, parentheses);
    } else if (term instanceof Ref r) {
      reference(r);
    } else if (term instanceof Comprehension c) {
      comprehension(c);
    } else if (term instanceof TemplateString t) {
      template(t);
    } else if (term instanceof Scalar s) {
      page.write(scalar(s));
    } else if (term instanceof Var v) {
      page.write(v.isWildcard() ? "_" : v.name());
    } else {
      collection(term);
    }
  }

  /** As written; the zero of a negative variable is not. */
  private static String scalar(Scalar scalar) {
    String text = scalar.span().text();
    if (scalar.value() instanceof RegoNumber) {
      String digits = text.replaceAll("\\s", "");
      return digits.equals("-") ? "0" : digits;
    }
    return text;
  }

  private void call(Call call, boolean parentheses) {
    if (Signs.isMembership(call)) {
      membership(call.args());
      return;
    }
    String sign = call.args().size() == 2 ? Signs.of(call).orElse("") : "";
    if (sign.isEmpty()) {
      plainCall(call);
      return;
    }
    page.write(parentheses ? "(" : "");
    operand(call.args().get(0));
    page.write(" " + sign + " ");
    operand(call.args().get(1));
    page.write(parentheses ? ")" : "");
  }

  private void membership(List<Term> args) {
    boolean keyed = args.size() == 3;
    page.write(keyed ? "(" : "");
    in(args);
    page.write(keyed ? ")" : "");
  }

  /** {@code k, v in xs}. */
  void in(List<Term> args) {
    for (int i = 0; i < args.size(); i++) {
      page.write(i == 0 ? "" : i == args.size() - 1 ? " in " : ", ");
      operand(args.get(i));
    }
  }

  void plainCall(Call call) {
    if (call.operator() instanceof Ref r) {
      reference(r);
    } else {
      term(call.operator());
    }
    page.write("(");
    List<Term> args = call.args();
    int from = args.isEmpty() ? 0 : args.get(0).span().line();
    int open = call.operator().span().end();
    sequence(from, OptionalInt.empty(), args, t -> argument(t, open)).write(args);
    page.write(")");
  }

  /**
   * @param after offset of the parenthesis behind the function's name
   */
  private void argument(Term term, int after) {
    term(term, Signs.isUnion(term) && startsWithParenthesis(term, after));
  }

  private static boolean startsWithParenthesis(Term term, int after) {
    String source = term.span().source().text();
    int at = term.span().start() - 1;
    while (at > after && Character.isWhitespace(source.charAt(at))) {
      at--;
    }
    return at > after && source.charAt(at) == '(';
  }

  /** Elements of a collection, or arguments. */
  void elements(List<Term> elements, int open, OptionalInt close) {
    sequence(open, close, elements, this::element).write(elements);
  }

  private Sequence<Term> sequence(
      int open, OptionalInt close, List<Term> elements, Consumer<Term> writer) {
    boolean generated = elements.stream().anyMatch(Terms::isGenerated);
    return new Sequence<>(page, t -> generated ? open : t.span().line(), writer, open, close);
  }

  /** What {@code opa eval --partial} makes has names of its own, and stays in one line. */
  private static boolean isGenerated(Term term) {
    return term instanceof Var v && v.name().startsWith("__local");
  }

  /** A bar would make a comprehension of what is around it. */
  private void element(Term term) {
    term(term, Signs.isUnion(term));
  }

  private void collection(Term term) {
    if (term instanceof SetTerm s && s.elements().isEmpty()) {
      page.write("set()");
      return;
    }
    int open = term.span().line();
    OptionalInt close = OptionalInt.of(lastLine(term.span()));
    page.write(term instanceof ArrayTerm ? "[" : "{");
    if (term instanceof ObjectTerm o) {
      new Sequence<ObjectTerm.Entry>(page, e -> e.key().span().line(), this::entry, open, close)
          .write(o.entries());
    } else if (term instanceof ArrayTerm a) {
      elements(a.elements(), open, close);
    } else if (term instanceof SetTerm s) {
      elements(distinct(s.elements()), open, close);
    }
    page.write(term instanceof ArrayTerm ? "]" : "}");
  }

  /** Without literals that were there before. */
  private static List<Term> distinct(List<Term> elements) {
    Map<Object, Term> kept = new LinkedHashMap<>();
    elements.forEach(t -> kept.putIfAbsent(t instanceof Scalar s ? s.value() : t.span(), t));
    return List.copyOf(kept.values());
  }

  private void entry(ObjectTerm.Entry entry) {
    element(entry.key());
    page.write(": ");
    element(entry.value());
  }

  private void comprehension(Comprehension c) {
    boolean array = c instanceof Comprehension.OfArray;
    page.write(array ? "[" : "{");
    int open = head(c);
    page.write(" |");
    exprs.inBrackets(c.body(), open, lastLine(c.span()));
    page.write(array ? "]" : "}");
  }

  /**
   * The head; one that started a line does so again, unless it is that of an object.
   *
   * @return the line that the body is compared with
   */
  private int head(Comprehension c) {
    if (c instanceof Comprehension.OfObject o) {
      operand(o.key());
      page.write(": ");
      operand(o.value());
      return c.span().line();
    }
    Term element =
        c instanceof Comprehension.OfArray a ? a.element() : ((Comprehension.OfSet) c).element();
    if (element.span().line() > c.span().line()) {
      page.endLine();
    }
    operand(element);
    return element.span().line();
  }

  void reference(Ref ref) {
    operand(ref.head());
    ref.path().forEach(this::step);
  }

  /** The path of a package, which starts with its first name. */
  void packagePath(Ref path) {
    page.write(
        path.path().get(0) instanceof Scalar s && s.value() instanceof RegoString n
            ? n.value()
            : "");
    path.path().subList(1, path.path().size()).forEach(this::step);
  }

  private void step(Term step) {
    if (step instanceof Scalar s && s.value() instanceof RegoString name) {
      page.write(step(s, name, bracketed));
    } else {
      page.write("[");
      term(step);
      page.write("]");
    }
  }

  /**
   * A name with a dot before it, or in brackets.
   *
   * @param bracketed names that stay in brackets
   */
  static String step(Scalar step, RegoString name, Set<String> bracketed) {
    char first = step.span().text().charAt(0);
    boolean dotted = first != '"' && first != '`';
    boolean free = AstPrinter.isName(name.value()) && !bracketed.contains(name.value());
    return dotted || free ? "." + name.value() : "[" + name + "]";
  }

  /** A step of a reference between brackets. */
  void bracketed(Term step) {
    if (step instanceof Scalar s && s.value() instanceof RegoString name) {
      page.write(name.toString());
    } else {
      term(step);
    }
  }

  /** Text is as written; values that are known stand there as text. */
  private void template(TemplateString t) {
    page.write(t.multiLine() ? "$`" : "$\"");
    page.indent();
    int from = t.span().start() + 2;
    String source = t.span().source().text();
    for (Term part : t.parts()) {
      boolean text = part instanceof Scalar && part.span().start() == from;
      if (text) {
        page.write(part.span().text());
        from = part.span().end();
      } else {
        embedded(part);
        from = source.indexOf('}', part.span().end()) + 1;
      }
    }
    page.outdent();
    page.write(t.multiLine() ? "`" : "\"");
  }

  private void embedded(Term part) {
    if (part instanceof Scalar s) {
      String value = s.value() instanceof RegoString text ? text.value() : scalar(s);
      page.write(value.replace("{", "\\{"));
      return;
    }
    page.write("{");
    if (part instanceof Ref r
        && r.head() instanceof Comprehension.OfArray c
        && c.span().equals(part.span())) {
      exprs.modified(c.body().exprs().get(0));
    } else {
      term(part);
    }
    page.write("}");
  }

  /** The line of the last character. */
  static int lastLine(Span span) {
    return span.source().line(Math.max(span.start(), span.end() - 1));
  }
}
