package dev.bylaw.rego.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.parser.RegoSyntax;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks at all modules of OPA's cases: whatever is in them, nothing ends but with findings. */
class LintConformanceTest {
  private static final Map<String, LintLevel> ALL =
      Lint.rules().stream().collect(Collectors.toMap(LintRule::id, r -> LintLevel.WARNING));

  @Test
  void allModulesCanBeLookedAt() throws IOException {
    Path shared = Path.of(System.getProperty("bylaw.shared", "absent")).resolve("rego/conformance");
    assumeTrue(Files.isDirectory(shared), "SKIPPED: the conformance cases are not here");
    int looked = 0;
    for (RegoVersion version : RegoVersion.values()) {
      List<Path> files;
      try (Stream<Path> walk =
          Files.walk(shared.resolve(version == RegoVersion.V1 ? "v1" : "v0"))) {
        files = walk.filter(p -> p.toString().endsWith(".json")).sorted().toList();
      }
      for (Path file : files) {
        for (JsonNode one : new ObjectMapper().readTree(file.toFile()).path("cases")) {
          looked += look(one, version);
        }
      }
    }
    assertThat(looked).isGreaterThan(1_000);
  }

  private static int look(JsonNode one, RegoVersion version) {
    List<Module> modules = new ArrayList<>();
    for (JsonNode text : one.path("modules")) {
      SourceFile source = SourceFile.of(modules.size() + ".rego", text.asText());
      RegoSyntax.parse(source, version).tree().ifPresent(modules::add);
    }
    LintSettings settings = new LintSettings(ALL, List.of(), 80);
    assertThat(Lint.look(modules, RegoObject.EMPTY, Optional.empty(), List.of(), settings))
        .allMatch(d -> d.span().isPresent());
    return modules.size();
  }
}
