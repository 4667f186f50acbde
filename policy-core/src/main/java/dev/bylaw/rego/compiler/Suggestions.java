package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Import;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinRegistry;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Guesses what some misspelt names were meant to be. Only asked when something is wrong. */
final class Suggestions {
  /** Each guess looks at all names of a program. */
  private static final int MAX = 100;

  private final RuleTree tree;
  private final BuiltinRegistry registry;
  private final Map<String, Set<String>> imports = new HashMap<>();
  private int asked;

  /**
   * @param modules whose imports may be meant, each in its own file
   */
  Suggestions(RuleTree tree, BuiltinRegistry registry, List<Module> modules) {
    this.tree = tree;
    this.registry = registry;
    for (Module m : modules) {
      Set<String> names = imports(m.span());
      for (Import i : m.imports()) {
        Globals.name(i).ifPresent(names::add);
      }
    }
  }

  private Set<String> imports(Span place) {
    return imports.computeIfAbsent(place.source().name(), n -> new TreeSet<>());
  }

  /** A function by its full name. */
  String function(String name, Span place) {
    if (asked++ >= MAX) {
      return "";
    }
    List<String> known = new ArrayList<>();
    registry.all().stream().map(Builtin::name).forEach(known::add);
    List<RuleTree.Node> open = new ArrayList<>(List.of(tree.root()));
    while (!open.isEmpty()) {
      RuleTree.Node node = open.remove(open.size() - 1);
      open.addAll(node.children().values());
      if (node.rules().stream().anyMatch(r -> r.rule().head().args().isPresent())) {
        known.add(node.toString());
        String full = node.toString();
        known.add(full.substring(full.lastIndexOf('.') + 1));
      }
    }
    int dot = name.indexOf('.');
    if (dot > 0) {
      imports(place).forEach(i -> known.add(i + name.substring(dot)));
    }
    return detail(name, known);
  }

  /** A variable that may be an import, or the name of a rule beside the one at a path. */
  String variable(String name, List<String> path, Span place) {
    if (asked++ >= MAX) {
      return "";
    }
    List<String> known = new ArrayList<>(imports(place));
    RuleTree.Node node = tree.root();
    for (String step : path) {
      for (RegoValue child : node.children().keySet()) {
        if (child instanceof RegoString s) {
          known.add(s.value());
        }
      }
      node = node.children().get(RegoString.of(step));
      if (node == null) {
        break;
      }
    }
    return detail(name, known);
  }

  /** Empty, or a detail to stand behind a message. */
  static String detail(String name, Collection<String> known) {
    return closest(name, known).map(k -> " (did you mean " + k + "?)").orElse("");
  }

  /** The known name with the fewest differences; none if more than a third is different. */
  private static Optional<String> closest(String name, Collection<String> known) {
    int limit = Math.min(2, name.length() / 3);
    return known.stream()
        .filter(k -> !k.equals(name) && Math.abs(k.length() - name.length()) <= limit)
        .filter(k -> distance(name, k) <= limit)
        .min(Comparator.comparingInt((String k) -> distance(name, k)).thenComparing(k -> k));
  }

  /** Letters to insert, leave out, change, or swap with the next. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
