package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Comprehension;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The variables of terms that OPA's check of safety looks at, by what the terms are there for. */
final class CheckedVars {
  private CheckedVars() {}

  static boolean isPattern(Term t) {
    return t instanceof Var || t instanceof ArrayTerm || t instanceof ObjectTerm;
  }

  /** The variables of a side: those of elements and values, also of sets that are among them. */
  static Set<String> parts(Term side) {
    Set<String> names = new LinkedHashSet<>();
    if (isPattern(side)) {
      Terms.visit(
          side,
          t -> {
            if (t instanceof ObjectTerm o) {
              for (ObjectTerm.Entry e : o.entries()) {
                names.addAll(elements(e.value()));
              }
            } else if (t instanceof Ref r) {
              operands(r, names);
            } else {
              variable(t, names);
            }
            return t instanceof ArrayTerm || t instanceof SetTerm;
          });
    }
    return names;
  }

  private static Set<String> elements(Term part) {
    return parts(new ArrayTerm(part.span(), List.of(part)));
  }

  private static void variable(Term t, Set<String> names) {
    if (t instanceof Var v && !Vars.isGlobal(v.name())) {
      names.add(v.name());
    }
  }

  /** The variables of an argument that OPA looks at: not those of sets, keys and heads. */
  static Set<String> arguments(Term argument) {
    Set<String> names = new HashSet<>();
    Terms.visit(
        argument,
        t -> {
          if (t instanceof Ref r) {
            for (Term step : r.path()) {
              names.addAll(arguments(step));
            }
          } else if (t instanceof ObjectTerm o) {
            for (ObjectTerm.Entry e : o.entries()) {
              names.addAll(arguments(e.value()));
            }
          } else {
            variable(t, names);
          }
          return t instanceof ArrayTerm || t instanceof TemplateString;
        });
    return names;
  }

  /** The variables of what takes the result of a call: not those of sets and keys. */
  static Set<String> pattern(Term result) {
    Set<String> names = new HashSet<>();
    Terms.visit(
        result,
        t -> {
          if (t instanceof ObjectTerm o) {
            for (ObjectTerm.Entry e : o.entries()) {
              names.addAll(pattern(e.value()));
            }
          } else if (t instanceof Ref r) {
            operands(r, names);
          } else {
            variable(t, names);
          }
          return t instanceof ArrayTerm;
        });
    return names;
  }

  /** Binds the operands of references whose head is known before. */
  static void references(Term term, Known known) {
    Known first = new Known(known.before(), Set.of());
    Terms.visit(
        term,
        t -> {
          if (t instanceof Ref r && first.containsAll(r.head())) {
            operands(r, known.added());
          }
          return !isLookedInto(t);
        });
  }

  /** All variables, those of closures included, but not those of heads. */
  private static void operand(Term operand, Set<String> names) {
    Terms.visit(
        operand,
        t -> {
          variable(t, names);
          if (t instanceof Comprehension) {
            names.addAll(Vars.withoutHeads(t).keySet());
          } else if (t instanceof Ref r) {
            operands(r, names);
          }
          return !isLookedInto(t);
        });
  }

  private static void operands(Ref reference, Set<String> names) {
    for (Term step : reference.path()) {
      if (!(step instanceof Scalar)) { // most are
        operand(step, names);
      }
    }
  }

  private static boolean isLookedInto(Term t) {
    return t instanceof Ref || t instanceof Comprehension || t instanceof TemplateString;
  }
}
