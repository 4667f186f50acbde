package dev.bylaw.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rules.infra.InfraConfig;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a file holds: no reader throws, and what is not a subject is said to be none. */
class BrokenInputTest {
  private static final Path SEEDS = Path.of("src/test/resources/dev/bylaw/rules/subjects");

  private static final String[] FRAGMENTS = {
    "",
    "\n",
    "\t",
    " ",
    "  ",
    ":",
    ": ",
    "- ",
    "---\n",
    "...\n",
    "? ",
    "|\n",
    ">-\n",
    "#",
    "%",
    "{",
    "}",
    "[",
    "]",
    "[[[[",
    "{a: ",
    ",",
    "\"",
    "'",
    "\\",
    "\\u",
    "&a ",
    "*a",
    "<<: *a",
    "!!int ",
    "!x ",
    "null",
    "~",
    "true",
    "0x",
    "-",
    "1e999999999",
    "-0.0",
    "007",
    "${x}",
    "{{x}}",
    "${",
    "\u0000",
    "\uFEFF",
    "\u2028",
    "\uD83D",
    "😀",
    "kind: DataContract\n",
    "apiVersion: v1\n",
    "cluster_size",
    "\"spec\": {",
    "settings:\n  tasks: [{task_key: a}]\n",
    "resources: {jobs: {a: 1}}\n"
  };

  /** A text that was cut out somewhere and replaced by a fragment. */
  private record Edit(double at, int length, String fragment) {
    String apply(String text) {
      int start = (int) (at * text.length());
      int end = Math.min(text.length(), start + length);
      return text.substring(0, start) + fragment + text.substring(end);
    }
  }

  private static List<SourceFile> seeds() {
    try (Stream<Path> files = Files.walk(SEEDS)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !file.endsWith("expected.txt"))
          .flatMap(file -> source(file).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty for the seed that is no text. */
  private static Optional<SourceFile> source(Path file) {
    try {
      return Optional.of(SourceFile.of(file.getFileName().toString(), Files.readString(file)));
    } catch (MalformedInputException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<SourceFile> mutants() {
    Arbitrary<Edit> edits =
        Combinators.combine(
                Arbitraries.doubles().between(0, 1),
                Arbitraries.integers().between(0, 40),
                Arbitraries.of(FRAGMENTS))
            .as(Edit::new);
    return Combinators.combine(Arbitraries.of(seeds()), edits.list().ofMinSize(1).ofMaxSize(5))
        .as(
            (seed, all) -> {
              String text = seed.text();
              for (Edit edit : all) {
                text = edit.apply(text);
              }
              return SourceFile.of(seed.name(), text);
            });
  }

  @Property(tries = 3000)
  void aMutatedFileIsASubjectOrAProblemOrForeign(@ForAll("mutants") SourceFile file) {
    new DescriptorReader().read(file).ifPresent(BrokenInputTest::check);
  }

  @Example
  void aFileOfResourcesWithoutValuesIsForeign() {
    SourceFile none = SourceFile.of("warehouse.yml", "resources: {sql_warehouses: {lone:007}}\n");
    assertThat(new DescriptorReader().read(none)).isEmpty();
    SourceFile one = SourceFile.of("w.yml", "resources: {sql_warehouses: {lone:007, other: {}}}\n");
    assertThat(new DescriptorReader().read(one).orElseThrow().subjects()).hasSize(1);
  }

  @Property(tries = 1000)
  void aMutatedRequestIsOneSubjectOrAnError(@ForAll("mutants") SourceFile file) {
    for (SubjectReader.Result result :
        List.of(
            InfraConfig.cluster(file),
            InfraConfig.warehouse(file),
            InfraConfig.job(file),
            InfraConfig.pipeline(file))) {
      check(result);
      boolean refused = result.diagnostics().stream().anyMatch(Diagnostic::isError);
      assertThat(result.subjects()).hasSize(refused ? 0 : 1);
    }
  }

  private static void check(SubjectReader.Result result) {
    assertThat(result.subjects().isEmpty() && result.diagnostics().isEmpty()).isFalse();
    assertThat(result.diagnostics()).allSatisfy(d -> assertThat(d.span()).isPresent());
    for (Subject subject : result.subjects()) {
      assertThat(subject.input().value().get(subject.kind().word())).isNotNull();
    }
  }

  @Property(tries = 300)
  void bytesAreSubjectsOrProblemsOrIgnored(@ForAll byte[] bytes) throws IOException {
    Path folder = Files.createDirectories(Path.of("target/bytes"));
    Files.write(folder.resolve("a.yaml"), bytes);
    Files.write(folder.resolve("a.json"), bytes);
    SubjectLoader.Loaded loaded = SubjectLoader.load(folder, List.of());
    assertThat(loaded.subjects().size() + loaded.diagnostics().size() + loaded.ignored().size())
        .isGreaterThanOrEqualTo(2);
  }
}
