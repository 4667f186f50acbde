package dev.bylaw.rego.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pairs of files, {@code a.rego} and {@code a.rego.formatted}, below folders named for a style;
 * {@code -Dformat=DIR[,DIR]} runs other ones.
 */
class RegoFormatTest {
  private static final Map<String, RegoStyle> STYLES =
      Map.of("v0", RegoStyle.V0, "v0-v1", RegoStyle.V0_V1, "v0_to_v1", RegoStyle.V0_V1);

  static Stream<Path> pairs() throws IOException {
    String given = System.getProperty("format", "src/test/resources/dev/bylaw/rego/format");
    List<Path> found =
        Arrays.stream(given.split(",", -1))
            .flatMap(RegoFormatTest::below)
            .filter(p -> Files.exists(formatted(p)))
            .sorted()
            .toList();
    assertThat(found).as("pairs in " + given).isNotEmpty();
    return found.stream();
  }

  private static Stream<Path> below(String folder) {
    try (Stream<Path> walk = Files.walk(Path.of(folder))) {
      return walk.filter(p -> p.toString().endsWith(".rego")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path formatted(Path file) {
    return Path.of(file + ".formatted");
  }

  private static RegoStyle style(Path file) {
    for (Path name : file.toAbsolutePath()) {
      if (STYLES.containsKey(name.toString())) {
        return STYLES.get(name.toString());
      }
    }
    return RegoStyle.V1;
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void isLaidOutAsExpected(Path file) throws IOException {
    SourceFile source = SourceFile.of(file.toString(), Files.readString(file));
    assertThat(RegoFormat.format(source, style(file))).isEqualTo(Files.readString(formatted(file)));
  }

  @Test
  void aCommentIsNeverLost() {
    SourceFile source =
        SourceFile.of("p.rego", "package p\n\nk if {\n\ty == # one\n\t\t1 # two\n}\n");
    assertThatThrownBy(() -> RegoFormat.format(source, RegoStyle.V1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("p.rego:4:7")
        .hasMessageContaining("put it in a line of its own");
  }

  @Test
  void whatIsNoRegoIsRefusedWithItsPlace() {
    SourceFile source = SourceFile.of("p.rego", "package p\n\nk {\n\ttrue\n}\n");
    assertThatThrownBy(() -> RegoFormat.format(source, RegoStyle.V1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("p.rego:3");
    assertThat(RegoFormat.format(source, RegoStyle.V0)).isEqualTo("package p\n\nk = true\n");
  }
}
