package dev.bylaw.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bylaw.rego.ast.Dialect;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.compiler.Capabilities;
import dev.bylaw.rego.compiler.Schemas;
import dev.bylaw.rego.parser.OpaSkips;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Modules that OPA's own compiler tests refuse. Their flags are only partly recorded, so a case
 * passes if the wanted errors come up in version 1 or 0, strict or not. {@code -Dfrontend=DIR}
 * reads another folder, {@code -Dfrontend.verbose} prints the cases that fail.
 */
class OpaCompileErrorsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final boolean OWN = System.getProperty("frontend") == null;
  private static final Path FOLDER =
      OWN
          ? Path.of(System.getProperty("bylaw.shared", "absent"), "rego/frontend")
          : Path.of(System.getProperty("frontend", ""));
  private static final String OPERATION = "'operation': {'type': 'string'}";

  @Test
  void refuses() throws IOException {
    Path file = FOLDER.resolve("compile_errors.json");
    if (!Files.exists(file)) {
      System.out.println("front end: skipped, there is no file " + file);
    }
    assumeTrue(Files.exists(file), "the front-end cases are not here");
    JsonNode cases = JSON.readTree(file.toFile());
    Map<String, String> failures = new TreeMap<>();
    for (JsonNode one : cases) {
      String failure = run(one);
      if (!failure.isEmpty()) {
        failures.put(one.path("note").asText() + "|" + one.path("modules"), failure);
      }
    }
    System.out.println(
        "front end, compile errors: " + (cases.size() - failures.size()) + " of " + cases.size());
    if (System.getProperty("frontend.verbose") != null) {
      failures.forEach((k, v) -> System.out.println("  " + k + "\n    " + v));
    }
    assertThat(failures.size()).as("failures").isLessThanOrEqualTo(cases.size() / 20);
    if (OWN) {
      Set<String> failed = new TreeSet<>();
      failures.keySet().forEach(k -> failed.add(k.substring(0, k.indexOf('|'))));
      Map<String, String> skips = OpaSkips.read(OpaCompileErrorsTest.class, "compile-skips.txt");
      assertThat(failed).as("what is skipped").isEqualTo(skips.keySet());
    }
  }

  /** Empty if the case passes, or else what came up instead. */
  private static String run(JsonNode one) {
    List<String> found = new ArrayList<>();
    for (RegoVersion version : List.of(RegoVersion.V1, RegoVersion.V0)) {
      for (boolean strict : new boolean[] {false, true}) {
        List<Diagnostic> problems = compile(one, version, strict);
        if (matches(one.path("want_errors"), problems)) {
          return "";
        }
        found.add(version + (strict ? " strict " : " ") + problems);
      }
    }
    return "wanted " + one.path("want_errors") + " but got " + String.join("\n      ", found);
  }

  /** What the flags of a case leave of the language. */
  private static Capabilities capabilities(JsonNode one) {
    if (!one.path("note").asText().contains("CapabilitiesFeatures/")) {
      return Capabilities.ALL;
    }
    Map<String, String> names =
        Map.of(
            "FeatureRefHeadStringPrefixes", "rule_head_ref_string_prefixes",
            "FeatureTemplateStrings", "template_strings");
    Set<String> features = new TreeSet<>();
    one.path("flags").path("features").forEach(f -> features.add(names.get(f.path("go").asText())));
    Optional<Set<String>> builtins =
        one.path("flags").has("builtins") ? Optional.of(Set.of()) : Optional.empty();
    return new Capabilities(builtins, Set.of(), features);
  }

  /** OPA's tests have schemas of these names; what the cases need of them is in these. */
  private static Schemas schemas(JsonNode one) {
    boolean ofInput = one.path("note").asText().contains("PassesTypeCheckRules");
    Schemas named =
        Schemas.NONE
            .with(List.of("string"), json("{'type': 'string'}"))
            .with(List.of("number"), json("{'type': 'number'}"))
            .with(List.of("input"), json(object("'user': {'type': 'string'}", OPERATION)))
            .with(List.of("whocan-input-schema"), json(object(OPERATION)))
            .with(
                List.of("acl-schema"),
                json(
                    object(
                        "'alice': {'type': 'array'}, 'bob': {'type': 'array'}",
                        "'spec': " + object("'containers': {'type': 'array'}"))));
    return ofInput
        ? named.withInput(
            json(object("'identity': {'type': 'string'}", "'path': {'type': 'array'}")))
        : named;
  }

  private static String object(String... properties) {
    return "{'type': 'object', 'properties': {" + String.join(", ", properties) + "}}";
  }

  private static RegoValue json(String text) {
    try {
      return RegoJson.parse(text.replace('\'', '"'));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Diagnostic> compile(JsonNode one, RegoVersion version, boolean strict) {
    RegoCompiler compiler =
        new RegoCompiler().strict(strict).capabilities(capabilities(one)).schemas(schemas(one));
    Dialect dialect = capabilities(one).dialect(version);
    if (one.path("note").asText().contains("AndOrImports")) {
      dialect = dialect.withKeywords(Set.of("and", "or"));
    }
    boolean zeroBased = !one.path("note").asText().startsWith("TestCheckAnnotation");
    String prefix = zeroBased ? "mod" : "test";
    int number = zeroBased ? 0 : 1;
    for (String text : texts(one.path("modules"))) {
      compiler.module(SourceFile.of(prefix + number++ + ".rego", text), dialect);
    }
    try {
      compiler.compile();
      return List.of();
    } catch (InputException e) {
      return e.diagnostics();
    }
  }

  /** Some are recorded as the Go code that lists them. */
  private static List<String> texts(JsonNode modules) {
    List<String> out = new ArrayList<>();
    for (JsonNode module : modules) {
      String text = module.asText();
      if (!text.startsWith("modules(")) {
        out.add(text);
        continue;
      }
      String[] parts = text.split("`", -1);
      for (int i = 1; i < parts.length; i += 2) {
        out.add(parts[i]);
      }
    }
    return out;
  }

  private static boolean matches(JsonNode wanted, List<Diagnostic> problems) {
    for (JsonNode want : wanted) {
      if (problems.stream().noneMatch(d -> matches(want, d))) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(JsonNode want, Diagnostic d) {
    String place = d.span().map(s -> s.source().name() + ":" + s.line() + ": ").orElse("");
    if (want.isTextual()) {
      return (place + d.code() + ": " + d.message()).contains(want.asText());
    }
    JsonNode loc = want.path("loc");
    boolean here = true;
    if (loc.has("Row")) {
      here = at(d, loc.path("Row").asInt(), loc.path("Col").asInt());
    } else if (loc.has("go")) {
      String[] parts = loc.path("go").asText().split(",", -1);
      String column = parts[parts.length - 1].replace(")", "").trim();
      here = at(d, Integer.parseInt(parts[parts.length - 2].trim()), Integer.parseInt(column));
    }
    return here && d.message().equals(want.path("message").asText());
  }

  private static boolean at(Diagnostic d, int row, int column) {
    return d.span().filter(s -> s.line() == row && s.column() == column).isPresent();
  }
}
