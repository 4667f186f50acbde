package dev.bylaw.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceReader;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads the collected descriptors and configurations of public repositories, or with {@code
 * -Ddescriptors=FOLDER} those of another folder with an {@code index.tsv} of the same columns.
 */
class DescriptorCorpusTest {
  private static final Optional<Path> OTHER =
      Optional.ofNullable(System.getProperty("descriptors")).map(Path::of);

  private static final Path CORPORA =
      OTHER.orElse(Path.of(System.getProperty("bylaw.shared", "../../shared"), "corpora"));

  private static final String NOT_OURS = "not ours";
  private static final String REFUSED = "refused";

  /** What every file of a family is read as, and how many there are at least. */
  private static final Map<String, Expected> EXPECTED =
      Map.ofEntries(
          Map.entry("odcs", new Expected("odcs", 126)),
          Map.entry("odps-bitol", new Expected("odps-bitol", 3)),
          Map.entry("cluster", new Expected("cluster", 3)),
          Map.entry("job", new Expected("job", 5)),
          Map.entry("cluster-policy", new Expected("cluster_policy", 36)),
          Map.entry("bundle", new Expected("bundle", 0)),
          Map.entry("dab", new Expected("bundle", 0)),
          Map.entry("dbt", new Expected("dbt", 6)),
          Map.entry("dbt-artifacts", new Expected("dbt", 2)),
          Map.entry("dcs", new Expected("dcs", 71)),
          Map.entry("dpds", new Expected("dpds", 21)),
          Map.entry("odps-lf", new Expected("odps-lf", 21)),
          Map.entry("policy-examples", new Expected(NOT_OURS, 10)),
          Map.entry("tfplan", new Expected("plan", 6)),
          Map.entry("uc-object", new Expected("table", 2)),
          Map.entry("witboost", new Expected("witboost", 47)));

  /** Files that are not read as what the index says, by the end of their paths, and why. */
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "opa-policy-server__src__test__resources__documents__dpd.json",
          "says that it is DPDS 2.0.0, a version that was never published; it is refused");

  /** Of all contracts; nested ones count. */
  private static final int COLUMNS = 1_558;

  private record Expected(String outcome, int files) {}

  /** A line of the index. */
  private record Collected(String path, String standard) {
    static Collected of(String line) {
      String[] cells = line.split("\t", -1);
      return new Collected(cells[0], cells[1]);
    }

    SourceFile source() {
      SourceReader.Result read = SourceReader.read(CORPORA, CORPORA.resolve(path), Limits.DEFAULT);
      assertThat(read.problem()).isEmpty();
      return read.source().orElseThrow();
    }

    Optional<String> reason() {
      return EXCEPTIONS.entrySet().stream()
          .filter(exception -> path.endsWith(exception.getKey()))
          .map(Map.Entry::getValue)
          .findFirst();
    }
  }

  @Test
  void everyFileIsReadAsWhatItIs() throws IOException {
    Map<String, Map<String, Integer>> outcomes = new TreeMap<>();
    List<String> failures = new ArrayList<>();
    List<Collected> files = collected();
    for (Collected file : files) {
      Optional<SubjectReader.Result> read = new DescriptorReader().read(file.source());
      String outcome = outcome(read);
      outcomes.computeIfAbsent(file.standard, f -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
      problem(file, outcome, read).ifPresent(p -> failures.add(file.path + ": " + p));
    }
    outcomes.forEach((family, counts) -> System.out.printf("descriptors: %s %s%n", family, counts));
    System.out.printf(
        "descriptors: %d passed, %d failed%n", files.size() - failures.size(), failures.size());
    failures.forEach(System.out::println);
    assertThat(EXCEPTIONS.size() * 100).isLessThanOrEqualTo(Math.max(100, files.size()));
    assertThat(failures).isEmpty();
    if (OTHER.isEmpty()) {
      EXPECTED.forEach(
          (family, expected) ->
              assertThat(outcomes.getOrDefault(family, Map.of()).getOrDefault(expected.outcome, 0))
                  .as(family)
                  .isGreaterThanOrEqualTo(expected.files));
    }
  }

  /** What is wrong with how a file was read; nothing is if it is a known exception. */
  private static Optional<String> problem(
      Collected file, String outcome, Optional<SubjectReader.Result> read) {
    Expected expected = EXPECTED.get(file.standard);
    if (expected == null) {
      return Optional.of("no expectation for " + file.standard);
    }
    boolean asExpected = outcome.equals(expected.outcome);
    if (asExpected == file.reason().isPresent()) {
      return Optional.of("is read as " + outcome + ", " + file.reason().orElse("not expected"));
    }
    return read.stream()
        .flatMap(result -> result.subjects().stream())
        .flatMap(Places::wrong)
        .findFirst();
  }

  @Test
  void columnsOfContractsAreRead() throws IOException {
    long columns =
        collected().stream()
            .filter(file -> file.standard.equals("odcs"))
            .flatMap(file -> new DescriptorReader().read(file.source()).stream())
            .flatMap(result -> result.subjects().stream())
            .flatMap(subject -> subject.input().find(path("contract", "schema")).stream())
            .mapToLong(DescriptorCorpusTest::columns)
            .sum();
    System.out.printf("descriptors: %d columns%n", columns);
    assertThat(columns).isGreaterThanOrEqualTo(OTHER.isEmpty() ? COLUMNS : 0);
  }

  private static List<RegoString> path(String... keys) {
    return Stream.of(keys).map(RegoString::of).toList();
  }

  private static long columns(Located objects) {
    return ((Located.Array) objects)
        .elements().stream()
            .flatMap(object -> object.child(RegoString.of("columns")).stream())
            .mapToLong(found -> ((Located.Array) found).elements().size() + columns(found))
            .sum();
  }

  private static List<Collected> collected() throws IOException {
    Path index = CORPORA.resolve("index.tsv");
    assumeTrue(Files.exists(index), () -> "SKIPPED: no collected descriptors at " + index);
    return Files.readAllLines(index).stream()
        .skip(1)
        .map(Collected::of)
        .filter(file -> !file.standard.startsWith("schemas/"))
        .toList();
  }

  /** The standard of a descriptor, the kind of another subject; the first of several counts. */
  private static String outcome(Optional<SubjectReader.Result> read) {
    return read.map(
            result ->
                result.subjects().stream()
                    .map(DescriptorCorpusTest::word)
                    .findFirst()
                    .orElse(REFUSED))
        .orElse(NOT_OURS);
  }

  private static String word(Subject subject) {
    String kind = subject.kind().word();
    return subject
        .input()
        .find(path(kind, "standard"))
        .map(standard -> ((RegoString) standard.value()).value())
        .orElse(kind);
  }
}
