package dev.bylaw.maven;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The packages of some modules, each with the names of its rules that conftest judges by. */
final class ConftestPackages {
  private static final Pattern JUDGE = Pattern.compile("(deny|violation|warn)(_[a-zA-Z0-9]+)*");

  private final SortedMap<String, RulePackage> packages = new TreeMap<>();

  /**
   * A package.
   *
   * @param rules by name, each with whether it is written with {@code contains}
   */
  record RulePackage(List<String> path, NavigableMap<String, Boolean> rules) {}

  ConftestPackages(List<Module> modules) {
    for (Module module : modules) {
      List<String> path = path(module);
      RulePackage found =
          packages.computeIfAbsent(
              String.join(".", path), name -> new RulePackage(path, new TreeMap<>()));
      for (Rule rule : module.rules()) {
        boolean contains = rule.head().key().isPresent();
        name(rule).ifPresent(name -> found.rules().put(name, contains));
      }
    }
  }

  /** One of that name, which may have no rules. */
  RulePackage named(String name) {
    return packages.getOrDefault(name, new RulePackage(List.of(), new TreeMap<>()));
  }

  private static List<String> path(Module module) {
    List<String> names = new ArrayList<>();
    for (Term term : module.packageDeclaration().path().path()) {
      if (term instanceof Scalar scalar && scalar.value() instanceof RegoString name) {
        names.add(name.value());
      }
    }
    return names;
  }

  private static Optional<String> name(Rule rule) {
    return rule.head().reference().head() instanceof Var variable && JUDGE.matches(variable.name())
        ? Optional.of(variable.name())
        : Optional.empty();
  }

  /** The packages that have rules to judge by, with dots between names. */
  List<String> namespaces() {
    return packages.entrySet().stream()
        .filter(e -> !e.getValue().rules().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Those that one of some patterns matches.
   *
   * @param patterns {@code *} stands for any text, dots included, {@code ?} for one character,
   *     {@code [...]} for one of some
   */
  List<String> namespaces(List<String> patterns) {
    List<Pattern> wanted = patterns.stream().map(ConftestPackages::pattern).toList();
    return namespaces().stream()
        .filter(name -> wanted.stream().anyMatch(p -> p.matches(name)))
        .toList();
  }

  private static Pattern pattern(String glob) {
    StringBuilder out = new StringBuilder("(?s)");
    int i = 0;
    while (i < glob.length()) {
      char c = glob.charAt(i);
      int end = c == '[' ? glob.indexOf(']', i + 1) : -1;
      if (end > 0) {
        String inner = glob.substring(i + 1, end);
        boolean not = inner.startsWith("!");
        String members = (not ? inner.substring(1) : inner).replace("\\", "\\\\");
        out.append(not ? "[^" : "[").append(members.replace("[", "\\[")).append(']');
        i = end;
      } else {
        out.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
      }
      i++;
    }
    try {
      return Pattern.compile(out.toString());
    } catch (PatternSyntaxException e) {
      throw new InputException(
          List.of(
              Diagnostic.error(
                  "conftest_namespace",
                  "found %s for namespaces, expected names or patterns with *, ? and [...]"
                      .formatted(glob))));
    }
  }
}
