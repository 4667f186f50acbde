package dev.bylaw.rules.clusterpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All that may be wrong with a definition: {@code definitions.txt}. */
class DefinitionTest {
  private static final Path CASES =
      Path.of("src/test/resources/dev/bylaw/rules/clusterpolicy/definitions.txt");

  /** A definition in one line, and its problems in those below it. */
  static Stream<Arguments> cases() {
    List<Arguments> cases = new ArrayList<>();
    try {
      for (String block : Files.readString(CASES).strip().split("\n\n", -1)) {
        List<String> lines = block.lines().toList();
        cases.add(Arguments.of(lines.get(0), lines.subList(1, lines.size())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyProblemIsFoundAtItsPlace(String definition, List<String> problems) {
    assertThat(
            Definition.read(Json.read(definition), Set.of()).problems().stream()
                .map(
                    p ->
                        "  %s %d %s%s"
                            .formatted(
                                p.kind(),
                                p.place().start() + 1,
                                p.message(),
                                p.wanted().map(w -> "; wanted " + w).orElse(""))))
        .containsExactlyElementsOf(problems);
  }
}
