package dev.bylaw.rego.builtin.std;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.Host;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls built-ins on the cases in the {@code .cases} files: a name, the arguments as a JSON array
 * in which {@code {"$set": [...]}} is a set, and the result as {@code json.marshal} writes it,
 * {@code undefined}, or {@code !} and the text of an error.
 */
class StandardBuiltinsTest {
  private static final Set<String> LANGUAGE = Set.of("assign", "internal.print", "print");

  static Stream<String> cases() {
    return Stream.of(
            "numbers",
            "collections",
            "text",
            "hosts",
            "tokens",
            "keys",
            "schemas",
            "yaml",
            "modules",
            "graphql",
            "templates")
        .flatMap(StandardBuiltinsTest::lines)
        .filter(line -> !line.isBlank() && !line.startsWith("#"));
  }

  private static Stream<String> lines(String family) {
    try (InputStream in = StandardBuiltinsTest.class.getResourceAsStream(family + ".cases")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void familiesHoldWhatIsWrittenDown() {
    Map<String, String> families = StandardBuiltins.families();
    Map<String, String> loaded = new HashMap<>();
    for (String family : new TreeSet<>(families.values())) {
      StandardBuiltins.load(family).forEach(b -> loaded.put(b.name(), family));
    }
    assertThat(loaded).isEqualTo(families);
  }

  @Test
  void everyBuiltinOfOpaIsThere() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (JsonNode one : capabilities()) {
      missing.add(one.path("name").asText());
    }
    assertThat(missing).hasSize(206);
    missing.removeIf(name -> StandardBuiltins.registry().find(name).isPresent());
    assertThat(missing).as("those of the language itself").isEqualTo(LANGUAGE);
  }

  private static JsonNode capabilities() throws IOException {
    Path file =
        Path.of(System.getProperty("bylaw.shared", "absent"), "rego/capabilities-1.20.2.json");
    assumeTrue(Files.exists(file), "SKIPPED: OPA's capabilities are not here");
    return new ObjectMapper().readTree(file.toFile()).path("builtins");
  }

  /** A result that is kept for other queries must not depend on the moment. */
  @Test
  void whatOpaCallsNondeterministicIsSoHere() throws IOException {
    int checked = 0;
    for (JsonNode one : capabilities()) {
      Optional<Builtin> ours = StandardBuiltins.registry().find(one.path("name").asText());
      if (one.path("nondeterministic").asBoolean() && ours.isPresent()) {
        assertThat(ours.get().traits())
            .as(ours.get().name())
            .contains(Builtin.Trait.NONDETERMINISTIC);
        checked++;
      }
    }
    assertThat(checked).isPositive();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersAsOpaDoes(String line) throws ParseException {
    int space = line.indexOf(' ');
    int arrow = line.lastIndexOf(" => ");
    RegoArray args = (RegoArray) RegoJson.parse(line.substring(space + 1, arrow));
    assertThat(call(line.substring(0, space), args)).isEqualTo(line.substring(arrow + 4));
  }

  private static String call(String name, RegoArray args) {
    Builtin builtin = StandardBuiltins.registry().find(name).orElseThrow();
    RegoValue[] values =
        args.toList().stream().map(StandardBuiltinsTest::withSets).toArray(RegoValue[]::new);
    try {
      RegoValue result = builtin.code().call(new Calls(Host.NOTHING), values);
      return result == null ? "undefined" : RegoJson.writeEscaped(result);
    } catch (BuiltinException e) {
      return "! " + String.valueOf(e.getMessage()).replace("\n", "\\n");
    }
  }

  private static RegoValue withSets(RegoValue value) {
    if (value instanceof RegoArray array) {
      return RegoArray.of(array.toList().stream().map(StandardBuiltinsTest::withSets).toList());
    } else if (value instanceof RegoObject object) {
      if (object.get(RegoString.of("$set")) instanceof RegoArray elements) {
        return RegoSet.of(elements.toList().stream().map(StandardBuiltinsTest::withSets).toList());
      }
      Map<RegoValue, RegoValue> entries = object.toMap();
      entries.replaceAll((k, v) -> withSets(v));
      return RegoObject.of(entries);
    }
    return value;
  }

  @Test
  void everySignatureHasAResult() {
    assertThat(StandardBuiltins.registry().all())
        .allSatisfy(b -> assertThat(b.signature()).matches("\\(.*\\) => (\\(.+: .+\\)|[^(]+)"));
  }
}
