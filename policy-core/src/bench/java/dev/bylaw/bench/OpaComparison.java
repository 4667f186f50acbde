package dev.bylaw.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bylaw.rego.RegoProgram;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the workloads in {@code opa bench} and here, checks that both give the same answer, and
 * prints a table with the ratio. The binary is {@code $OPA_BIN}, or {@code opa} on the path.
 */
public final class OpaComparison {
  private static final List<String> ALL =
      List.of(
          "trivial",
          "rbac",
          "iteration_10",
          "iteration_100",
          "iteration_1000",
          "indexed_10",
          "indexed_1000",
          "join_100",
          "join_1000",
          "contract");

  private final Path folder;
  private final String opa = Optional.ofNullable(System.getenv("OPA_BIN")).orElse("opa");
  private final ObjectMapper mapper = new ObjectMapper();

  private OpaComparison(Path folder) {
    this.folder = folder;
  }

  /** Compares; the first argument is a folder for files. */
  public static void main(String[] args) throws IOException, InterruptedException {
    OpaComparison comparison = new OpaComparison(Path.of(args[0]));
    System.out.println("| workload | Bylaw, ns | OPA, ns | ratio |");
    System.out.println("|---|---:|---:|---:|");
    for (String name : ALL) {
      comparison.compare(Workload.of(name));
    }
  }

  private void compare(Workload work) throws IOException, InterruptedException {
    Path files = folder.resolve(work.name());
    Files.createDirectories(files);
    for (Map.Entry<String, String> module : work.modules().entrySet()) {
      Files.writeString(files.resolve(module.getKey()), module.getValue());
    }
    Files.writeString(files.resolve("data.json"), work.data());
    Path input = folder.resolve(work.name() + ".input.json");
    Files.writeString(input, work.input());
    String query = "data." + String.join(".", work.path());
    JsonNode answer = run(opa, "eval", "-d", files.toString(), "-i", input.toString(), query);
    RegoProgram program = work.compile();
    Optional<RegoValue> value = Optional.of(work.inputValue());
    check(work, answer, program.evaluate(value, work.path()));
    JsonNode bench =
        run(
            opa,
            "bench",
            "--format=json",
            "-d",
            files.toString(),
            "-i",
            input.toString(),
            query);
    double theirs = bench.get("T").asDouble() / bench.get("N").asDouble();
    double ours = measure(program, value, work.path());
    System.out.printf(
        Locale.ROOT,
        "| %s | %,.0f | %,.0f | %.1f |%n",
        work.name(),
        ours,
        theirs,
        theirs / ours);
  }

  private void check(Workload work, JsonNode answer, Optional<RegoValue> ours)
      throws IOException {
    JsonNode theirs = answer.at("/result/0/expressions/0/value");
    String mine = ours.map(v -> RegoJson.write(RegoJson.toJsonValue(v))).orElse("");
    if (!(theirs.isMissingNode() ? mine.isEmpty() : mapper.readTree(mine).equals(theirs))) {
      throw new IllegalStateException(work.name() + ": OPA says " + theirs + ", not " + mine);
    }
  }

  /** The mean of the last of several rounds of half a second, in nanoseconds. */
  private static double measure(
      RegoProgram program, Optional<RegoValue> input, List<String> path) {
    double mean = 0;
    int kept = 0;
    for (int round = 0; round < 6; round++) {
      long calls = 0;
      long start = System.nanoTime();
      long end = start + 500_000_000L;
      long now;
      do {
        for (int i = 0; i < 10; i++) {
          kept += program.evaluate(input, path).isPresent() ? 1 : 0;
        }
        calls += 10;
        now = System.nanoTime();
      } while (now < end);
      mean = (double) (now - start) / calls;
    }
    if (kept < 0) {
      throw new IllegalStateException();
    }
    return mean;
  }

  private JsonNode run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + out);
    }
    return mapper.readTree(out);
  }
}
