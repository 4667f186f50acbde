package dev.bylaw.rules.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bylaw.Golden;
import dev.bylaw.policy.Check;
import dev.bylaw.rules.DescriptorReader;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.source.SourceReader;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Holds the collected descriptors against the official schemas of their versions. */
class SchemaCorpusTest {
  private static final Path CORPORA =
      Path.of(System.getProperty("bylaw.shared", "../../shared"), "corpora");

  private static final Path RESOURCES = Path.of("src/test/resources/dev/bylaw/rules/check");

  @Test
  void officialExamplesAreHeldAgainstOfficialSchemas() throws IOException {
    assumeTrue(Files.isDirectory(CORPORA), () -> "SKIPPED: no collected schemas at " + CORPORA);
    Check check = new DescriptorSchema().configured(settings());
    Map<String, Integer> counts = new TreeMap<>();
    for (String line : Files.readAllLines(CORPORA.resolve("index.tsv"))) {
      String[] cells = line.split("\t", -1);
      if (List.of("odcs", "odps-bitol", "odps-lf", "dpds", "dcs", "dbt-artifacts")
          .contains(cells[1])) {
        judge(check, cells[0], cells[1] + " " + cells[2] + " " + cells[3], counts);
      }
    }
    StringBuilder text = new StringBuilder();
    counts.forEach((key, count) -> text.append(key).append(": ").append(count).append('\n'));
    Golden.check(RESOURCES.resolve("schema-corpus.txt"), text.toString());
  }

  /** A column's schema holds itself in two places, so each level takes more than twice as long. */
  @Test
  void columnsWithinColumnsTakeNoLongerThanTheLimit() throws Exception {
    assumeTrue(Files.isDirectory(CORPORA), () -> "SKIPPED: no collected schemas at " + CORPORA);
    Check check = new DescriptorSchema().configured(settings());
    assertThat(check.check(nested(3))).anyMatch(v -> v.span().text().equals("7"));
    assertThatThrownBy(() -> check.check(nested(60)))
        .hasMessage("the schema was not held against all of the file within 5 s");
  }

  private static Subject nested(int levels) {
    String column =
        """
        {"name": "c", "logicalType": "array",
         "items": {"logicalType": "object", "properties": ["""
            .repeat(levels);
    String json =
        """
        {"apiVersion": "v3.1.0", "kind": "DataContract", "id": "a", "version": "1",
         "status": "active", "schema": [{"name": "t", "properties": [%s{"name": 7}%s]}]}
        """
            .formatted(column, "]}}".repeat(levels));
    return read(json);
  }

  private static Subject read(String json) {
    return new DescriptorReader()
        .read(SourceFile.of("a.json", json))
        .orElseThrow()
        .subjects()
        .get(0);
  }

  private static void judge(Check check, String path, String family, Map<String, Integer> counts) {
    SourceReader.Result read = SourceReader.read(CORPORA, CORPORA.resolve(path), Limits.DOCUMENT);
    SourceFile file = read.source().orElseThrow();
    for (Subject subject : new DescriptorReader().read(file).orElseThrow().subjects()) {
      if (subject.kind() == SubjectKind.PRODUCT || !family.matches("(dpds|dbt).*")) {
        List<Check.Violation> found = check.check(subject);
        assertThat(found).as(path).allMatch(v -> v.span().source() == file);
        assertThat(found).as(path).noneMatch(v -> v.message().contains("no JSON Schema"));
        counts.merge(family + (found.isEmpty() ? " valid" : " not valid"), 1, Integer::sum);
      }
    }
  }

  private static Check.Settings settings() {
    SourceFile file =
        SourceReader.read(RESOURCES, RESOURCES.resolve("schemas.yaml"), Limits.DEFAULT)
            .source()
            .orElseThrow();
    Located chosen = DocumentReader.read(file).documents().get(0);
    return new Check.Settings(
        Map.of("schemas", chosen), SourceFolder.of(CORPORA.resolve("schemas"), Limits.DEFAULT));
  }
}
