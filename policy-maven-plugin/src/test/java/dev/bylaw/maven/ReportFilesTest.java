package dev.bylaw.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.decision.Question;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.report.Report;
import dev.bylaw.report.ReportFormat;
import dev.bylaw.rules.InputPaths;
import dev.bylaw.rules.infra.BundleValues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
  @TempDir Path folder;

  private Report report() throws IOException {
    Path set = Files.createDirectories(folder.resolve("set"));
    Files.writeString(
        set.resolve("p.rego"), "package p\n\ndeny contains \"100% wrong\" if input.warehouse\n");
    Path inputs = Files.createDirectories(folder.resolve("repo/products/orders"));
    Files.createDirectories(folder.resolve("repo/.git"));
    Files.writeString(
        inputs.resolve("warehouse.json"),
        "{\"cluster_size\": \"Small\", \"warehouse_type\": \"PRO\"}");
    PolicyRun run =
        new PolicyRun(
            new PolicyRun.Inputs(
                InputPaths.of(inputs),
                BundleValues.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            PolicySetName.of("set", folder),
            (name, versions) -> folder,
            Question.at(EnforcementPoint.BUILD),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return run.report(run.ready(), (done, all) -> {}, false);
  }

  @Test
  void annotatesWithinAWorkflowAlone() throws IOException {
    Path summary = folder.resolve("summary.md");
    Files.writeString(summary, "before\n");
    assertThat(annotated(Map.of("GITHUB_STEP_SUMMARY", summary.toString()))).isEmpty();
    String commands =
        annotated(Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString()));
    assertThat(commands)
        .startsWith("::error file=products/orders/warehouse.json,line=1,")
        .contains("100%25 wrong");
    assertThat(summary).content().startsWith("before\n## ").contains("`p/deny`");
  }

  private String annotated(Map<String, String> environment) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportFiles.annotate(report(), environment, new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void makesTheFoldersOfAReport() throws IOException {
    Path file = folder.resolve("a/b/findings.csv");
    ReportFiles.write(ReportFormat.CSV, report(), file);
    assertThat(file).content().contains("\"100% wrong\"");
  }
}
