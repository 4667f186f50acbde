package dev.bylaw.rego.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Snippets that OPA's own parser tests accept and refuse. The flags of those tests are only partly
 * recorded, so a snippet counts as accepted when one version of the syntax accepts it, and as
 * refused when one refuses it. {@code -Dfrontend=DIR} reads another folder.
 */
class OpaFrontEndTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Path file(String name) {
    String own = System.getProperty("frontend", "");
    Path folder =
        own.isEmpty()
            ? Path.of(System.getProperty("bylaw.shared", "absent")).resolve("rego/frontend")
            : Path.of(own);
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      System.out.println("front end: skipped, there is no file " + file);
    }
    assumeTrue(Files.exists(file), "the front-end cases are not here");
    return file;
  }

  private static List<Diagnostic> parse(JsonNode one, RegoVersion version) {
    SourceFile source = SourceFile.of("test.rego", one.path("input").asText());
    List<Diagnostic> query = RegoSyntax.parseQuery(source, version).diagnostics();
    List<Diagnostic> module = RegoSyntax.parse(source, version).diagnostics();
    if (query.isEmpty() || module.isEmpty()) {
      return List.of();
    }
    SourceFile below = SourceFile.of("test.rego", "package p\n" + one.path("input").asText());
    List<Diagnostic> rules = RegoSyntax.parse(below, version).diagnostics();
    return source.text().stripLeading().startsWith("package")
        ? module
        : rules.isEmpty() ? rules : query;
  }

  @Test
  void accepts() throws IOException {
    List<String> failures = new ArrayList<>();
    JsonNode cases = JSON.readTree(file("parse_accept.json").toFile());
    for (JsonNode one : cases) {
      List<Diagnostic> v1 = parse(one, RegoVersion.V1);
      if (!v1.isEmpty() && !parse(one, RegoVersion.V0).isEmpty()) {
        failures.add(one.path("note").asText() + ": " + one.path("input") + ": " + v1.get(0));
      }
    }
    System.out.println(
        "front end, accepted: "
            + (cases.size() - failures.size())
            + " passed, "
            + failures.size()
            + " failed");
    print(failures);
    assertThat(failures).hasSizeLessThan(cases.size() / 3);
  }

  @Test
  void refuses() throws IOException {
    List<String> accepted = new ArrayList<>();
    List<String> otherText = new ArrayList<>();
    JsonNode cases = JSON.readTree(file("parse_reject.json").toFile());
    for (JsonNode one : cases) {
      List<Diagnostic> v1 = parse(one, RegoVersion.V1);
      List<Diagnostic> v0 = parse(one, RegoVersion.V0);
      List<Diagnostic> found = v1.isEmpty() ? v0 : v1;
      String note = one.path("note").asText() + ": " + one.path("input") + ": ";
      List<String> wanted = new ArrayList<>();
      one.path("want_errors").forEach(e -> wanted.add(e.asText()));
      if (one.hasNonNull("contains")) {
        wanted.add(one.path("contains").asText());
      }
      if (found.isEmpty()) {
        accepted.add(note);
      } else if (wanted.stream()
          .anyMatch(w -> found.stream().noneMatch(d -> d.toString().contains(w)))) {
        otherText.add(note + "wanted " + wanted + " but got " + found);
      }
    }
    System.out.println(
        "front end, refused: "
            + (cases.size() - accepted.size())
            + " passed, "
            + accepted.size()
            + " failed; other text: "
            + otherText.size());
    print(accepted);
    print(otherText);
    assertThat(accepted).hasSizeLessThan(cases.size() / 2);
  }

  private static void print(List<String> failures) {
    if (System.getProperty("frontend.verbose") != null) {
      failures.forEach(System.out::println);
    }
  }
}
