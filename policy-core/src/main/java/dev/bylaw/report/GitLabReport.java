package dev.bylaw.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bylaw.report.Item.State;
import dev.bylaw.source.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;

/** GitLab's code quality report: an array of open findings, each with its own fingerprint. */
final class GitLabReport {
  private GitLabReport() {}

  static void write(Content content, Writer out) throws IOException {
    Occurrences occurrences = new Occurrences();
    try (JsonGenerator json = Json.indented(out)) {
      json.writeStartArray();
      for (Iterator<Item> items = content.items().iterator(); items.hasNext(); ) {
        Item item = items.next();
        if (item.state() == State.OPEN) {
          finding(json, content, item, occurrences.number(item));
        }
      }
      json.writeEndArray();
    }
    out.write('\n');
  }

  private static void finding(JsonGenerator json, Content content, Item item, int number)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("description", Words.line(Words.withValues(item)));
    json.writeStringField("check_name", item.rule().id());
    json.writeStringField("fingerprint", item.fingerprint() + (number > 1 ? "-" + number : ""));
    json.writeStringField("severity", severity(item.severity()));
    json.writeObjectFieldStart("location");
    json.writeStringField("path", content.repositoryPath(item.region()));
    json.writeObjectFieldStart("lines");
    json.writeNumberField("begin", item.region().line());
    json.writeNumberField("end", item.region().endLine());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "major";
      case WARNING -> "minor";
      case INFO -> "info";
    };
  }
}
