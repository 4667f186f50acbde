package dev.bylaw.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Fixes;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.decision.Question;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fixes in the formats that have a place for them. */
class FixReportTest {
  private static final String NAME = "compute/warehouse.json";
  private static final String TEXT = "{\n  \"name\": \"reports\",\n  \"auto_stop_mins\": 0\n}\n";
  private static final String POLICY =
      """
      package idle

      deny contains finding if {
      	input.warehouse.auto_stop_mins == 0
      	finding := {
      		"msg": "never stops",
      		"fix": {"set": ["warehouse", "auto_stop_mins"], "to": 60},
      	}
      }
      """;

  @TempDir Path folder;

  private Report report() throws IOException {
    Files.writeString(folder.resolve("idle.rego"), POLICY);
    PolicyEngine engine = new PolicyEngine(PolicySetLoader.load(folder, List.of()));
    Question question = Question.at(EnforcementPoint.BUILD);
    Fixes.Read read = read(Map.of());
    Decision decision = engine.decide(read.subjects(), question);
    Decision fixed = new Fixes(engine, question, read, FixReportTest::read).in(decision);
    return new Report(fixed, List.of(), Background.NONE.withBase("products/"));
  }

  private static Fixes.Read read(Map<String, String> texts) {
    SourceFile file = SourceFile.of(NAME, texts.getOrDefault(NAME, TEXT));
    Located document = DocumentReader.readJson(file, Limits.DEFAULT).documents().get(0);
    Subject subject =
        SubjectDocument.of(SubjectKind.WAREHOUSE, NAME, file, document, document, List.of());
    return new Fixes.Read(List.of(subject), List.of());
  }

  @Test
  void sarifHasItAsAChangeOfTheArtifact() throws IOException {
    String sarif = Mesh.write(ReportFormat.SARIF, report());
    assertThat(ReportFormatTest.sarifErrors(sarif)).isEmpty();
    assertThat(sarif)
        .contains(
            "\"artifactChanges\":[{\"artifactLocation\":{\"uri\":\"products/compute/warehouse.json\"},"
                + "\"replacements\":[{\"deletedRegion\":{\"startLine\":3,\"startColumn\":21,"
                + "\"endLine\":3,\"endColumn\":22},\"insertedContent\":{\"text\":\"60\"}}]}]");
  }

  @Test
  void thePageHasItsLines() throws IOException {
    assertThat(Mesh.write(ReportFormat.HTML, report()))
        .contains("\"diff\":\"-   \\\"auto_stop_mins\\\": 0\\n+   \\\"auto_stop_mins\\\": 60\"");
  }
}
