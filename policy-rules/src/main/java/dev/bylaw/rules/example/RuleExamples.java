package dev.bylaw.rules.example;

import dev.bylaw.policy.Check;
import dev.bylaw.policy.Policy;
import dev.bylaw.policy.Policy.Implementation.BuiltIn;
import dev.bylaw.policy.Policy.Implementation.RegoRules;
import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.report.Example;
import dev.bylaw.rules.SubjectLoader;
import dev.bylaw.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Examples of the rules that come with Bylaw: the tests of those in Rego, and of checks in Java an
 * input with a fault and one without. All of them are run, so what an example shows is what
 * happens.
 */
public final class RuleExamples {
  private static final String PACK = "/META-INF/bylaw/packs/bylaw/standard/";
  private static final String INPUTS = "/dev/bylaw/rules/check/examples/";
  private static final String ROOT = "bylaw";

  private final RegoCompiler compiler = new RegoCompiler();
  private final Set<String> read = new HashSet<>();

  private RuleExamples() {}

  /** Examples by the policy's id; none of policies that do not come with Bylaw. */
  public static Map<String, List<Example>> of(List<Policy> policies) {
    RuleExamples examples = new RuleExamples();
    List<Policy> rules = new ArrayList<>();
    Map<String, List<Example>> out = new HashMap<>();
    for (Policy policy : policies) {
      if (policy.implementation() instanceof RegoRules rego && examples.add(rego.packagePath())) {
        rules.add(policy);
      } else if (policy.implementation() instanceof BuiltIn builtIn) {
        List<Example> found = inputs(builtIn.check());
        if (!found.isEmpty()) {
          out.put(policy.id(), found);
        }
      }
    }
    out.putAll(Example.read(examples.compiler, rules));
    return out;
  }

  /** A rule with its tests and all that they import; not one of another pack. */
  private boolean add(List<String> packagePath) {
    if (packagePath.size() < 2 || !packagePath.get(0).equals(ROOT)) {
      return false;
    }
    String name = packagePath.get(packagePath.size() - 1);
    String folder = String.join("/", packagePath.subList(1, packagePath.size())) + "/";
    boolean found = module(folder + name + "_test.rego") && module(folder + name + ".rego");
    imported();
    return found;
  }

  private boolean module(String path) {
    if (read.add(path)) {
      Optional<SourceFile> source = resource(PACK, path);
      source.ifPresent(compiler::module);
      return source.isPresent();
    }
    return true;
  }

  private void imported() {
    int before;
    do {
      before = read.size();
      for (Module module : List.copyOf(compiler.modules())) {
        module.imports().forEach(i -> library(i.path().span().text()));
      }
    } while (read.size() > before);
  }

  private void library(String path) {
    String start = "data." + ROOT + ".lib.";
    if (path.startsWith(start)) {
      module("lib/" + path.substring(start.length()) + ".rego");
    }
  }

  /** Those with findings first. */
  private static List<Example> inputs(Check check) {
    List<Example> out = new ArrayList<>();
    for (String name : List.of("fails", "passes")) {
      for (String language : List.of("yaml", "sql")) {
        resource(INPUTS, check.id() + "/" + name + "." + language)
            .map(source -> input(check, language, source))
            .ifPresent(out::add);
      }
    }
    return out;
  }

  private static Example input(Check check, String language, SourceFile source) {
    List<String> findings =
        SubjectLoader.load(source).subjects().stream()
            .filter(s -> check.subjects().contains(s.kind()))
            .flatMap(s -> check.check(s).stream())
            .map(Check.Violation::message)
            .distinct()
            .sorted()
            .toList();
    String name = findings.isEmpty() ? "an input" : "an input with a fault";
    return new Example(name, language, source.text().strip(), findings);
  }

  private static Optional<SourceFile> resource(String folder, String path) {
    try (InputStream in = RuleExamples.class.getResourceAsStream(folder + path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(SourceFile.of(path, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("the rules that come with Bylaw cannot be read", e);
    }
  }
}
