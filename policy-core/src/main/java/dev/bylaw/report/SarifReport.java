package dev.bylaw.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bylaw.source.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SARIF 2.1.0 (OASIS) within GitHub's limits: 25,000 results and 10 MB. Where there is more, the
 * gravest findings are written, and one result per policy and state for the rest.
 */
final class SarifReport {
  static final int MAX_RESULTS = 25_000;
  static final long MAX_BYTES = 10_000_000;
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final int ROLLED_UP_BYTES = 2_000;
  private static final int ERRORS = 50;
  private static final int ERROR_BYTES = 10_000;
  private static final int MESSAGE = 2_000;

  private final Content content;
  private final JsonGenerator json;
  private final Occurrences occurrences = new Occurrences();
  private final Map<String, Integer> ruleIndex = new LinkedHashMap<>();

  private SarifReport(Content content, JsonGenerator json) {
    this.content = content;
    this.json = json;
  }

  static void write(Content content, Writer out) throws IOException {
    try (JsonGenerator json = Json.compact(out)) {
      new SarifReport(content, json).log();
    }
    out.write('\n');
  }

  private void log() throws IOException {
    json.writeStartObject();
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    json.writeStringField("columnKind", "utf16CodeUnits");
    List<Rule> rules = content.rules();
    String tool = SarifRules.tool(content, rules);
    json.writeFieldName("tool");
    json.writeRawValue(tool);
    rules.forEach(r -> ruleIndex.put(r.id(), ruleIndex.size()));
    invocation();
    json.writeFieldName("results");
    json.writeStartArray();
    results(MAX_BYTES - tool.getBytes(StandardCharsets.UTF_8).length - ERRORS * ERROR_BYTES);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void invocation() throws IOException {
    List<Content.Problem> errors = content.errors();
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", errors.isEmpty());
    json.writeArrayFieldStart("toolExecutionNotifications");
    for (Content.Problem e : errors.subList(0, Math.min(errors.size(), ERRORS))) {
      json.writeStartObject();
      json.writeStringField("level", "error");
      message(e.message());
      if (e.region().isPresent()) {
        location(e.region().get(), Optional.empty());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  /**
   * @param bytes so much room there is for results
   */
  private void results(long bytes) throws IOException {
    int reserved = ruleIndex.size() * Item.State.values().length;
    long room = bytes - (long) reserved * ROLLED_UP_BYTES;
    int left = MAX_RESULTS - reserved;
    Map<String, RolledUp> rest = new LinkedHashMap<>();
    boolean full = false;
    for (Iterator<Item> items = content.ranked().iterator(); items.hasNext(); ) {
      Item item = items.next();
      String result = full ? "" : result(item);
      room -= result.getBytes(StandardCharsets.UTF_8).length + 1;
      full |= room < 0 || left == 0;
      if (full) {
        String kind = item.state() + " " + item.rule().id();
        rest.computeIfAbsent(kind, k -> new RolledUp(item)).count++;
      } else {
        json.writeRawValue(result);
        left--;
      }
    }
    for (RolledUp r : rest.values()) {
      json.writeRawValue(rolledUp(r));
    }
  }

  /** Findings of one policy in one state that there is no room for. */
  private static final class RolledUp {
    final Item first;
    int count;

    RolledUp(Item first) {
      this.first = first;
    }
  }

  private String result(Item item) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = Json.compact(out)) {
      new SarifResult(json, ruleIndex).write(content, item, occurrences.number(item));
    }
    return out.toString();
  }

  private String rolledUp(RolledUp r) throws IOException {
    String text =
        "%s more of the policy %s, the first of them here. There is no room for them in this file; the other reports have all."
            .formatted(Words.count(r.count, "finding"), r.first.rule().id());
    StringWriter out = new StringWriter();
    try (JsonGenerator json = Json.compact(out)) {
      new SarifResult(json, ruleIndex).rolledUp(content, r.first, text, r.count);
    }
    return out.toString();
  }

  private void message(String text) throws IOException {
    SarifResult.message(json, "message", Words.clipped(text, MESSAGE));
  }

  private void location(Region region, Optional<Frame> frame) throws IOException {
    new SarifResult(json, ruleIndex).locations(content, region, frame);
  }

  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }
}
