package dev.bylaw.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tests cover, next to {@code opa test --coverage}. */
class OpaCoverageTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../examples/governance-council/cost",
        "../examples/governance-council/contract",
        "../examples/governance-council/naming",
        "../examples/governance-council/quality"
      })
  void linesAreCountedAsOpaCountsThem(String folder) throws IOException, InterruptedException {
    assumeTrue(OpaBinary.find().isPresent(), "SKIPPED: there is no opa binary");
    Process opa =
        new ProcessBuilder(OpaBinary.find().orElseThrow().toString(), "test", "--coverage", folder)
            .redirectErrorStream(true)
            .start();
    JsonNode wanted = JSON.readTree(opa.getInputStream());
    opa.waitFor();
    RegoTests tests = RegoTests.ofFolder(Path.of(folder), RegoTests.TIMEOUT);
    tests.tests().forEach(tests::run);
    assertThat(tests.coverage().coveredLines()).isEqualTo(wanted.path("covered_lines").asInt());
    assertThat(tests.coverage().notCoveredLines())
        .isEqualTo(wanted.path("not_covered_lines").asInt());
    assertThat(tests.coverage().percentage())
        .isCloseTo(wanted.path("coverage").asDouble(), offset(0.01));
  }
}
