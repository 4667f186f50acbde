package dev.bylaw.rules.pack;

import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.RegoTestResult;
import dev.bylaw.rego.RegoTests;
import dev.bylaw.rego.ast.AstPrinter;
import dev.bylaw.rego.ast.Import;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.parser.RegoSyntax;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A rule or what rules have in common, its tests and the modules that they import.
 *
 * @param id {@code cluster/workers-within-limit}, {@code lib/clusters}
 */
record TestedRule(String id, SourceFile rule, List<SourceFile> others) {
  /** What comes of a mutation. */
  enum Outcome {
    /** A test fails, or ends with an error. */
    FOUND,
    SURVIVED,
    /** The module does not compile. */
    NO_MODULE
  }

  TestedRule {
    others = List.copyOf(others);
  }

  /**
   * Takes what the tests of a rule need.
   *
   * @param tests the module with the tests
   * @param packages modules by their package, {@code bylaw.lib.sql}
   */
  static TestedRule of(
      String id, SourceFile rule, SourceFile tests, Map<String, SourceFile> packages) {
    Map<String, SourceFile> needed = new LinkedHashMap<>();
    addImports(rule, packages, needed);
    addImports(tests, packages, needed);
    needed.remove(packageOf(rule));
    needed.put(packageOf(tests), tests);
    return new TestedRule(id, rule, List.copyOf(needed.values()));
  }

  /**
   * Takes a module that rules import; their tests are its tests.
   *
   * @param tests those that it has beside them
   */
  static TestedRule shared(
      String id, SourceFile module, Optional<SourceFile> tests, Collection<TestedRule> rules) {
    Set<SourceFile> others = new LinkedHashSet<>();
    tests.ifPresent(others::add);
    for (TestedRule user : rules) {
      if (user.others.contains(module)) {
        others.add(user.rule);
        others.addAll(user.others);
      }
    }
    others.remove(module);
    return new TestedRule(id, module, List.copyOf(others));
  }

  private static void addImports(
      SourceFile module, Map<String, SourceFile> packages, Map<String, SourceFile> needed) {
    for (Import each : parsed(module).imports()) {
      String path = name(AstPrinter.print(each.path()));
      Optional.ofNullable(packages.get(path))
          .filter(imported -> needed.putIfAbsent(path, imported) == null)
          .ifPresent(imported -> addImports(imported, packages, needed));
    }
  }

  static Module parsed(SourceFile source) {
    RegoSyntax.Parsed<Module> parsed = RegoSyntax.parse(source, RegoVersion.V1);
    return parsed.tree().orElseThrow(() -> new InputException(parsed.diagnostics()));
  }

  static String packageOf(SourceFile source) {
    return name(AstPrinter.print(parsed(source).packageDeclaration().path()));
  }

  private static String name(String path) {
    return path.startsWith("data.") ? path.substring("data.".length()) : path;
  }

  List<Mutation> mutations() {
    return Mutations.of(parsed(rule));
  }

  /** Whether tests fail for the rule as it is. */
  boolean fails() {
    return outcome(rule) != Outcome.SURVIVED;
  }

  Outcome outcome(Mutation mutation) {
    return outcome(mutation.mutant());
  }

  private Outcome outcome(SourceFile own) {
    RegoCompiler compiler = new RegoCompiler().module(own);
    others.forEach(compiler::module);
    RegoTests tests;
    try {
      tests = new RegoTests(compiler);
    } catch (InputException e) {
      return Outcome.NO_MODULE;
    }
    return tests.tests().stream().map(tests::run).allMatch(RegoTestResult::isFine)
        ? Outcome.SURVIVED
        : Outcome.FOUND;
  }
}
