package dev.bylaw.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bylaw.Golden;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.DiagnosticRenderer;
import dev.bylaw.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each manifest, and each declaration of a parameter, is refused with the place of its fault. */
class MalformedTest {
  private static final Path CASES = Path.of("src/test/resources/dev/bylaw/policy/malformed");

  @TempDir Path temp;

  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .filter(f -> f.toString().endsWith(".yaml") || f.toString().endsWith(".rego"))
          .sorted()
          .toList();
    }
  }

  @Test
  void thereAreMany() throws IOException {
    assertThat(cases().size()).isGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefusedWithItsPlace(Path file) throws IOException {
    Path set = temp.resolve("set");
    for (Map.Entry<String, byte[]> e : Archives.files(CASES.resolve("base")).entrySet()) {
      Files.createDirectories(set.resolve(e.getKey()).getParent());
      Files.write(set.resolve(e.getKey()), e.getValue());
    }
    boolean isManifest = file.toString().endsWith(".yaml");
    Files.copy(file, set.resolve(isManifest ? "policies.yaml" : "extra.rego"));
    InputException refused =
        catchThrowableOfType(InputException.class, () -> PolicySetLoader.load(set, List.of()));
    assertThat(refused).as("loads").isNotNull();
    assertThat(refused.diagnostics())
        .allSatisfy(d -> assertThat(d.span()).isPresent())
        .anyMatch(Diagnostic::isError);
    Golden.check(
        CASES.resolve("expected").resolve(file.getFileName() + ".txt"),
        refused.diagnostics().stream()
            .map(DiagnosticRenderer::render)
            .collect(Collectors.joining("\n"))
            .replace(set.toString(), "set"));
  }
}
