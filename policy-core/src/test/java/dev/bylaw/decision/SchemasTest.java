package dev.bylaw.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.RegoProgram;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published schemas say what is written and read. */
class SchemasTest {
  private static final Path RESOURCES = Path.of("src/test/resources/dev/bylaw");
  private static final RegoProgram MATCH =
      new RegoCompiler()
          .module(
              SourceFile.of(
                  "m.rego",
                  "package m\n\nproblems := json.match_schema(input.document, input.schema)[1]\n"))
          .compile();

  private static String problems(String schema, RegoValue document) {
    try (InputStream in =
        Objects.requireNonNull(SchemasTest.class.getResourceAsStream("/dev/bylaw/" + schema))) {
      RegoValue read = RegoJson.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      RegoObject input =
          RegoObject.builder(2)
              .put(RegoString.of("document"), document)
              .put(RegoString.of("schema"), read)
              .build();
      return MATCH.evaluate(Optional.of(input), List.of("m", "problems")).orElseThrow().toString();
    } catch (IOException | ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static RegoValue document(String name, String text) {
    return DocumentReader.read(SourceFile.of(name, text)).documents().get(0).value();
  }

  @Test
  void everyExpectedDecisionIsOfTheSchema() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES.resolve("decision/cases"))) {
      List<Path> decisions =
          files.filter(f -> f.toString().matches(".*(build|audit)\\.json")).toList();
      assertThat(decisions).isNotEmpty();
      for (Path file : decisions) {
        assertThat(
                problems(
                    "decision/schema/decision.json", document("d.json", Files.readString(file))))
            .as(file.toString())
            .isEqualTo("[]");
      }
    }
  }

  @Test
  void aDecisionWithWaiversIsOfTheSchema() {
    PolicyEngine engine =
        new PolicyEngine(
            Mini.set(
                Map.of(
                    "size.rego",
                    "# METADATA\n# custom: {kind: infra, subject: warehouse}\npackage size\n\ndeny contains \"no\" if input.warehouse.size\n",
                    "policies.yaml",
                    "name: n\nversion: 1\nassign:\n  - policies: [size]\nwaivers:\n  approvers: {council: organisation}\n",
                    "waivers/w.yaml",
                    "policy: size\nsubject: {path: w.json}\nfindings: all\nreason: r\napprover: council\nticket: T-1\nexpires: 2026-12-01\n")),
            Mini.CLOCK);
    Decision d =
        engine.decide(
            List.of(
                Mini.warehouse("w.json", "{\"size\": 1}"),
                Mini.warehouse("v.json", "{\"size\": 2}")),
            EnforcementPoint.BUILD);
    assertThat(d.waived()).hasSize(1);
    assertThat(d.notices()).hasSize(1);
    assertThat(problems("decision/schema/decision.json", document("d.json", Mini.json(d))))
        .isEqualTo("[]");
  }

  @Test
  void theSchemaOfWaiversRefusesWhatTheReaderRefusesByForm() throws IOException {
    Path folder = RESOURCES.resolve("policy/sets/bad-waivers/waivers");
    assertThat(waiver(folder, "good")).isEqualTo("[]");
    for (String bad :
        List.of(
            "02-list",
            "04-nothing-said",
            "06-no-selector",
            "07-text-selector",
            "08-unknown-words",
            "10-no-findings",
            "11-fingerprints",
            "12-findings-word",
            "13-blank-reason",
            "23-unknown-field")) {
      assertThat(waiver(folder, bad)).as(bad).isNotEqualTo("[]");
    }
  }

  private static String waiver(Path folder, String name) throws IOException {
    String text = Files.readString(folder.resolve(name + ".yaml"));
    return problems("policy/schema/waiver.json", document("w.yaml", text));
  }
}
