package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What some definitions read by themselves, not through others: the constant beginnings of their
 * references to {@code input} and {@code data}, and the built-ins that they call.
 */
public final class Dependencies {
  private final Set<List<String>> input = new HashSet<>();
  private final Set<List<String>> data = new HashSet<>();
  private final Set<String> builtins = new HashSet<>();

  public void add(CompiledRule rule) {
    Terms.visit(rule.rule(), this::term);
    visit(rule.keys());
  }

  /** Paths below {@code input}; the empty one is all of it. */
  public Set<List<String>> input() {
    return input;
  }

  /** Paths below {@code data}, of rules and of base documents. */
  public Set<List<String>> data() {
    return data;
  }

  /** By name; those of operators by their words. */
  public Set<String> builtins() {
    return builtins;
  }

  private void visit(List<Term> terms) {
    for (Term term : terms) {
      if (!(term instanceof Scalar)) { // most are
        Terms.visit(term, this::term);
      }
    }
  }

  private boolean term(Term term) {
    if (term instanceof Var v) {
      root(v.name(), List.of());
    } else if (term instanceof Ref r && r.head() instanceof Var v) {
      root(v.name(), constants(r.path()));
      visit(r.path());
      return false;
    } else if (term instanceof Call c && c.operator() instanceof Var v) {
      builtins.add(v.name());
    }
    return true;
  }

  private void root(String name, List<String> path) {
    if (name.equals("input")) {
      input.add(path);
    } else if (name.equals("data")) {
      data.add(path);
    }
  }

  /** The operands up to the first that is not a constant text. */
  public static List<String> constants(List<Term> operands) {
    List<String> names = new ArrayList<>();
    for (Term operand : operands) {
      if (!(operand instanceof Scalar s && s.value() instanceof RegoString name)) {
        break;
      }
      names.add(name.value());
    }
    return names;
  }
}
