package dev.bylaw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Expected outputs that are files; {@code -Dgolden.rewrite=true} writes them anew. */
public final class Golden {
  private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");

  private Golden() {}

  /** The folders in a folder of test resources, by name. */
  public static List<Path> cases(String folder) {
    try (Stream<Path> cases = Files.list(Path.of("src/test/resources/dev/bylaw", folder))) {
      List<Path> found = cases.filter(Files::isDirectory).sorted().toList();
      assertThat(found).as("cases in " + folder).isNotEmpty();
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void check(Path expected, String actual) {
    try {
      if (REWRITE) {
        Files.writeString(expected, actual);
      }
      assertThat(expected).as("expected output").exists();
      assertThat(actual).as(expected.toString()).isEqualTo(Files.readString(expected));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
