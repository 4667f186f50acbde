package dev.bylaw.report;

import dev.bylaw.decision.Explainer;
import dev.bylaw.policy.Policy;
import dev.bylaw.policy.Policy.Implementation.RegoRules;
import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.RegoEvaluationException;
import dev.bylaw.rego.RegoProgram;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.explain.Attempt;
import dev.bylaw.rego.explain.AttemptRecorder;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An example for the readers of a policy: a test of it that passes, or an input that it judges.
 *
 * @param name in words
 * @param language of the code, such as {@code rego}
 * @param code as written
 * @param findings the messages that the policy yields in it, each once; none where all complies
 */
public record Example(String name, String language, String code, List<String> findings) {
  private static final String TEST = "test_";

  public Example {
    findings = List.copyOf(findings);
  }

  /** Whether the policy finds nothing in it. */
  public boolean passes() {
    return findings.isEmpty();
  }

  /**
   * The tests in a policy set's folder, by the id of the policy that they ask: those of the
   * policy's package, and of that with {@code _test} behind it. They are run, so what an example
   * shows is what happens.
   *
   * @throws InputException with what is wrong with the Rego
   */
  public static Map<String, List<Example>> read(Path folder, List<Policy> policies) {
    return read(new RegoCompiler().folder(folder), policies);
  }

  /**
   * The same for modules that lie elsewhere.
   *
   * @param compiler that has the policies, their tests and what those import
   * @throws InputException with what is wrong with the Rego
   */
  public static Map<String, List<Example>> read(RegoCompiler compiler, List<Policy> policies) {
    List<Module> modules = compiler.modules();
    RegoProgram program = compiler.compile();
    Map<String, List<Example>> out = new HashMap<>();
    for (Policy policy : policies) {
      if (policy.implementation() instanceof RegoRules rules) {
        List<Example> found = new Tests(program, rules).of(modules);
        if (!found.isEmpty()) {
          out.put(policy.id(), found);
        }
      }
    }
    return out;
  }

  /** The tests of one policy. */
  private record Tests(RegoProgram program, RegoRules rules) {
    List<Example> of(List<Module> modules) {
      String own = String.join(".", rules.packagePath());
      List<Example> out = new ArrayList<>();
      for (Module module : modules) {
        String path = module.packageDeclaration().path().span().text();
        if (path.equals(own) || path.equals(own + "_test")) {
          List<String> where = List.of(path.split("\\.", -1));
          module.rules().forEach(r -> of(r, where).ifPresent(out::add));
        }
      }
      return out;
    }

    private Optional<Example> of(Rule rule, List<String> where) {
      if (!(rule.head().reference().head() instanceof Var name)
          || !name.name().startsWith(TEST)
          || rule.isDefault()) {
        return Optional.empty();
      }
      List<String> path = new ArrayList<>(where);
      path.add(name.name());
      String words = name.name().substring(TEST.length()).replace('_', ' ');
      return findings(path).map(f -> new Example(words, "rego", rule.span().text().strip(), f));
    }

    /** Empty where the test does not pass, or does not ask the policy. */
    private Optional<List<String>> findings(List<String> test) {
      AttemptRecorder recorder = new AttemptRecorder();
      if (!passes(recorder, test)) {
        return Optional.empty();
      }
      List<Attempt> attempts = new ArrayList<>();
      for (String rule : rules.rules()) {
        attempts.addAll(recorder.of("data." + String.join(".", rules.packagePath()) + "." + rule));
      }
      List<String> messages =
          attempts.stream()
              .flatMap(a -> a.yields().stream())
              .map(Explainer::message)
              .distinct()
              .sorted()
              .toList();
      return attempts.isEmpty() ? Optional.empty() : Optional.of(messages);
    }

    private boolean passes(AttemptRecorder recorder, List<String> test) {
      try {
        return program
            .observed(recorder)
            .evaluate(Optional.empty(), test)
            .filter(Tests::holds)
            .isPresent();
      } catch (RegoEvaluationException e) {
        return false; // a test that ends without an answer shows nothing; policy:test tells why
      }
    }

    /** A test with cases holds where each of them does. */
    private static boolean holds(RegoValue value) {
      return value.equals(RegoBoolean.TRUE)
          || (value instanceof RegoObject cases
              && cases.size() > 0
              && cases.toMap().values().stream().allMatch(Tests::holds));
    }
  }
}
