package dev.bylaw.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.RegoQuery;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema says of a manifest's form what the loader says. */
class ManifestSchemaTest {
  private static final Path TESTS = Path.of("src/test/resources");

  /** What no schema can know: other files, other fields, the calendar, texts before parsing. */
  private static final Set<String> BEYOND_THE_FORM =
      Set.of(
          "assign-nothing.yaml",
          "file-scope-unknown.yaml",
          "import-version.yaml",
          "parameter-enum.yaml",
          "parameter-fraction.yaml",
          "parameter-items.yaml",
          "parameter-null.yaml",
          "parameter-type.yaml",
          "parameter-unknown.yaml",
          "parameters-of-none.yaml",
          "policies-bad-pattern.yaml",
          "policies-misspelt.yaml",
          "policies-no-match.yaml",
          "profile-unknown.yaml",
          "root-empty-part.yaml",
          "root-wrong.yaml",
          "scope-unknown.yaml",
          "sensitive-misspelt.yaml",
          "state-grace-bad-day.yaml",
          "two-documents.yaml",
          "twice.yaml",
          "weaker.yaml",
          "where-path-pattern.yaml");

  private final RegoQuery match =
      new RegoCompiler()
          .compile()
          .prepare(
              SourceFile.of("q", "[ok, _] := json.match_schema(input.document, input.schema)"),
              RegoVersion.V1);

  static List<Path> good() throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(f -> f.endsWith("policies.yaml"))
          .filter(f -> !f.toString().contains("bad") && !f.toString().contains("duplicates"))
          .sorted()
          .toList();
    }
  }

  static List<Path> malformed() throws IOException {
    try (Stream<Path> files = Files.list(TESTS.resolve("dev/bylaw/policy/malformed"))) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private boolean matches(Path manifest) throws IOException, ParseException {
    SourceFile source = SourceFile.of("policies.yaml", Files.readString(manifest));
    DocumentReader.Result read = DocumentReader.read(source);
    if (read.hasErrors() || !(read.documents().get(0) instanceof Located.Object)) {
      return false; // OPA's function takes objects and arrays alone
    }
    RegoValue schema =
        RegoJson.parse(
            Files.readString(Path.of("src/main/resources/dev/bylaw/policy/policies.schema.json")));
    RegoObject input =
        RegoObject.builder()
            .put("document", read.documents().get(0).value())
            .put("schema", schema)
            .build();
    List<RegoObject> answers = match.evaluate(Optional.of(input));
    assertThat(answers).as("the schema can be used").hasSize(1);
    return RegoBoolean.TRUE.equals(answers.get(0).get("ok"));
  }

  @ParameterizedTest
  @MethodSource("good")
  void whatLoadsMatches(Path manifest) throws IOException, ParseException {
    assertThat(matches(manifest)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void whatIsMalformedDoesNot(Path manifest) throws IOException, ParseException {
    assertThat(matches(manifest))
        .isEqualTo(BEYOND_THE_FORM.contains(manifest.getFileName().toString()));
  }
}
