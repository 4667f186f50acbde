package dev.bylaw.rego.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rego.OpaBinary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small programs on which this engine and OPA once differed, with what OPA answers. Where there is
 * an {@code opa}, it is asked again.
 */
class DifferentialCasesTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/dev/bylaw/rego/differential/cases");

  private static Optional<OpaServer> opa = Optional.empty();

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Optional<Path> binary = OpaBinary.find();
    if (binary.isPresent()) {
      opa = Optional.of(OpaServer.start(binary.get()));
    }
  }

  @AfterAll
  static void stop() {
    opa.ifPresent(OpaServer::close);
  }

  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void answersAsOpaDoes(Path file) throws IOException {
    Cases.Case one = Cases.read(Files.readString(file));
    Outcome own = new OwnEngine().run(one.program());
    assertThat(Cases.expected(own)).isEqualTo(one.expected());
    List<String> names = own instanceof Outcome.Answer a ? a.names() : List.of();
    opa.ifPresent(
        server ->
            assertThat(Cases.expected(server.run(one.program(), names)))
                .as("what OPA answers")
                .isEqualTo(one.expected()));
  }
}
