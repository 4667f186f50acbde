package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;

/** OPA's words for kinds of terms. */
final class TermKinds {
  private TermKinds() {}

  static String of(Term term) {
    if (term instanceof Scalar s) {
      return s.value().typeName();
    } else if (term instanceof Var) {
      return "var";
    } else if (term instanceof Ref r) {
      return r.path().isEmpty() ? "var" : "ref";
    } else if (term instanceof ArrayTerm) {
      return "array";
    } else if (term instanceof ObjectTerm) {
      return "object";
    } else if (term instanceof SetTerm) {
      return "set";
    } else if (term instanceof Call) {
      return "call";
    } else if (term instanceof TemplateString) {
      return "templatestring";
    } else if (term instanceof Comprehension.OfArray) {
      return "arraycomprehension";
    }
    return term instanceof Comprehension.OfSet ? "setcomprehension" : "objectcomprehension";
  }
}
