package dev.bylaw.rego.lint;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Import;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.Node;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A module among those it is read with. */
final class LintModule {
  private final Module module;
  private final List<String> path;
  private final LintSet set;
  private final IdentityHashMap<Rule, Set<String>> declared = new IdentityHashMap<>();

  LintModule(Module module, List<String> path, LintSet set) {
    this.module = module;
    this.path = List.copyOf(path);
    this.set = set;
  }

  Module module() {
    return module;
  }

  /** Of its package, below {@code data}. */
  List<String> path() {
    return path;
  }

  LintSet set() {
    return set;
  }

  /** The variables of a rule. */
  Set<String> declared(Rule rule) {
    return declared.computeIfAbsent(rule, Names::declared);
  }

  SourceFile source() {
    return module.span().source();
  }

  List<Rule> rules() {
    return module.rules();
  }

  /** All nodes of one type that rules have. */
  <T extends Node> Stream<T> all(Class<T> type) {
    return rules().stream().flatMap(r -> Walk.all(r, type));
  }

  /** All bodies that are written. */
  Stream<Body> bodies() {
    Set<Body> absent = Collections.newSetFromMap(new IdentityHashMap<>());
    all(Rule.class).filter(r -> !Names.hasBody(r)).forEach(r -> absent.add(r.body()));
    return all(Body.class).filter(b -> !absent.contains(b));
  }

  /** Whether its file is one of tests. */
  boolean isTestFile() {
    return source().name().endsWith("_test.rego");
  }

  boolean isTestPackage() {
    return !path.isEmpty() && path.get(path.size() - 1).endsWith("_test");
  }

  Stream<Rule> tests() {
    return rules().stream().filter(r -> isTest(Names.of(r)));
  }

  static boolean isTest(String rule) {
    return rule.startsWith("test_") || rule.startsWith("todo_test_");
  }

  /** The rules that make findings. */
  Stream<Rule> judging() {
    return rules().stream()
        .filter(r -> r.head().key().isPresent())
        .filter(r -> List.of("deny", "violation", "warn").contains(Names.of(r)));
  }

  Stream<Import> imports() {
    return module.imports().stream();
  }

  /**
   * The path below {@code data} that a name or reference means, as far as it is constant; empty
   * where it means a variable, the input or a built-in.
   *
   * @param rule where it stands
   */
  Optional<List<String>> document(Term term, Rule rule) {
    List<String> names = Names.path(term);
    if (names.isEmpty() || declared(rule).contains(names.get(0))) {
      return Optional.empty();
    }
    String first = names.get(0);
    if (first.equals("data")) {
      return Optional.of(names.subList(1, names.size()));
    }
    List<String> rest = names.subList(1, names.size());
    Optional<Import> imported = imports().filter(i -> Names.of(i).equals(first)).findFirst();
    if (imported.isPresent()) {
      List<String> target = Names.path(imported.get().path());
      return target.get(0).equals("data")
          ? Optional.of(joined(target.subList(1, target.size()), rest))
          : Optional.empty();
    }
    return set.rules(path).containsKey(first) ? Optional.of(joined(path, names)) : Optional.empty();
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
