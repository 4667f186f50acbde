package dev.bylaw.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bylaw.policy.Policy;
import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.RegoProgram;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GovernanceCouncilTest {
  @Test
  void everyPolicySaysWhyAndHow() {
    assertThat(Examples.council().policies())
        .hasSizeGreaterThanOrEqualTo(10)
        .allSatisfy(
            policy -> {
              assertThat(policy.description()).as("description of " + policy.id()).isNotBlank();
              assertThat(policy.remediation()).as("remediation of " + policy.id()).isPresent();
              assertThat(policy.characteristic())
                  .as("characteristic of " + policy.id())
                  .isPresent();
            });
  }

  @Test
  void everyPolicyHasTests() {
    List<String> tested = tests().stream().map(t -> t.get(t.size() - 2)).distinct().toList();
    assertThat(Examples.council().policies().stream().map(Policy::id))
        .filteredOn(id -> !id.startsWith("sql/"))
        .allSatisfy(
            id ->
                assertThat(tested)
                    .contains(id.substring(id.indexOf('/') + 1).replace('-', '_') + "_test"));
  }

  @Test
  void allTestsPass() {
    RegoProgram program = compiler().compile();
    assertThat(tests())
        .hasSizeGreaterThan(30)
        .allSatisfy(
            test ->
                assertThat(program.evaluate(Optional.empty(), test))
                    .as(String.join(".", test))
                    .contains(RegoBoolean.TRUE));
  }

  /** The same files, unchanged, in OPA; skipped where there is no binary. */
  @Test
  void allTestsPassInOpa() throws IOException, InterruptedException {
    Optional<Path> opa = opa();
    assumeTrue(opa.isPresent(), "SKIPPED: there is no opa binary; set OPA_BIN or add it to PATH");
    Process process =
        new ProcessBuilder(opa.get().toString(), "test", "-v", Examples.COUNCIL.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("PASS: " + tests().size() + "/" + tests().size());
  }

  private static Optional<Path> opa() {
    String named = System.getenv("OPA_BIN");
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    Stream<Path> candidates =
        named != null
            ? Stream.of(Path.of(named))
            : Arrays.stream(path.split(File.pathSeparator, -1)).map(p -> Path.of(p, "opa"));
    return candidates.filter(Files::isExecutable).findFirst();
  }

  /** Paths of the rules that are tests, below {@code data}. */
  private static List<List<String>> tests() {
    List<List<String>> tests = new ArrayList<>();
    for (Module module : compiler().modules()) {
      List<String> folder =
          module.packageDeclaration().path().path().stream()
              .map(GovernanceCouncilTest::text)
              .toList();
      module.rules().stream()
          .map(rule -> text(rule.head().reference().head()))
          .filter(name -> name.startsWith("test_"))
          .distinct()
          .forEach(name -> tests.add(Stream.concat(folder.stream(), Stream.of(name)).toList()));
    }
    return tests;
  }

  private static String text(Term term) {
    if (term instanceof Scalar scalar && scalar.value() instanceof RegoString string) {
      return string.value();
    }
    return ((Var) term).name();
  }

  private static RegoCompiler compiler() {
    RegoCompiler compiler = new RegoCompiler();
    try (Stream<Path> files = Files.walk(Examples.COUNCIL)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".rego")).sorted().toList()) {
        compiler.module(SourceFile.of(file.toString(), Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compiler;
  }
}
