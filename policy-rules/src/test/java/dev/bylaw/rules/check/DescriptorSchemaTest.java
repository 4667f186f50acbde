package dev.bylaw.rules.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.policy.Check;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.rules.DescriptorReader;
import dev.bylaw.source.InputException;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptorSchemaTest {
  private static final String SCHEMA =
      """
      {"$schema": "https://json-schema.org/draft/2019-09/schema",
       "type": "object", "required": ["id"], "unevaluatedProperties": false,
       "properties": {"apiVersion": true, "kind": true, "id": {"type": "string", "pattern": "^[a-z]+$"},
         "version": {"type": "string"}, "tenant": {"type": "string"}, "tags": {"type": "array"},
         "schema": {"type": "array", "items": {"properties": {"name": {"enum": ["t"]}}}}}}
      """;

  private static final String HEAD = "apiVersion: v3.1.0\nkind: DataContract\n";

  @TempDir private Path folder;

  private List<String> findings(String schema, String yaml) throws IOException {
    return findings("{odcs: schemas/odcs.json}", schema, "a.yaml", yaml);
  }

  private List<String> findings(String schemas, String schema, String name, String text)
      throws IOException {
    Files.createDirectories(folder.resolve("schemas"));
    Files.writeString(folder.resolve("schemas/odcs.json"), schema);
    Check check = new DescriptorSchema().configured(settings(schemas));
    Subject subject =
        new DescriptorReader().read(SourceFile.of(name, text)).orElseThrow().subjects().get(0);
    return check.check(subject).stream().map(v -> v.span() + " " + v.message()).toList();
  }

  private Check.Settings settings(String schemas) {
    Located chosen =
        DocumentReader.read(SourceFile.of("policies.yaml", schemas)).documents().get(0);
    return new Check.Settings(Map.of("schemas", chosen), SourceFolder.of(folder, Limits.DEFAULT));
  }

  @Test
  void whatTheSchemaDoesNotAllowIsFoundAtItsPlace() throws IOException {
    assertThat(
            findings(
                SCHEMA,
                HEAD + "id: A1\nversion: 1.0.0\nowner: me\nschema:\n  - {name: u}\ntags: gold\n"))
        .containsExactlyInAnyOrder(
            "a.yaml:3:5 the schema of the standard says: does not match the regex pattern ^[a-z]+$",
            "a.yaml:5:1 the schema of the standard says: property 'owner' is not evaluated and the"
                + " schema does not allow unevaluated properties",
            "a.yaml:7:12 the schema of the standard says: does not have a value in the enumeration"
                + " [\"t\"]",
            "a.yaml:8:7 the schema of the standard says: string found, array expected");
  }

  @Test
  void whatIsMissingIsFoundWhereItShouldBe() throws IOException {
    assertThat(findings(SCHEMA, HEAD + "version: 1.0.0\n"))
        .containsExactly(
            "a.yaml:1:1 the schema of the standard says: required property 'id' not found");
  }

  @Test
  void numbersOfYamlAreTextsWhereTheSchemaWantsTexts() throws IOException {
    assertThat(findings(SCHEMA, HEAD + "id: a\nversion: 1.0\n")).isEmpty();
    String json = "{\"apiVersion\": \"v3.1.0\", \"kind\": \"DataContract\", \"id\": 1}";
    assertThat(findings("{odcs: schemas/odcs.json}", SCHEMA, "a.json", json))
        .containsExactly(
            "a.json:1:56 the schema of the standard says: integer found, string expected");
  }

  @Test
  void nullsAreAbsentAndPlaceholdersAreNotKnown() throws IOException {
    assertThat(findings(SCHEMA, HEAD + "id: ${id}\nversion: null\ntags: '{{ tags }}'\n")).isEmpty();
  }

  @Test
  void aStandardWithoutASchemaIsAFinding() throws IOException {
    String schemas = "{odcs v3.0.2: schemas/odcs.json}";
    assertThat(findings(schemas, SCHEMA, "a.yaml", HEAD + "id: a\n"))
        .containsExactly(
            "a.yaml:2:7 no JSON Schema is named for odcs v3.1.0, so the file was not held against"
                + " one; name it in the parameter schemas");
  }

  @Test
  void entriesOfPropertyFilesOfDbtAreHeldAgainstASchemaOfAnEntry() throws IOException {
    String schema = "{\"type\": \"object\", \"required\": [\"description\"]}";
    String models = "version: 2\nmodels:\n  - name: orders\n    columns:\n      - name: id\n";
    assertThat(findings("{dbt 2: schemas/odcs.json}", schema, "schema.yml", models))
        .containsExactly(
            "schema.yml:3:5 the schema of the standard says: required property 'description' not"
                + " found");
    assertThat(findings("{dbt: schemas/odcs.json}", schema, "schema.yml", models)).isEmpty();
  }

  @Test
  void theSchemaOfTheVersionGoesFirst() throws IOException {
    Files.writeString(folder.resolve("any.json"), "true");
    String schemas = "{odcs v3.1.0: any.json, odcs: schemas/odcs.json}";
    assertThat(findings(schemas, SCHEMA, "a.yaml", HEAD)).isEmpty();
  }

  @Test
  void aBundleIsHeldAgainstTheSchemaOfItsUser() throws IOException {
    String schema =
        """
        {"properties": {"resources": {"properties": {"jobs": {"additionalProperties":
          {"properties": {"timeout_seconds": {"anyOf": [{"type": "integer"},
            {"type": "string", "pattern": "\\\\$\\\\{(var(\\\\.[\\\\p{L}_]+)+)\\\\}"}]}}}}}}}}
        """;
    String bundle =
        "bundle:\n  name: b\nresources:\n  jobs:\n    a:\n      name: a\n      tasks: []\n"
            + "      timeout_seconds: ";
    String schemas = "{bundle: schemas/odcs.json}";
    assertThat(findings(schemas, schema, "databricks.yml", bundle + "${var.timeout}\n")).isEmpty();
    assertThat(findings(schemas, schema, "databricks.yml", bundle + "soon\n"))
        .isNotEmpty()
        .allMatch(finding -> finding.startsWith("databricks.yml:8:24 "));
  }

  @Test
  void allThatIsWrongWithTheFilesIsSaidAtOnce() throws IOException {
    Files.writeString(folder.resolve("text.json"), "{\"type\": ");
    Files.writeString(folder.resolve("ref.json"), "{\"$ref\": \"#/$defs/nowhere\"}");
    Files.writeString(
        folder.resolve("remote.json"), "{\"$ref\": \"https://schemas.example.com/a.json\"}");
    Files.writeString(folder.resolve("file.json"), "{\"$ref\": \"file:///etc/hostname\"}");
    Check.Settings chosen =
        settings(
            """
            a: nowhere.json
            b: ../secret.json
            c: text.json
            d: ref.json
            e: remote.json
            f: file.json
            g: 3
            """);
    assertThatThrownBy(() -> new DescriptorSchema().configured(chosen))
        .isInstanceOfSatisfying(
            InputException.class,
            e ->
                assertThat(e.diagnostics().stream().map(d -> d.toString()).toList())
                    .hasSize(7)
                    .allMatch(text -> text.startsWith("policies.yaml:")));
  }

  @Test
  void theFilesBelongToThePolicySet() throws IOException {
    Files.createDirectories(folder.resolve("schemas"));
    Path schema = folder.resolve("schemas/odcs.json");
    Files.writeString(schema, SCHEMA);
    Path manifest = folder.resolve("policies.yaml");
    String assign = "name: a\nversion: 1.0.0\nassign:\n  - policies: [descriptor/schema-valid]\n";
    Files.writeString(manifest, assign + "    parameters: {schemas: {odcs: schemas/odcs.json}}\n");
    String revision = PolicySetLoader.load(folder).revision();
    Files.writeString(schema, SCHEMA + "\n");
    assertThat(PolicySetLoader.load(folder).revision()).isNotEqualTo(revision);
    Files.writeString(manifest, assign + "    parameters: {schemas: {odcs: schemas/no.json}}\n");
    assertThatThrownBy(() -> PolicySetLoader.load(folder))
        .hasMessageContaining("/policies.yaml:5:34: file_unreadable");
    Files.writeString(manifest, assign);
    assertThatThrownBy(() -> PolicySetLoader.load(folder))
        .hasMessageContaining("/policies.yaml:4:5: policy_set_error: the parameter schemas");
  }
}
