package dev.bylaw.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.DiagnosticRenderer;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Folders with policies for conftest and files: what is found, and the same asked of {@code
 * $CONFTEST_BIN}. {@code -Dgolden.rewrite=true} writes what is expected anew.
 */
class ConftestTest {
  private static final Path CASES = Path.of("src/test/resources/dev/bylaw/maven/conftest");

  static List<Path> cases() throws IOException {
    try (Stream<Path> cases = Files.list(CASES)) {
      return cases.filter(Files::isDirectory).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsFound(Path folder) throws IOException {
    String found = String.join("\n", found(folder)) + "\n";
    Path expected = folder.resolve("expected.txt");
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(expected, found);
    }
    assertThat(found).isEqualTo(Files.readString(expected));
  }

  @Test
  void whatRulesPrintIsToldOnce() {
    List<String> printed = new ArrayList<>();
    RegoCompiler compiler =
        new RegoCompiler()
            .module(
                SourceFile.of(
                    "p.rego",
                    """
                    package main

                    deny contains "a" if print("deny")

                    deny_b contains "b" if { print("none"); false }

                    warn := {"w"} if print("warn")

                    exception contains ["b"] if print("exception")
                    """))
            .print(line -> printed.add(line.text()));
    Conftest conftest = new Conftest(compiler.compile(), compiler.documents());
    SourceFile source = SourceFile.of("a.yaml", "a: 1\n");
    List<ConftestFile.Input> inputs =
        ConftestYaml.inputs(source, DocumentReader.read(source).documents());
    conftest.judge(new ConftestFile(CASES.toAbsolutePath(), "a.yaml", inputs), List.of("main"));
    assertThat(printed).containsExactlyInAnyOrder("deny", "none", "warn", "exception");
  }

  /** The cases, and what the build of the tests judges. */
  static List<Path> compared() throws IOException {
    List<Path> all = new ArrayList<>(cases());
    all.add(Path.of("src/it/conftest"));
    return all;
  }

  private static String one(Path folder, String name, String other) {
    return Files.exists(folder.resolve(name)) ? name : other;
  }

  /** What conftest takes for no finding is told, and no finding here either. */
  @ParameterizedTest
  @MethodSource("compared")
  void theBinaryFindsTheSame(Path folder) throws Exception {
    String binary = System.getenv("CONFTEST_BIN");
    if (binary == null) {
      System.out.println("conftest: not compared, CONFTEST_BIN is not set");
    }
    assumeTrue(binary != null, "SKIPPED: CONFTEST_BIN is not set");
    List<String> command = new ArrayList<>(List.of(String.valueOf(binary), "test", "-o", "json"));
    namespaces(folder).forEach(n -> command.addAll(List.of("-n", n)));
    String data = one(folder, "data", "limits");
    if (Files.exists(folder.resolve(data))) {
      command.addAll(List.of("-d", data));
    }
    if (isCombined(folder)) {
      command.add("--combine");
    }
    command.add(one(folder, "in", "manifests"));
    Process conftest =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String out = new String(conftest.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    conftest.waitFor();
    List<String> here =
        found(folder).stream().filter(line -> !line.matches("(IGNORED|EXCEPTION) .*")).toList();
    assertThat(here.stream().map(ConftestTest::unplaced).sorted().toList()).isEqualTo(asked(out));
  }

  private static String unplaced(String line) {
    return line.startsWith("error") ? "error" : line.replaceFirst(":\\d+:\\d+ ", " ");
  }

  private static List<String> found(Path folder) {
    RegoCompiler compiler = new RegoCompiler().moduleFolder(folder.resolve("policy"));
    Path data = folder.resolve(one(folder, "data", "limits"));
    if (Files.exists(data)) {
      compiler.documentFolder(data);
    }
    Conftest conftest = new Conftest(compiler.compile(), compiler.documents());
    Path base = folder.toAbsolutePath();
    Path in = folder.resolve(one(folder, "in", "manifests"));
    List<String> out = new ArrayList<>();
    try {
      List<ConftestFile> files = ConftestFile.read(List.of(in), base);
      boolean combined = isCombined(folder);
      for (ConftestFile file : combined ? List.of(ConftestFile.combined(files, base)) : files) {
        conftest
            .judge(file, conftest.packages().namespaces(namespaces(folder)))
            .forEach(r -> out.add(line(r, combined)));
      }
    } catch (InputException e) {
      return e.diagnostics().stream()
          .map(d -> "error " + DiagnosticRenderer.render(d).lines().findFirst().orElseThrow())
          .toList();
    }
    return out.stream().sorted().toList();
  }

  private static String line(Conftest.Result result, boolean combined) {
    String place = combined ? "Combined" : result.place().toString();
    return "%s %s %s %s"
        .formatted(result.outcome(), place, result.namespace(), result.message().strip());
  }

  private static List<String> namespaces(Path folder) {
    Path file = folder.resolve("namespaces.txt");
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of("main");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isCombined(Path folder) {
    return Files.exists(folder.resolve("combine.txt"));
  }

  private static List<String> asked(String out) throws ParseException {
    if (out.startsWith("Error: ")) {
      return List.of("error");
    }
    List<String> lines = new ArrayList<>();
    for (RegoValue file : (RegoArray) RegoJson.parse(out)) {
      lines(file, "failures", "FAILURE", lines);
      lines(file, "warnings", "WARNING", lines);
    }
    return lines.stream().sorted().toList();
  }

  private static void lines(RegoValue file, String field, String outcome, List<String> out) {
    if (field(file, field).orElse(RegoArray.of(List.of())) instanceof RegoArray results) {
      for (RegoValue result : results) {
        out.add(
            "%s %s %s %s"
                .formatted(
                    outcome,
                    text(file, "filename"),
                    text(file, "namespace"),
                    text(result, "msg").strip()));
      }
    }
  }

  private static String text(RegoValue object, String field) {
    return ((RegoString) field(object, field).orElseThrow()).value();
  }

  private static Optional<RegoValue> field(RegoValue object, String name) {
    return Optional.ofNullable(((RegoObject) object).get(name));
  }
}
