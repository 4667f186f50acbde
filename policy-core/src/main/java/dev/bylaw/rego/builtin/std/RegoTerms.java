package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Terms of Rego as values, in the form that OPA gives its syntax trees in JSON. */
final class RegoTerms {
  private static final Set<String> DOCUMENTS = Set.of("input", "data");

  private RegoTerms() {}

  static RegoArray all(List<Term> terms) {
    return RegoArray.of(terms.stream().map(RegoTerms::term).toList());
  }

  static RegoValue term(Term term) {
    if (term instanceof Var v) {
      boolean document = DOCUMENTS.contains(v.name());
      return document ? typed("ref", RegoArray.of(variable(v.name()))) : variable(v.name());
    } else if (term instanceof Scalar s) {
      return typed(s.value().typeName(), s.value() == RegoNull.NULL ? RegoObject.EMPTY : s.value());
    } else if (term instanceof Ref r) {
      return reference(r);
    } else if (term instanceof Call c) {
      return typed("call", call(c));
    } else if (term instanceof ArrayTerm a) {
      return typed("array", all(a.elements()));
    } else if (term instanceof SetTerm s) {
      return typed("set", RegoArray.of(sorted(s.elements(), e -> e, RegoTerms::term)));
    } else if (term instanceof ObjectTerm o) {
      return typed(
          "object", RegoArray.of(sorted(o.entries(), ObjectTerm.Entry::key, RegoTerms::entry)));
    } else if (term instanceof TemplateString t) {
      return typed("templatestring", template(t));
    }
    return comprehension((Comprehension) term);
  }

  /** In order of the values if the terms to sort by are literals, otherwise as written. */
  private static <T> List<RegoValue> sorted(
      List<T> elements, Function<T, Term> key, Function<T, RegoValue> shown) {
    Stream<T> stream = elements.stream();
    if (elements.stream().map(key).allMatch(Scalar.class::isInstance)) {
      stream = stream.sorted(Comparator.comparing(e -> ((Scalar) key.apply(e)).value()));
    }
    return stream.map(shown).toList();
  }

  private static RegoObject typed(String type, RegoValue value) {
    return RegoObject.builder().put("type", RegoString.of(type)).put("value", value).build();
  }

  private static RegoObject variable(String name) {
    return typed("var", RegoString.of(name));
  }

  private static RegoArray entry(ObjectTerm.Entry entry) {
    return RegoArray.of(term(entry.key()), term(entry.value()));
  }

  static RegoValue reference(Ref ref) {
    boolean name =
        ref.path().isEmpty() && ref.head() instanceof Var v && !DOCUMENTS.contains(v.name());
    return name ? parts(ref).get(0) : typed("ref", parts(ref));
  }

  /** The parts of a reference; its head is a plain variable. */
  static RegoArray parts(Ref ref) {
    List<RegoValue> parts = new ArrayList<>();
    parts.add(ref.head() instanceof Var v ? variable(v.name()) : term(ref.head()));
    ref.path().forEach(part -> parts.add(term(part)));
    return RegoArray.of(parts);
  }

  /** The operator and the operands. */
  static RegoArray call(Call call) {
    List<RegoValue> parts = new ArrayList<>();
    parts.add(call.operator() instanceof Var v ? operator(v.name()) : term(call.operator()));
    call.args().forEach(arg -> parts.add(term(arg)));
    return RegoArray.of(parts);
  }

  static RegoObject operator(String name) {
    List<RegoValue> parts = new ArrayList<>();
    for (String part : Strings.split(name, ".")) {
      parts.add(parts.isEmpty() ? variable(part) : typed("string", RegoString.of(part)));
    }
    return typed("ref", RegoArray.of(parts));
  }

  private static RegoObject template(TemplateString template) {
    List<RegoValue> parts = new ArrayList<>();
    for (Term part : template.parts()) {
      boolean literal = part instanceof Scalar;
      parts.add(
          literal
              ? term(part)
              : RegoBodies.expression(0, new Expr.TermExpr(part.span(), part, List.of())));
    }
    return RegoObject.builder()
        .put("multi_line", RegoBoolean.of(template.multiLine()))
        .put("parts", RegoArray.of(parts))
        .build();
  }

  private static RegoObject comprehension(Comprehension comprehension) {
    RegoObject.Builder parts =
        RegoObject.builder().put("body", RegoBodies.body(comprehension.body()));
    if (comprehension instanceof Comprehension.OfArray a) {
      return typed("arraycomprehension", parts.put("term", term(a.element())).build());
    } else if (comprehension instanceof Comprehension.OfSet s) {
      return typed("setcomprehension", parts.put("term", term(s.element())).build());
    } else if (comprehension instanceof Comprehension.OfObject o) {
      parts.put("key", term(o.key())).put("value", term(o.value()));
    }
    return typed("objectcomprehension", parts.build());
  }
}
