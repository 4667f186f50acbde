package dev.bylaw.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceReader;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads the collected descriptors and configurations of public repositories. */
class DescriptorCorpusTest {
  private static final Path CORPORA =
      Path.of(System.getProperty("bylaw.shared", "../../shared"), "corpora");

  private static final String NOT_OURS = "not ours";
  private static final String REFUSED = "refused";

  /** What every file of a family is read as, and how many there are at least. */
  private static final Map<String, Expected> EXPECTED =
      Map.ofEntries(
          Map.entry("odcs v3", new Expected("contract", 121)),
          Map.entry("odcs before v3", new Expected(REFUSED, 5)),
          Map.entry("odps-bitol v1", new Expected("product", 1)),
          Map.entry("odps-bitol before v1", new Expected(REFUSED, 2)),
          Map.entry("cluster", new Expected("cluster", 3)),
          Map.entry("job", new Expected("job", 5)),
          Map.entry("cluster-policy", new Expected("cluster_policy", 36)),
          Map.entry("dbt", new Expected(NOT_OURS, 6)),
          Map.entry("dbt-artifacts", new Expected(NOT_OURS, 2)),
          Map.entry("dcs", new Expected(NOT_OURS, 71)),
          Map.entry("dpds", new Expected(NOT_OURS, 22)),
          Map.entry("odps-lf", new Expected(NOT_OURS, 21)),
          Map.entry("policy-examples", new Expected(NOT_OURS, 10)),
          Map.entry("tfplan", new Expected("plan", 6)),
          Map.entry("uc-object", new Expected("table", 2)),
          Map.entry("witboost", new Expected(NOT_OURS, 47)));

  /** Of all contracts; nested ones count. */
  private static final int COLUMNS = 1_558;

  private record Expected(String outcome, int files) {}

  /** A line of the index. */
  private record Collected(String path, String standard, String version) {
    static Collected of(String line) {
      String[] cells = line.split("\t", -1);
      return new Collected(cells[0], cells[1], cells[2]);
    }

    String family() {
      return switch (standard) {
        case "odcs" -> version.startsWith("v3") ? "odcs v3" : "odcs before v3";
        case "odps-bitol" -> version.startsWith("v1") ? "odps-bitol v1" : "odps-bitol before v1";
        default -> standard;
      };
    }

    SourceFile source() {
      SourceReader.Result read = SourceReader.read(CORPORA, CORPORA.resolve(path), Limits.DEFAULT);
      assertThat(read.problem()).isEmpty();
      return read.source().orElseThrow();
    }
  }

  @Test
  void everyFileIsReadAsWhatItIs() throws IOException {
    Map<String, Map<String, Integer>> outcomes = new TreeMap<>();
    for (Collected file : collected()) {
      String outcome = outcome(new DescriptorReader().read(file.source()));
      outcomes.computeIfAbsent(file.family(), f -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
    }
    outcomes.forEach((family, counts) -> System.out.printf("descriptors: %s %s%n", family, counts));
    assertThat(outcomes.keySet()).isEqualTo(EXPECTED.keySet());
    EXPECTED.forEach(
        (family, expected) -> {
          Map<String, Integer> counts = outcomes.getOrDefault(family, Map.of());
          assertThat(counts).as(family).containsOnlyKeys(expected.outcome);
          assertThat(counts.values())
              .as(family)
              .allSatisfy(files -> assertThat(files).isGreaterThanOrEqualTo(expected.files));
        });
  }

  @Test
  void columnsOfContractsAreRead() throws IOException {
    long columns =
        collected().stream()
            .filter(file -> file.family().equals("odcs v3"))
            .flatMap(file -> new DescriptorReader().read(file.source()).stream())
            .flatMap(result -> result.subjects().stream())
            .flatMap(subject -> subject.input().find(path("contract", "schema")).stream())
            .mapToLong(DescriptorCorpusTest::columns)
            .sum();
    System.out.printf("descriptors: %d columns%n", columns);
    assertThat(columns).isGreaterThanOrEqualTo(COLUMNS);
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
        .filter(line -> line.startsWith("descriptors/"))
        .map(Collected::of)
        .toList();
  }

  private static String outcome(Optional<SubjectReader.Result> read) {
    if (read.isEmpty()) {
      return NOT_OURS;
    }
    SubjectReader.Result result = read.get();
    return result.diagnostics().stream().anyMatch(Diagnostic::isError)
        ? REFUSED
        : result.subjects().stream()
            .map(Subject::kind)
            .map(kind -> kind.word())
            .findFirst()
            .orElse("nothing");
  }
}
