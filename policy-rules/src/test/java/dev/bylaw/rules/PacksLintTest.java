package dev.bylaw.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.policy.PolicyLint;
import dev.bylaw.source.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rules that come with Bylaw, and those of the examples, by the linter; exceptions are theirs.
 */
class PacksLintTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/main/resources/META-INF/bylaw/packs/bylaw/standard",
        "../examples/governance-council"
      })
  void nothingIsFound(String folder) {
    List<Diagnostic> found = PolicyLint.look(Path.of(folder));
    assertThat(found).isEmpty();
  }
}
