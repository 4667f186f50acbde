package dev.bylaw.rego.observe;

import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.RegoProgram;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A case: a policy, evaluated once with everybody listening. */
final class Observed {
  final TraceText full = new TraceText();
  final TraceText notes = new TraceText();
  final TraceText fails = new TraceText();
  final Coverage coverage = new Coverage();
  final Profile profile = new Profile(new AtomicLong()::incrementAndGet);
  final StringBuilder printed = new StringBuilder();
  final RegoProgram program;

  private Observed(RegoCompiler compiler) {
    program = compiler.print(line -> printed.append(line).append('\n')).compile();
  }

  static Observed run(Path folder) throws IOException, ParseException {
    RegoCompiler compiler =
        new RegoCompiler().module(SourceFile.of("policy.rego", text(folder, "policy.rego")));
    if (Files.exists(folder.resolve("data.json"))) {
      compiler.data((RegoObject) RegoJson.parse(text(folder, "data.json")));
    }
    Observed observed = new Observed(compiler);
    Optional<RegoValue> input = Optional.of(RegoJson.parse(text(folder, "input.json")));
    observed
        .program
        .observed(
            observed.full,
            TraceFilter.notes(observed.notes),
            TraceFilter.fails(observed.fails),
            observed.coverage,
            observed.profile)
        .evaluate(input, path(folder));
    return observed;
  }

  static List<String> path(Path folder) throws IOException {
    return Arrays.asList(text(folder, "path.txt").strip().split("\\."));
  }

  private static String text(Path folder, String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }
}
