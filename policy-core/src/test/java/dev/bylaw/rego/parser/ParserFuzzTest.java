package dev.bylaw.rego.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Modules of OPA's conformance cases, damaged in a few places: each is read or refused with a
 * place, as OPA does. {@code -Dfuzz=COUNT} compares more of them and prints those that differ,
 * {@code -Dfuzz.seed=N} others, where the environment variable {@code OPA} or the path has the
 * binary.
 */
class ParserFuzzTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String READABLE =
      "[i | some i, text in input; rego.parse_module(\"m.rego\", text)]";

  /** What insertions are made of. */
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "(",
          ")",
          "\"",
          "`",
          "$\"",
          "|",
          ":=",
          "=",
          "==",
          ".",
          ",",
          ";",
          ":",
          "\n",
          "-",
          "+",
          "in",
          "not",
          "some",
          "every",
          "with",
          "as",
          "else",
          "if",
          "contains",
          "default",
          "import",
          "package",
          "x",
          "1",
          "1e",
          "#",
          "_",
          "\\",
          "\u0000",
          "\u00e9",
          "&");

  private static List<String> corpus() throws IOException {
    Path folder = Path.of(System.getProperty("bylaw.shared", "absent"), "rego/conformance/v1");
    assumeTrue(Files.isDirectory(folder), "the conformance cases are not here");
    Set<String> modules = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(p -> p.toString().endsWith(".json")).toList()) {
        for (JsonNode some : JSON.readTree(file.toFile()).findValues("modules")) {
          some.forEach(m -> modules.add(m.asText()));
        }
      }
    }
    return List.copyOf(modules);
  }

  /** A token, or what is between two. */
  private static List<String> pieces(String text) {
    List<String> out = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= text.length(); i++) {
      boolean joined =
          i < text.length()
              && Character.isLetterOrDigit(text.charAt(i))
              && Character.isLetterOrDigit(text.charAt(i - 1));
      if (!joined) {
        out.add(text.substring(start, i));
        start = i;
      }
    }
    return out;
  }

  private static String damaged(String text, Random random) {
    List<String> pieces = new ArrayList<>(pieces(text));
    for (int left = 1 + random.nextInt(3); left > 0 && !pieces.isEmpty(); left--) {
      int at = random.nextInt(pieces.size());
      switch (random.nextInt(4)) {
        case 0 -> pieces.remove(at);
        case 1 -> pieces.add(at, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> pieces.set(at, pieces.set(random.nextInt(pieces.size()), pieces.get(at)));
        default -> {
          String piece = pieces.get(at);
          int cut = random.nextInt(piece.length() + 1);
          pieces.set(
              at, piece.substring(0, cut) + piece.substring(Math.min(cut + 1, piece.length())));
        }
      }
    }
    return String.join("", pieces);
  }

  private static boolean isRead(String text) {
    RegoSyntax.Parsed<Module> parsed =
        RegoSyntax.parse(SourceFile.of("m.rego", text), RegoVersion.V1);
    assertThat(parsed.tree().isPresent()).as(text).isEqualTo(parsed.diagnostics().isEmpty());
    assertThat(parsed.diagnostics()).as(text).allMatch(d -> d.span().isPresent());
    return parsed.tree().isPresent();
  }

  @Property(tries = 50)
  void damageEndsInDiagnostics(@ForAll Random random) throws IOException {
    List<String> corpus = corpus();
    for (int i = 0; i < 20; i++) {
      isRead(damaged(corpus.get(random.nextInt(corpus.size())), random));
    }
  }

  @Example
  void opaReadsAndRefusesTheSame() throws IOException, InterruptedException {
    List<String> corpus = corpus();
    Random random = new Random(Long.getLong("fuzz.seed", 1));
    List<String> texts = new ArrayList<>();
    for (int i = Integer.getInteger("fuzz", 1_000); i > 0; i--) {
      texts.add(damaged(corpus.get(random.nextInt(corpus.size())), random));
    }
    Optional<Set<Integer>> read = readByOpa(texts);
    assumeTrue(read.isPresent(), "there is no opa");
    List<String> others = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      boolean own = isRead(texts.get(i));
      if (own != read.get().contains(i)) {
        others.add((own ? "only we read" : "only OPA reads") + "\n" + texts.get(i));
      }
    }
    System.out.println(
        "damaged modules: %d of %d as OPA does, %d of them read"
            .formatted(texts.size() - others.size(), texts.size(), read.get().size()));
    if (System.getProperty("fuzz") != null) {
      others.forEach(System.out::println);
    }
    // for one, OPA reads a sign alone before a rule's name, and forgets it
    assertThat(others).as("one in 200 may differ").hasSizeLessThanOrEqualTo(texts.size() / 200);
  }

  private static Optional<Set<Integer>> readByOpa(List<String> texts)
      throws IOException, InterruptedException {
    Path input = Files.createTempFile("damaged", ".json");
    Path output = Files.createTempFile("damaged", ".out");
    try {
      JSON.writeValue(input.toFile(), texts);
      String opa = Optional.ofNullable(System.getenv("OPA")).orElse("opa");
      List<String> command = List.of(opa, "eval", "-f", "values", "-i", input.toString(), READABLE);
      Process process;
      try {
        process = new ProcessBuilder(command).redirectOutput(output.toFile()).start();
      } catch (IOException e) {
        System.out.println("damaged modules: not compared, there is no opa");
        return Optional.empty();
      }
      assertThat(process.waitFor()).isZero();
      Set<Integer> read = new TreeSet<>();
      JSON.readTree(output.toFile()).get(0).forEach(i -> read.add(i.asInt()));
      return Optional.of(read);
    } finally {
      Files.delete(input);
      Files.delete(output);
    }
  }
}
