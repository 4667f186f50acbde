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
 * as refused when one refuses it. Some of those filed as accepted come from tests of errors: they
 * must be refused in every dialect, as OPA does. {@code -Dfrontend=DIR} reads another folder,
 * {@code -Dfrontend.verbose} prints what went wrong.
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
    String own = System.getProperty("frontend");
    Path folder =
        own == null
            ? Path.of(System.getProperty("bylaw.shared", "absent"), "rego/frontend")
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

  /** What is wrong with each case, by its name. */
  private record Outcome(Map<String, String> failures, int cases) {
    Outcome print(String what) {
      System.out.println("front end, " + what + ": " + (cases - failures.size()) + " of " + cases);
      if (System.getProperty("frontend.verbose") != null) {
        failures.forEach((k, v) -> System.out.println("  " + k + "\n    " + v));
      }
      return this;
    }

    void all() {
      assertThat(failures).isEmpty();
    }

    /** All but a few, each of which is listed with its reason, and none too many. */
    void allBut(Map<String, String> skips) {
      assertThat(failures.size()).as("failures of %s", cases).isLessThanOrEqualTo(cases / 20);
      if (System.getProperty("frontend") == null) {
        Set<String> failed = new TreeSet<>();
        failures.keySet().forEach(k -> failed.add(k.substring(0, k.indexOf('|'))));
        assertThat(failed).as("what is skipped").isEqualTo(skips.keySet());
      }
    }
  }

  @Test
  void acceptsWhatOpaAccepts() throws IOException {
    Map<String, String> refusals = OpaSkips.read(OpaFrontEndTest.class, "opa-refuses.txt");
    Map<String, String> failures = new TreeMap<>();
    JsonNode cases = JSON.readTree(file("parse_accept.json").toFile());
    int refused = 0;
    for (JsonNode one : cases) {
      String text = one.path("input").asText();
      String name = one.path("note").asText();
      boolean accepted = DIALECTS.stream().anyMatch(d -> isAccepted(text, d));
      refused += refusals.containsKey(name) ? 1 : 0;
      if (accepted && refusals.containsKey(name)) {
        failures.put(name + "|" + text, "OPA says " + refusals.get(name));
      } else if (!accepted && !refusals.containsKey(name)) {
        String found = OpaText.of(outcomes(text, "test.rego", DIALECTS.get(5)).get(0));
        failures.put(name + "|" + text, found);
      }
    }
    System.out.println("front end, filed as accepted but refused by OPA: " + refused);
    new Outcome(failures, cases.size()).print("accepted or refused as OPA does").all();
  }

  @Test
  void refuses() throws IOException {
    Map<String, String> accepted = new TreeMap<>();
    Map<String, String> otherText = new TreeMap<>();
    JsonNode cases = JSON.readTree(file("parse_reject.json").toFile());
    for (JsonNode one : cases) {
      String text = one.path("input").asText();
      List<String> wanted = new ArrayList<>();
      one.path("want_errors").forEach(e -> wanted.add(e.asText()));
      if (one.hasNonNull("contains")) {
        wanted.add(one.path("contains").asText());
      }
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
    new Outcome(accepted, cases.size()).print("refused").all();
    new Outcome(otherText, cases.size())
        .print("refused with OPA's text")
        .allBut(OpaSkips.read(OpaFrontEndTest.class, "opa-skips.txt"));
  }

  private static boolean isAccepted(String text, Dialect dialect) {
    return outcomes(text, "test.rego", dialect).stream().anyMatch(List::isEmpty);
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
