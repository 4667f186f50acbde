package dev.bylaw.rego.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.RegoTests;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.observe.CoverageReport;
import dev.bylaw.rego.parser.RegoSyntax;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The sections of {@code docs/lint.md}: one for each rule, whose examples are its cases. */
class LintDocsTest {
  private static final Path DOCS = Path.of("../docs/lint.md");

  /** Those that a compiler tells have no examples there. */
  private static final List<String> COMPILED = List.of("strict", "input-path");

  private record Section(String title, List<SourceFile> bad, List<SourceFile> good) {}

  private static final Section ABSENT = new Section("", List.of(), List.of());

  private static Map<String, Section> sections() throws IOException {
    Map<String, Section> sections = new LinkedHashMap<>();
    Section section = null;
    List<SourceFile> into = new ArrayList<>();
    List<String> lines = Files.readAllLines(DOCS);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("### ")) {
        section = new Section(lines.get(i + 2), new ArrayList<>(), new ArrayList<>());
        sections.put(line.substring(4), section);
      } else if (section != null && line.equals("Bad:")) {
        into = section.bad();
      } else if (section != null && line.equals("Good:")) {
        into = section.good();
      } else if (section != null && line.startsWith("```rego")) {
        int end = i + 1;
        while (!lines.get(end).equals("```")) {
          end++;
        }
        into.add(source(line.substring(7).strip(), lines.subList(i + 1, end)));
        i = end;
      }
    }
    return sections;
  }

  private static SourceFile source(String name, List<String> lines) {
    String text = String.join("\n", lines) + "\n";
    boolean whole = text.startsWith("package ") || text.contains("\npackage ");
    return SourceFile.of(name.isEmpty() ? "p.rego" : name, whole ? text : "package p\n\n" + text);
  }

  @Test
  void eachRuleHasASectionThatSaysWhatItIs() throws IOException {
    Map<String, Section> sections = sections();
    assertThat(sections.keySet())
        .containsExactlyInAnyOrderElementsOf(Lint.rules().stream().map(LintRule::id).toList());
    for (LintRule rule : Lint.rules()) {
      assertThat(sections.getOrDefault(rule.id(), ABSENT).title())
          .isEqualTo(rule.title() + ". Level: `" + rule.level().word() + "`.");
    }
  }

  @TestFactory
  Stream<DynamicTest> examples() throws IOException {
    return sections().entrySet().stream()
        .filter(e -> !COMPILED.contains(e.getKey()))
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey(),
                    () -> {
                      assertThat(found(e.getKey(), e.getValue().bad()))
                          .as("the bad example")
                          .isNotEmpty();
                      assertThat(found(e.getKey(), e.getValue().good()))
                          .as("the good example")
                          .isEmpty();
                    }));
  }

  private static List<Diagnostic> found(String rule, List<SourceFile> sources) {
    assertThat(sources).isNotEmpty();
    RegoCompiler compiler = new RegoCompiler();
    for (SourceFile source : sources) {
      assertThat(RegoSyntax.parse(source, RegoVersion.V1).diagnostics()).isEmpty();
      compiler.module(source);
    }
    LintSettings on =
        new LintSettings(
            Map.of(rule, LintLevel.WARNING), List.of(), LintSettings.DEFAULT.lineLength());
    return Lint.look(compiler, tested(sources), List.of(), on).stream()
        .filter(d -> d.code().equals(rule))
        .toList();
  }

  private static Optional<CoverageReport> tested(List<SourceFile> sources) {
    RegoCompiler compiler = new RegoCompiler();
    sources.forEach(compiler::module);
    try {
      RegoTests tests = new RegoTests(compiler);
      tests.tests().forEach(tests::run);
      return Optional.of(tests.coverage());
    } catch (InputException e) {
      return Optional.empty(); // some examples are wrong for the compiler, too
    }
  }
}
