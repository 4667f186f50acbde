package dev.bylaw.maven;

import dev.bylaw.rego.Derivation;
import dev.bylaw.rego.RegoProgram;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Judges plain documents as conftest does: by the rules {@code deny}, {@code violation} and {@code
 * warn} of a package, also with a suffix ({@code deny_names}), from whose findings {@code
 * exception} rules may except.
 */
final class Conftest {
  private static final String EXCEPTION = "exception";

  private final RegoProgram program;
  private final Map<List<String>, Set<String>> rules = new TreeMap<>(Conftest::compare);

  /** What becomes of a finding. */
  enum Outcome {
    FAILURE,
    WARNING,
    EXCEPTION
  }

  /**
   * A finding.
   *
   * @param place what the rule read last of the document, or its nearest parent
   */
  record Result(Outcome outcome, Span place, String namespace, String message) {}

  Conftest(RegoProgram program) {
    this.program = program;
    for (Module module : program.modules()) {
      Set<String> names = rules.computeIfAbsent(path(module), k -> new TreeSet<>());
      module.rules().stream().map(Conftest::name).flatMap(Optional::stream).forEach(names::add);
    }
  }

  private static int compare(List<String> a, List<String> b) {
    return String.join("/", a).compareTo(String.join("/", b));
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
    return rule.head().reference().head() instanceof Var variable && isJudge(variable.name())
        ? Optional.of(variable.name())
        : Optional.empty();
  }

  private static boolean isJudge(String name) {
    return List.of("deny", "violation", "warn").stream()
        .anyMatch(word -> name.equals(word) || name.startsWith(word + "_"));
  }

  /** The packages that have rules to judge by, with dots between names. */
  List<String> namespaces() {
    return rules.entrySet().stream()
        .filter(e -> !e.getValue().isEmpty())
        .map(e -> String.join(".", e.getKey()))
        .toList();
  }

  /** Judges a document by one package; in the order of rules and messages. */
  List<Result> judge(Located document, String namespace) {
    List<String> path = List.of(namespace.split("\\.", -1));
    List<Result> out = new ArrayList<>();
    for (String rule : rules.getOrDefault(path, Set.of())) {
      Outcome outcome = rule.startsWith("warn") ? Outcome.WARNING : Outcome.FAILURE;
      boolean excepted = exceptions(document, path).contains(suffix(rule));
      for (Derivation d : program.derive(document.value(), with(path, rule))) {
        out.add(
            new Result(
                excepted ? Outcome.EXCEPTION : outcome,
                place(document, d.reads()),
                namespace,
                message(d.element())));
      }
    }
    return out.stream().distinct().toList();
  }

  private static String suffix(String rule) {
    int at = rule.indexOf('_');
    return at < 0 ? "" : rule.substring(at + 1);
  }

  private static List<String> with(List<String> path, String rule) {
    List<String> all = new ArrayList<>(path);
    all.add(rule);
    return all;
  }

  /** The suffixes of the rules that {@code exception} names; its elements are lists of them. */
  private Set<String> exceptions(Located document, List<String> path) {
    Set<String> names = new TreeSet<>();
    program
        .evaluate(Optional.of(document.value()), with(path, EXCEPTION))
        .filter(RegoSet.class::isInstance)
        .map(RegoSet.class::cast)
        .ifPresent(lists -> lists.toList().forEach(list -> texts(list, names)));
    return names;
  }

  private static void texts(RegoValue value, Set<String> out) {
    if (value instanceof RegoString text) {
      out.add(text.value());
    } else if (value instanceof RegoArray list) {
      list.toList().forEach(element -> texts(element, out));
    }
  }

  private static Span place(Located document, List<List<RegoValue>> reads) {
    return reads.isEmpty() ? document.span() : document.nearest(reads.get(reads.size() - 1)).span();
  }

  private static String message(RegoValue element) {
    return element instanceof RegoString text
        ? text.value()
        : element instanceof RegoObject object && object.get("msg") instanceof RegoString msg
            ? msg.value()
            : element.toString();
  }
}
