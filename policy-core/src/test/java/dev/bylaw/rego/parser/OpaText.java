package dev.bylaw.rego.parser;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/** Writes problems as OPA prints them. */
final class OpaText {
  private OpaText() {}

  static String of(List<Diagnostic> diagnostics) {
    String errors = diagnostics.stream().map(OpaText::of).collect(Collectors.joining("\n"));
    int count = diagnostics.size();
    return count == 1 ? "1 error occurred: " + errors : count + " errors occurred:\n" + errors;
  }

  private static String of(Diagnostic d) {
    Span span = d.span().orElseThrow();
    String name = span.source().name();
    String place = name.isEmpty() ? span.line() + ":" + span.column() : name + ":" + span.line();
    return place + ": " + d.code() + ": " + d.message() + "\n\t" + frame(span);
  }

  /** The line without the tabs it starts with, and a caret below the place. */
  private static String frame(Span span) {
    String line = span.source().lineText(span.line());
    int tabs = 0;
    while (tabs < line.length() && line.charAt(tabs) == '\t') {
      tabs++;
    }
    int caret = Math.max(0, Math.min(span.column() - 1, line.length()) - tabs);
    return line.substring(tabs) + "\n\t" + " ".repeat(caret) + "^";
  }
}
