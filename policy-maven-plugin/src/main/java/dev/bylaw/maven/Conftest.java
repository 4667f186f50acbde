package dev.bylaw.maven;

import dev.bylaw.rego.Derivation;
import dev.bylaw.rego.RegoProgram;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges plain documents as conftest does: by the rules {@code deny}, {@code violation} and {@code
 * warn} of a package, also with a suffix ({@code deny_names}), from whose findings {@code
 * exception} rules may except.
 */
final class Conftest {
  private static final String EXCEPTION = "exception";

  private final RegoProgram program;
  private final RegoObject data;
  private final ConftestPackages packages;

  /** What becomes of a finding. */
  enum Outcome {
    FAILURE,
    WARNING,
    EXCEPTION,
    /** It is none: neither text nor an object. */
    IGNORED
  }

  /**
   * A finding.
   *
   * @param place what the rule read last of the document, or its nearest parent
   */
  record Result(Outcome outcome, Span place, String namespace, String message) {
    Result excepted() {
      return outcome == Outcome.IGNORED
          ? this
          : new Result(Outcome.EXCEPTION, place, namespace, message);
    }
  }

  /**
   * Judges by the rules of a program.
   *
   * @param data the program's base documents
   */
  Conftest(RegoProgram program, RegoObject data) {
    this.program = program;
    this.data = data;
    this.packages = new ConftestPackages(program.modules());
  }

  ConftestPackages packages() {
    return packages;
  }

  /**
   * Judges a file by some packages; in the order of packages, inputs, rules and messages.
   *
   * @throws InputException where a rule yields an object without a message
   */
  List<Result> judge(ConftestFile file, List<String> namespaces) {
    RegoObject seen = data.with(RegoString.of("conftest"), file.data());
    RegoProgram there = program.withData(seen);
    List<Result> out = new ArrayList<>();
    for (String namespace : namespaces) {
      ConftestPackages.RulePackage judged = packages.named(namespace);
      file.inputs().forEach(input -> out.addAll(judge(there, input, judged)));
    }
    return out;
  }

  private static List<Result> judge(
      RegoProgram program, ConftestFile.Input input, ConftestPackages.RulePackage judged) {
    Set<RegoValue> exceptions = exceptions(program, input, judged.path());
    List<Result> out = new ArrayList<>();
    judged
        .rules()
        .forEach(
            (rule, contains) -> {
              boolean excepted = exceptions.contains(RegoString.of(suffix(rule)));
              List<String> path = with(judged.path(), rule);
              (contains ? derived(program, input, path) : evaluated(program, input, path))
                  .filter(r -> !r.message().isEmpty())
                  .map(r -> excepted ? r.excepted() : r)
                  .forEach(out::add);
            });
    return out;
  }

  private static Stream<Result> derived(
      RegoProgram program, ConftestFile.Input input, List<String> rule) {
    Map<RegoValue, Span> places = new LinkedHashMap<>();
    for (Derivation d : program.derive(input.value(), rule)) {
      places.putIfAbsent(d.element(), place(input.where(), d.reads()));
    }
    return places.entrySet().stream().map(e -> result(e.getKey(), e.getValue(), rule));
  }

  /** Of a rule that yields its set or list as a whole. */
  private static Stream<Result> evaluated(
      RegoProgram program, ConftestFile.Input input, List<String> rule) {
    Span place = input.where().span();
    Optional<RegoValue> value = program.evaluate(Optional.of(input.value()), rule);
    if (value.isEmpty() || value.get().equals(RegoBoolean.FALSE)) {
      return Stream.of();
    }
    return value.get() instanceof RegoSet || value.get() instanceof RegoArray
        ? values(value.get()).stream().map(e -> result(e, place, rule))
        : Stream.of(ignored(value.get(), place, rule));
  }

  private static Result result(RegoValue element, Span place, List<String> rule) {
    Outcome outcome = name(rule).startsWith("warn") ? Outcome.WARNING : Outcome.FAILURE;
    if (element instanceof RegoString text) {
      return new Result(outcome, place, namespace(rule), text.value());
    } else if (!(element instanceof RegoObject object)) {
      return ignored(element, place, rule);
    } else if (object.get("msg") instanceof RegoString msg) {
      return new Result(outcome, place, namespace(rule), msg.value());
    }
    String found =
        "%s yields %s, expected an object with a text as msg"
            .formatted(String.join(".", rule), element);
    throw new InputException(List.of(Diagnostic.error("conftest_message", place, found)));
  }

  private static Result ignored(RegoValue value, Span place, List<String> rule) {
    String text = "%s yields %s, which is no finding to conftest".formatted(name(rule), value);
    return new Result(Outcome.IGNORED, place, namespace(rule), text);
  }

  private static String name(List<String> rule) {
    return rule.get(rule.size() - 1);
  }

  private static String namespace(List<String> rule) {
    return String.join(".", rule.subList(0, rule.size() - 1));
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

  /** What the elements of {@code exception} have as elements: the suffixes of excepted rules. */
  private static Set<RegoValue> exceptions(
      RegoProgram program, ConftestFile.Input input, List<String> path) {
    return program
        .evaluate(Optional.of(input.value()), with(path, EXCEPTION))
        .map(Conftest::values)
        .orElse(List.of())
        .stream()
        .flatMap(list -> values(list).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<RegoValue> values(RegoValue value) {
    if (value instanceof RegoSet set) {
      return set.toList();
    } else if (value instanceof RegoArray list) {
      return list.toList();
    }
    return value instanceof RegoObject object ? List.copyOf(object.toMap().values()) : List.of();
  }

  private static Span place(Located document, List<List<RegoValue>> reads) {
    return reads.isEmpty() ? document.span() : document.nearest(reads.get(reads.size() - 1)).span();
  }
}
