package dev.bylaw.rego.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bylaw.rego.OpaBinary;
import dev.bylaw.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All modules of the conformance cases, next to {@code opa fmt}. */
class OpaFormatTest {
  @TempDir private Path folder;

  /**
   * A keyed membership within another one: {@code opa fmt} leaves out parentheses that it writes
   * the second time.
   */
  private static final int CHANGE_TWICE = 2;

  @Test
  void versionOneIsAsOpaHasIt() throws IOException, InterruptedException {
    compare("v1", RegoStyle.V1, List.of());
  }

  @Test
  void versionZeroIsAsOpaHasIt() throws IOException, InterruptedException {
    compare("v0", RegoStyle.V0, List.of("--v0-compatible"));
  }

  private void compare(String version, RegoStyle style, List<String> options)
      throws IOException, InterruptedException {
    List<String> modules = List.copyOf(modules(version));
    List<String> ours = formatted(modules, style);
    List<String> again = formatted(ours, style);
    long changed = 0;
    for (int i = 0; i < ours.size(); i++) {
      changed += ours.get(i).equals(again.get(i)) ? 0 : 1;
    }
    assertThat(changed).as("modules that change twice").isLessThanOrEqualTo(CHANGE_TWICE);
    assumeTrue(OpaBinary.find().isPresent(), "SKIPPED: there is no opa binary");
    assertThat(ours).isEqualTo(opa(modules, options));
    assertThat(again).isEqualTo(opa(ours, options));
    System.out.println("opa fmt, " + version + ": " + ours.size() + " of " + modules.size());
  }

  private static List<String> formatted(List<String> modules, RegoStyle style) {
    return modules.stream()
        .map(text -> RegoFormat.format(SourceFile.of("case.rego", text), style))
        .toList();
  }

  private static Set<String> modules(String version) throws IOException {
    Path cases = Path.of(System.getProperty("bylaw.shared", "absent"), "rego/conformance", version);
    assumeTrue(Files.isDirectory(cases), "the conformance cases are not here");
    Set<String> modules = new LinkedHashSet<>();
    try (Stream<Path> walk = Files.walk(cases)) {
      for (Path file : walk.filter(p -> p.toString().endsWith(".json")).sorted().toList()) {
        for (JsonNode list : new ObjectMapper().readTree(file.toFile()).findValues("modules")) {
          list.forEach(m -> modules.add(m.asText()));
        }
      }
    }
    return modules;
  }

  private List<String> opa(List<String> modules, List<String> options)
      throws IOException, InterruptedException {
    List<Path> files = new ArrayList<>();
    for (String module : modules) {
      files.add(Files.writeString(folder.resolve("m%05d.rego".formatted(files.size())), module));
    }
    List<String> command = new ArrayList<>(List.of(OpaBinary.find().orElseThrow().toString()));
    command.addAll(List.of("fmt", "--write"));
    command.addAll(options);
    command.add(folder.toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    List<String> texts = new ArrayList<>();
    for (Path file : files) {
      texts.add(Files.readString(file));
    }
    return texts;
  }
}
