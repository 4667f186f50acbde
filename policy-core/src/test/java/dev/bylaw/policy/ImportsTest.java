package dev.bylaw.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.Golden;
import dev.bylaw.source.DiagnosticRenderer;
import dev.bylaw.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportsTest {
  private static final Path GOOD = Path.of("src/test/resources/dev/bylaw/policy/imports/good");

  static Stream<Path> cases() {
    return Golden.cases("policy/imports").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void loadsOrSaysEverythingThatIsWrong(Path folder) {
    String actual;
    try {
      PolicySet set = PolicySetLoader.load(folder.resolve("set"));
      actual = TestSubjects.describe(set, "", "orders/o", "marketing/m", "marketing/crm");
    } catch (InputException e) {
      actual =
          e.diagnostics().stream()
              .map(DiagnosticRenderer::render)
              .collect(Collectors.joining("\n"));
    }
    Golden.check(folder.resolve("expected.txt"), actual.replace(folder.toString(), "."));
  }

  @Test
  void anArtifactIsImported(@TempDir Path temp) throws IOException {
    Path jar = Archives.jar(temp.resolve("c.jar"), Archives.files(GOOD.resolve("council")));
    Path set = temp.resolve("set");
    Files.createDirectories(set);
    Files.writeString(
        set.resolve("policies.yaml"),
        """
        name: own
        version: 1
        scope: orders
        imports:
          - artifact: com.example:council:[2,3)
        """);
    PolicySet loaded = PolicySetLoader.of(set).withArtifacts((name, versions) -> jar).load();
    assertThat(loaded.policies()).extracting(Policy::id).contains("naming", "size");
    assertThat(loaded.sources().folders()).containsExactly(set);
    assertThat(loaded.sources().files()).containsExactly(jar);
    Path bundle =
        Archives.bundle(
            temp.resolve("c.tar.gz"), new TreeMap<>(Archives.files(GOOD.resolve("council"))));
    assertThat(loaded.revision())
        .isNotEqualTo(PolicySetLoader.load(jar).revision())
        .isEqualTo(
            PolicySetLoader.of(set).withArtifacts((name, versions) -> bundle).load().revision());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0 < 1.0.1",
        "1.9 < 1.10",
        "1.0-rc.1 < 1.0",
        "1.0-rc.2 < 1.0-rc.10",
        "1.0-alpha < 1.0-beta",
        "1.0-1 < 1.0-a",
        "1 = 1.0.0",
        "1.0+a = 1.0+b",
        "0 < 0.0.1"
      })
  void versionsAreOrdered(String text) {
    String[] parts = text.split(" ", -1);
    int order = Integer.signum(Version.of(parts[0]).compareTo(Version.of(parts[2])));
    assertThat(order).isEqualTo(parts[1].equals("<") ? -1 : 0);
  }

  @Test
  void rangesTakeWhatTheySay() {
    assertThat(taken("[1,2)")).containsExactly("1.0", "1.9.9", "2.0-rc.1");
    assertThat(taken("(1,2]")).containsExactly("1.9.9", "2.0-rc.1", "2.0");
    assertThat(taken("[1.9.9]")).containsExactly("1.9.9");
    assertThat(taken("1.9.9")).containsExactly("1.9.9");
    assertThat(taken("[2,)")).containsExactly("2.0", "3");
    assertThat(taken("(,1]")).containsExactly("0.9", "1.0");
    for (String bad :
        List.of("", "[1,2", "1,2)", "[2,1]", "(1,1)", "[]", "[,]", "[1,2,3]", "[a b]")) {
      assertThat(VersionRange.of(bad)).as(bad).isEmpty();
    }
  }

  private static List<String> taken(String range) {
    VersionRange parsed = VersionRange.of(range).orElseThrow();
    return Stream.of("0.9", "1.0", "1.9.9", "2.0-rc.1", "2.0", "3")
        .filter(parsed::contains)
        .toList();
  }
}
