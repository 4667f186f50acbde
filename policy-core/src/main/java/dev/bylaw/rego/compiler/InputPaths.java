package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which parts of the input rules may read, themselves and through the rules they name. A part is
 * the constant beginning of a reference: {@code input.sql.tables[_].name} reads {@code sql,
 * tables}. Thread-safe; what was found out is kept.
 */
public final class InputPaths {
  private final TreeMap<String, List<CompiledRule>> byName = new TreeMap<>();
  private final Map<String, Set<List<String>>> own = new HashMap<>();
  private final Map<String, Set<String>> needs = new HashMap<>();

  InputPaths(List<CompiledRule> rules) {
    for (CompiledRule rule : rules) {
      byName.computeIfAbsent(key(rule.path()), k -> new ArrayList<>()).add(rule);
    }
  }

  /** Ends with a separator, so that one name is never the beginning of another. */
  private static String key(List<String> path) {
    return String.join("\0", path) + "\0";
  }

  /** The parts that a rule may read; the empty path is the whole input. */
  public synchronized Set<List<String>> of(List<String> rule) {
    Set<List<String>> paths = new LinkedHashSet<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(under(key(rule)));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (seen.add(name)) {
        scan(name);
        paths.addAll(own.getOrDefault(name, Set.of()));
        open.addAll(needs.getOrDefault(name, Set.of()));
      }
    }
    return paths;
  }

  private void scan(String name) {
    if (own.containsKey(name)) {
      return;
    }
    Set<List<String>> paths = new LinkedHashSet<>();
    Set<String> rules = new LinkedHashSet<>();
    own.put(name, paths);
    needs.put(name, rules);
    for (CompiledRule rule : byName.getOrDefault(name, List.of())) {
      Terms.visit(rule.rule(), t -> term(t, paths, rules));
    }
  }

  private boolean term(Term term, Set<List<String>> paths, Set<String> rules) {
    if (term instanceof Var v && v.name().equals("input")) {
      paths.add(List.of());
    } else if (term instanceof Ref r && r.head() instanceof Var v && v.name().equals("input")) {
      paths.add(constants(r));
      for (Term step : r.path()) {
        if (!(step instanceof Scalar)) {
          inner(step, paths, rules);
        }
      }
      return false;
    } else if (term instanceof Ref r && r.head() instanceof Var v && v.name().equals("data")) {
      named(constants(r), rules);
    }
    return true;
  }

  /** Operands may be references themselves. */
  private void inner(Term operand, Set<List<String>> paths, Set<String> rules) {
    Terms.visit(operand, t -> term(t, paths, rules));
  }

  private static List<String> constants(Ref ref) {
    List<String> names = new ArrayList<>();
    for (Term t : ref.path()) {
      if (!(t instanceof Scalar s && s.value() instanceof RegoString name)) {
        break;
      }
      names.add(name.value());
    }
    return names;
  }

  /** The rule that a path leads to or through, or else all rules below it. */
  private void named(List<String> path, Set<String> out) {
    for (int i = path.size(); i > 0; i--) {
      String name = key(path.subList(0, i));
      if (byName.containsKey(name)) {
        out.add(name);
        return;
      }
    }
    out.addAll(under(path.isEmpty() ? "" : key(path)));
  }

  private Set<String> under(String prefix) {
    return byName.subMap(prefix, prefix + Character.MAX_VALUE).keySet();
  }
}
