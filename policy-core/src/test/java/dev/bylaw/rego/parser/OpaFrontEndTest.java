package dev.bylaw.rego.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bylaw.rego.ast.Dialect;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Snippets that OPA's own parser tests accept and refuse. The flags of those tests are only partly
 * recorded, so a snippet is read in every dialect: it counts as accepted when one accepts it, and
 * as refused when one refuses it. {@code -Dfrontend=DIR} reads another folder.
 */
class OpaFrontEndTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Dialect> DIALECTS =
      List.of(
          Dialect.of(RegoVersion.V1),
          Dialect.of(RegoVersion.V0),
          Dialect.of(RegoVersion.V0).withKeywords(Set.of("contains", "every", "if", "in")),
          Dialect.of(RegoVersion.V1).withKeywords(Set.of("and", "or")),
          Dialect.of(RegoVersion.V1).withKeywords(Set.of("not")),
          Dialect.of(RegoVersion.V1).withKeywords(Set.of("and", "not", "or")));

  private static Path file(String name) {
    String own = System.getProperty("frontend", "");
    Path folder =
        own.isEmpty()
            ? Path.of(System.getProperty("bylaw.shared", "absent")).resolve("rego/frontend")
            : Path.of(own);
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      System.out.println("front end: skipped, there is no file " + file);
    }
    assumeTrue(Files.exists(file), "the front-end cases are not here");
    return file;
  }

  /** As a module, as a query, and as rules of a module: the outcomes that are possible. */
  private static List<List<Diagnostic>> outcomes(String text, String name, Dialect dialect) {
    List<List<Diagnostic>> out = new ArrayList<>();
    SourceFile source = SourceFile.of(name, text);
    out.add(RegoSyntax.parse(source, dialect).diagnostics());
    if (!text.stripLeading().startsWith("package ")) {
      out.add(RegoSyntax.parseQuery(source, dialect).diagnostics());
      SourceFile below = SourceFile.of(name, "package p\n" + text);
      out.add(RegoSyntax.parse(below, dialect).diagnostics());
    }
    return out;
  }

  /** What is wrong with each case, by its name; and the names of all. */
  private record Outcome(Map<String, String> failures, Set<String> names, int cases) {
    void check(String what) throws IOException {
      System.out.println("front end, " + what + ": " + (cases - failures.size()) + " of " + cases);
      if (System.getProperty("frontend.verbose") != null) {
        failures.forEach((k, v) -> System.out.println("  " + k + "\n    " + v));
      }
      Map<String, String> skips = OpaSkips.read(OpaFrontEndTest.class, "opa-skips.txt");
      Set<String> failed = new TreeSet<>();
      failures.keySet().forEach(k -> failed.add(k.substring(0, k.indexOf('|'))));
      Set<String> skipped = new TreeSet<>(skips.keySet());
      skipped.retainAll(names);
      assertThat(failed).as("%s, but for those skipped", what).isEqualTo(skipped);
    }
  }

  @Test
  void accepts() throws IOException {
    Map<String, String> failures = new TreeMap<>();
    Set<String> names = new TreeSet<>();
    JsonNode cases = JSON.readTree(file("parse_accept.json").toFile());
    for (JsonNode one : cases) {
      String text = one.path("input").asText();
      boolean accepted =
          DIALECTS.stream()
              .anyMatch(d -> outcomes(text, "test.rego", d).stream().anyMatch(List::isEmpty));
      names.add(one.path("note").asText());
      if (!accepted) {
        String found = OpaText.of(outcomes(text, "test.rego", DIALECTS.get(5)).get(0));
        failures.put(one.path("note").asText() + "|" + text, found);
      }
    }
    new Outcome(failures, names, cases.size()).check("accepted");
  }

  @Test
  void refuses() throws IOException {
    Map<String, String> accepted = new TreeMap<>();
    Map<String, String> otherText = new TreeMap<>();
    Set<String> names = new TreeSet<>();
    JsonNode cases = JSON.readTree(file("parse_reject.json").toFile());
    for (JsonNode one : cases) {
      String text = one.path("input").asText();
      List<String> wanted = new ArrayList<>();
      one.path("want_errors").forEach(e -> wanted.add(e.asText()));
      if (one.hasNonNull("contains")) {
        wanted.add(one.path("contains").asText());
      }
      names.add(one.path("note").asText());
      String key = one.path("note").asText() + "|" + text;
      List<String> found = texts(text);
      boolean expected = found.stream().anyMatch(f -> wanted.stream().allMatch(f::contains));
      if (!expected) {
        otherText.put(key, "wanted " + wanted + " but got " + found);
      }
      if (!isRefused(text) && (wanted.isEmpty() || !expected)) {
        accepted.put(key, "");
      }
    }
    new Outcome(accepted, Set.of(), cases.size()).check("refused");
    new Outcome(otherText, names, cases.size()).check("refused with OPA's text");
  }

  private static boolean isRefused(String text) {
    return DIALECTS.stream()
        .anyMatch(d -> outcomes(text, "test.rego", d).stream().noneMatch(List::isEmpty));
  }

  private static List<String> texts(String text) {
    List<String> found = new ArrayList<>();
    for (Dialect d : DIALECTS) {
      for (String name : List.of("test.rego", "")) {
        outcomes(text, name, d).stream()
            .filter(o -> !o.isEmpty())
            .map(OpaText::of)
            .forEach(found::add);
      }
    }
    return found;
  }
}
