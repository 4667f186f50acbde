package dev.bylaw.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.bylaw.Golden;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.RegoProgram;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class InputSchemasTest {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private static final Path SHIPPED = Path.of("src/main/resources/dev/bylaw/rules/schema");

  private static final Set<SubjectKind> KINDS = EnumSet.allOf(SubjectKind.class);

  private final InputSchemas schemas = new InputSchemas();

  @TempDir Path folder;

  @Test
  void everyKindHasASchema() {
    assertThat(KINDS).allMatch(kind -> schemas.schema(kind).isPresent());
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void theShippedSchemaIsThatOfTheCode(SubjectKind kind) throws IOException {
    JsonNode schema = schema(kind);
    assertThat(schema.path("properties")).isNotEmpty();
    Golden.check(
        SHIPPED.resolve(kind.word() + ".json"),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n");
  }

  @Test
  void thePageIsThatOfTheSchemas() throws IOException {
    StringBuilder page = new StringBuilder(SchemaPage.HEAD);
    Map<Set<String>, String> written = new HashMap<>();
    for (SubjectKind kind : KINDS) {
      new SchemaPage(schema(kind), written, page).write(kind.word());
    }
    Golden.check(Path.of("../docs/schemas.md"), page.toString());
  }

  private JsonNode schema(SubjectKind kind) throws IOException {
    return JSON.readTree(RegoJson.write(schemas.schema(kind).orElseThrow()));
  }

  @Test
  void whatExamplesHoldFits() {
    assertThat(misfits(Path.of("../examples"))).isEmpty();
  }

  @Test
  void whatCollectedDescriptorsHoldFits() {
    Path collected = Path.of(System.getProperty("bylaw.shared", "absent"), "corpora/descriptors");
    assumeTrue(Files.isDirectory(collected), "SKIPPED: no collected descriptors here");
    assertThat(misfits(collected)).isEmpty();
  }

  /** What schemas say of the inputs that are read from a folder. */
  private List<String> misfits(Path inputs) {
    RegoProgram matcher =
        new RegoCompiler()
            .module(
                SourceFile.of(
                    "match.rego",
                    "package m\nerrors := json.match_schema(input.document, input.schema)[1]\n"))
            .compile();
    List<Subject> subjects = SubjectLoader.load(inputs, List.of()).subjects();
    assertThat(subjects).isNotEmpty();
    List<String> misfits = new ArrayList<>();
    for (Subject subject : subjects) {
      RegoObject pair =
          RegoObject.builder()
              .put("document", subject.input().value())
              .put("schema", schemas.schema(subject.kind()).orElseThrow())
              .build();
      matcher
          .evaluate(Optional.of(pair), List.of("m", "errors"))
          .filter(errors -> !errors.equals(RegoArray.of()))
          .ifPresent(errors -> misfits.add(subject.path() + ": " + errors));
    }
    return misfits;
  }

  @Test
  void aMisspeltPathIsACompileError() throws IOException {
    policy("product", "input.product.ownr == \"x\"");
    assertThatThrownBy(() -> PolicySetLoader.load(folder))
        .isInstanceOfSatisfying(
            InputException.class,
            e ->
                assertThat(e.diagnostics())
                    .singleElement()
                    .satisfies(
                        d -> {
                          assertThat(d.code()).isEqualTo("rego_type_error");
                          assertThat(d.message())
                              .contains("undefined ref: input.product.ownr")
                              .contains("did you mean owner?");
                          assertThat(d.span().orElseThrow().toString()).endsWith("policy.rego:9:2");
                        }));
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void everyKindMayBeNamedByAPolicy(SubjectKind kind) throws IOException {
    policy(kind.word(), "input.subject.name == \"x\"");
    assertThat(PolicySetLoader.load(folder).policies())
        .singleElement()
        .satisfies(p -> assertThat(p.subjects()).containsExactly(kind));
  }

  @Test
  void aPolicyMayReadWhatAnyOfItsKindsHas() throws IOException {
    policy("[product, contract]", "input.contract.schema[_].columns[_].columns[_].name == \"x\"");
    assertThat(PolicySetLoader.load(folder).policies()).hasSize(1);
  }

  @Test
  void fieldsOfAnApiThatAreNewMayBeRead() throws IOException {
    policy("cluster", "input.cluster.future_field.inner == input.raw.anything");
    assertThat(PolicySetLoader.load(folder).policies()).hasSize(1);
  }

  @Test
  void aValueOfAnotherTypeIsACompileError() throws IOException {
    policy("cluster", "startswith(input.cluster.num_workers, \"x\")");
    assertThatThrownBy(() -> PolicySetLoader.load(folder)).hasMessageContaining("invalid argument");
  }

  private void policy(String subject, String condition) throws IOException {
    List<String> lines =
        List.of(
            "# METADATA",
            "# custom:",
            "#   kind: code",
            "#   subject: " + subject,
            "package acme.check",
            "",
            "# what it finds",
            "deny contains \"found\" if {",
            "\t" + condition,
            "}");
    Files.writeString(folder.resolve("policies.yaml"), "name: acme\nversion: 1.0.0\nroot: acme\n");
    Files.writeString(folder.resolve("policy.rego"), String.join("\n", lines) + "\n");
  }
}
