package dev.bylaw.maven;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bylaw.rego.lint.Lint;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;

/** Findings of the linter as SARIF 2.1.0. */
final class LintSarif {
  private LintSarif() {}

  static void write(List<Diagnostic> findings, Path file) throws MojoExecutionException {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      new ObjectMapper().writeValue(file.toFile(), log(findings));
    } catch (IOException e) {
      throw new MojoExecutionException(file + " cannot be written: " + e, e);
    }
  }

  private static Map<String, ?> log(List<Diagnostic> findings) {
    List<?> rules =
        Lint.rules().stream()
            .map(r -> Map.of("id", r.id(), "shortDescription", Map.of("text", r.title())))
            .toList();
    Map<String, ?> run =
        Map.of(
            "tool",
            Map.of("driver", Map.of("name", "bylaw-lint", "rules", rules)),
            "results",
            findings.stream().map(LintSarif::result).toList());
    return Map.of("version", "2.1.0", "runs", List.of(run));
  }

  private static Map<String, ?> result(Diagnostic finding) {
    return Map.of(
        "ruleId", finding.code(),
        "level", finding.isError() ? "error" : "warning",
        "message", Map.of("text", finding.message()),
        "locations", finding.span().stream().map(LintSarif::location).toList());
  }

  private static Map<String, ?> location(Span span) {
    return Map.of(
        "physicalLocation",
        Map.of(
            "artifactLocation",
            Map.of("uri", span.source().name()),
            "region",
            Map.of(
                "startLine", span.line(),
                "startColumn", span.column(),
                "endLine", span.endLine(),
                "endColumn", span.endColumn())));
  }
}
