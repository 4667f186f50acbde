package dev.bylaw.rego.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bylaw.Golden;
import dev.bylaw.rego.OpaBinary;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same policies as in {@link ObserveTest}, observed by {@code $OPA_BIN} or {@code opa} on the
 * path. What may differ is in docs/adr/0009.
 */
class OpaObserveTest {
  private static final Pattern GENERATED = Pattern.compile("__[a-z]+[0-9_]*__");
  private static final Pattern LINE =
      Pattern.compile("\\S+:\\d+ +(\\| )*(Enter|Eval|Fail|Note|Exit|Redo) .*");
  private static final Pattern RULE_AGAIN = Pattern.compile(".*\\| Redo data\\.[a-z_.]+");

  private static Optional<Path> opa = Optional.empty();

  @TempDir private Path output;

  @BeforeAll
  static void find() {
    opa = OpaBinary.find();
    if (opa.isEmpty()) {
      System.out.println("observing: not compared, there is no opa binary");
    }
    assumeTrue(opa.isPresent(), "there is no opa binary; set OPA_BIN or add it to PATH");
  }

  static List<Path> cases() {
    return Golden.cases("rego/observe");
  }

  private record Output(String out, String err) {}

  private Output eval(Path folder, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(opa.orElseThrow().toString(), "eval"));
    command.addAll(List.of("--disable-indexing", "-d", "policy.rego", "-i", "input.json"));
    if (Files.exists(folder.resolve("data.json"))) {
      command.addAll(List.of("-d", "data.json"));
    }
    command.addAll(List.of(options));
    command.add("data." + String.join(".", Observed.path(folder)));
    Path out = output.resolve("out");
    Path err = output.resolve("err");
    int exit =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    assertThat(exit).as(Files.readString(err)).isZero();
    return new Output(Files.readString(out), Files.readString(err));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void traces(Path folder) throws IOException, InterruptedException, ParseException {
    Observed observed = Observed.run(folder);
    assertThat(comparable(observed.full.text()))
        .isEqualTo(comparable(eval(folder, "--explain=full", "-fpretty").out()));
    assertThat(comparable(observed.notes.text()))
        .isEqualTo(comparable(eval(folder, "--explain=notes", "-fpretty").out()));
    assertThat(comparable(observed.fails.text()))
        .isEqualTo(comparable(eval(folder, "--explain=fails", "-fpretty").out()));
  }

  /** Sorted, because OPA goes on inside of a complete rule that we have left by then. */
  private static List<String> comparable(String trace) {
    return trace
        .lines()
        .filter(line -> LINE.matcher(line).matches() && !RULE_AGAIN.matcher(line).matches())
        .map(line -> GENERATED.matcher(line).replaceAll("__x__"))
        .map(line -> line.replace("not { ", "not {").replace(" }", "}"))
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("dev.bylaw.rego.observe.ObserveTest#covered")
  void coverage(Path folder) throws IOException, InterruptedException, ParseException {
    Observed observed = Observed.run(folder);
    String out = eval(folder, "--coverage", "--coverage-runs=").out();
    assertThat(observed.coverage.report(observed.program.modules()).toJson())
        .isEqualTo(field(RegoJson.parse(out), "coverage"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void countsAndPrints(Path folder) throws IOException, InterruptedException, ParseException {
    Observed observed = Observed.run(folder);
    Output output = eval(folder, "--profile", "--profile-limit=1000");
    RegoValue profile = field(RegoJson.parse(output.out()), "profile");
    assertThat(counts(observed.profile.report().toJson())).isEqualTo(counts((RegoArray) profile));
    assertThat(observed.printed.toString().lines().map(l -> l.replaceFirst("\\S+ ", "")))
        .containsExactlyElementsOf(output.err().lines().toList());
  }

  private static List<String> counts(RegoArray profile) {
    List<String> counts = new ArrayList<>();
    for (RegoValue entry : profile) {
      RegoValue location = field(entry, "location");
      counts.add(
          field(location, "file")
              + ":"
              + field(location, "row")
              + ": "
              + field(entry, "num_eval")
              + " and "
              + field(entry, "num_redo"));
    }
    counts.sort(null);
    return counts;
  }

  private static RegoValue field(RegoValue object, String name) {
    return Optional.ofNullable(((RegoObject) object).get(name)).orElseThrow();
  }
}
