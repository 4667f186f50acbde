package dev.bylaw.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.Pattern;
import dev.bylaw.source.DiagnosticRenderer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RegoTestsTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/bylaw/rego/tests");

  private static RegoTests tests() {
    return new RegoTests(new RegoCompiler().folder(FOLDER));
  }

  private static RegoTestResult run(String name) {
    RegoTests tests = tests();
    List<RegoTest> found = tests.tests(Pattern.compile("\\." + name + "$"));
    assertThat(found).hasSize(1);
    return tests.run(found.get(0));
  }

  @Test
  void testsEndAsInOpa() throws IOException, InterruptedException {
    assumeTrue(OpaBinary.find().isPresent(), "SKIPPED: there is no opa binary");
    Process opa =
        new ProcessBuilder(
                OpaBinary.find().orElseThrow().toString(),
                "test",
                "--format=json",
                FOLDER.toString())
            .redirectErrorStream(true)
            .start();
    Map<String, String> wanted = new TreeMap<>();
    for (JsonNode one : new ObjectMapper().readTree(opa.getInputStream())) {
      wanted.put(one.path("package").asText() + "." + one.path("name").asText(), status(one));
    }
    opa.waitFor();
    RegoTests tests = tests();
    Map<String, String> found = new TreeMap<>();
    tests.tests().forEach(t -> found.put(t.fullName(), tests.run(t).status().name()));
    assertThat(found).isEqualTo(wanted);
  }

  private static String status(JsonNode one) {
    if (one.has("skip")) {
      return "SKIPPED";
    } else if (one.has("error")) {
      return "ERROR";
    }
    return one.has("fail") ? "FAIL" : "PASS";
  }

  @Test
  void aFailureNamesTheExpressionAndTheVariables() {
    RegoTestResult result = run("test_fail");
    assertThat(DiagnosticRenderer.render(result.problems().get(0)))
        .contains("a_test.rego:10:2")
        .contains("this does not hold")
        .contains("y = 4");
  }

  @Test
  void casesHaveResultsOfTheirOwn() {
    assertThat(run("test_cases").cases())
        .containsExactly(Map.entry("a", true), Map.entry("b", false));
    assertThat(run("test_deep").cases())
        .containsExactly(Map.entry("a/c", true), Map.entry("b/c", false));
  }

  @Test
  void theSecondDefinitionIsATestOfItsOwn() {
    assertThat(run("test_dup").status()).isEqualTo(RegoTestResult.Status.PASS);
    assertThat(run("test_dup#01").status()).isEqualTo(RegoTestResult.Status.FAIL);
  }

  @Test
  void whatRulesPrintIsKept() {
    assertThat(run("test_print").printed()).hasSize(1);
  }

  @Test
  void coverageIsThatOfAllTestsThatRan() throws IOException, InterruptedException {
    RegoTests tests = tests();
    assertThat(tests.coverage().percentage()).isZero();
    tests.tests().forEach(tests::run);
    assertThat(tests.coverage().files())
        .hasEntrySatisfying("a.rego", file -> assertThat(file.notCoveredLines()).isZero());
    assertThat(tests.coverage().percentage()).isGreaterThan(50);
  }
}
