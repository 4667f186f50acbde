package dev.bylaw.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints size and time of each format. {@code -Dtest=ReportSizeTest -Dreport.findings=100000
 * -Dreport.heap=512m} for more.
 */
class ReportSizeTest {
  private static final int FINDINGS = Integer.getInteger("report.findings", 30_000);
  private static final String HEAP = System.getProperty("report.heap", "192m");

  @Test
  void manyFindingsNeedLittleMemory(@TempDir Path folder) throws IOException, InterruptedException {
    Process load =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP,
                "-Xss2m",
                "-cp",
                classPath(),
                ReportLoad.class.getName(),
                String.valueOf(FINDINGS),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String printed = new String(load.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.println(printed.strip());
    assertThat(load.waitFor()).as(printed).isZero();
    assertThat(printed).contains("findings " + FINDINGS);
    for (ReportFormat format : ReportFormat.values()) {
      assertThat(folder.resolve(format.fileName())).isNotEmptyFile();
    }
    sarifIsWithinGitHubsLimits(folder.resolve(ReportFormat.SARIF.fileName()));
    assertThat(folder.resolve(ReportFormat.MARKDOWN.fileName())).satisfies(this::fitsASummary);
    try (var lines = Files.lines(folder.resolve(ReportFormat.CSV.fileName()))) {
      assertThat(lines.count()).isEqualTo(FINDINGS + 1);
    }
  }

  /** Whatever loaded the tests: the places of what the run needs. */
  private static String classPath() {
    return Stream.of(
            ReportLoad.class,
            Report.class,
            com.google.re2j.Pattern.class,
            com.fasterxml.jackson.core.JsonGenerator.class,
            com.fasterxml.jackson.databind.ObjectMapper.class,
            org.snakeyaml.engine.v2.api.LoadSettings.class,
            org.antlr.v4.runtime.Lexer.class)
        .map(
            c ->
                Path.of(
                    URI.create(c.getProtectionDomain().getCodeSource().getLocation().toString())))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void fitsASummary(Path markdown) {
    assertThat(markdown.toFile().length()).isLessThan(1 << 20);
  }

  private static void sarifIsWithinGitHubsLimits(Path file) throws IOException {
    assertThat(Files.size(file)).isLessThanOrEqualTo(SarifReport.MAX_BYTES);
    String text = Files.readString(file);
    assertThat(ReportFormatTest.sarifErrors(text)).isEmpty();
    JsonNode results = new ObjectMapper().readTree(text).at("/runs/0/results");
    assertThat(results.size()).isLessThanOrEqualTo(SarifReport.MAX_RESULTS);
    Map<String, Integer> levels = new TreeMap<>();
    long counted = 0;
    for (JsonNode result : results) {
      levels.merge(result.get("level").asText(), 1, Integer::sum);
      counted += result.at("/properties/findings").asInt(1);
    }
    assertThat(counted).as("every finding is in the file or counted").isEqualTo(FINDINGS);
    assertThat(levels.get("error")).as("the gravest come first").isGreaterThan(FINDINGS / 10);
    assertThat(List.copyOf(levels.keySet())).contains("note");
  }
}
