package dev.bylaw.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bylaw.report.Item.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one result of a SARIF log. */
final class SarifResult {
  private static final int MESSAGE = 2_000;

  private final JsonGenerator json;
  private final Map<String, Integer> ruleIndex;

  SarifResult(JsonGenerator json, Map<String, Integer> ruleIndex) {
    this.json = json;
    this.ruleIndex = ruleIndex;
  }

  /**
   * @param number tells results with the same fingerprint apart
   */
  void write(Content content, Item item, int number) throws IOException {
    json.writeStartObject();
    head(item, Words.withValues(item));
    locations(content, item.region(), Optional.of(item.frame()));
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("bylaw/v1", item.fingerprint());
    // what GitHub follows a result by, instead of a hash of its line
    json.writeStringField("primaryLocationLineHash", item.fingerprint() + ":" + number);
    json.writeEndObject();
    suppression(item);
    if (item.repair().isPresent()) {
      fixes(content, item.repair().get());
    }
    json.writeStringField("baselineState", item.state() == State.KNOWN ? "unchanged" : "new");
    properties(item);
    json.writeEndObject();
  }

  /** What does not count is suppressed, or else forges would list it as open. */
  private void suppression(Item item) throws IOException {
    if (item.state() == State.OPEN) {
      return;
    }
    boolean inSource = item.excuse().filter(e -> e.waiver().isEmpty()).isPresent();
    String why = item.excuse().map(Item.Excuse::text).orElse("known: it is in the baseline");
    json.writeArrayFieldStart("suppressions");
    json.writeStartObject();
    json.writeStringField("kind", inSource ? "inSource" : "external");
    json.writeStringField("status", "accepted");
    json.writeStringField("justification", Words.clipped(why, MESSAGE));
    json.writeEndObject();
    json.writeEndArray();
  }

  /** One result for many findings of a policy that are in the same state. */
  void rolledUp(Content content, Item first, String text, int count) throws IOException {
    json.writeStartObject();
    head(first, text);
    locations(content, first.region(), Optional.empty());
    json.writeObjectFieldStart("partialFingerprints");
    String name = Rules.word(first.state()) + ":" + first.rule().id();
    json.writeStringField("bylaw/v1", "rest:" + name);
    json.writeStringField("primaryLocationLineHash", "rest:" + name);
    json.writeEndObject();
    suppression(first);
    json.writeObjectFieldStart("properties");
    json.writeNumberField("findings", count);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void head(Item item, String text) throws IOException {
    json.writeStringField("ruleId", item.rule().id());
    json.writeNumberField("ruleIndex", ruleIndex.getOrDefault(item.rule().id(), -1));
    json.writeStringField("level", SarifReport.level(item.severity()));
    message(json, "message", Words.clipped(text, MESSAGE));
  }

  private void fixes(Content content, Repair repair) throws IOException {
    Map<String, List<Repair.Change>> byFile = new LinkedHashMap<>();
    for (Repair.Change change : repair.changes()) {
      String file = content.repositoryPath(change.region());
      byFile.computeIfAbsent(file, f -> new ArrayList<>()).add(change);
    }
    json.writeArrayFieldStart("fixes");
    json.writeStartObject();
    message(
        json, "description", "Tried: with this change the finding is gone, and no new one comes.");
    json.writeArrayFieldStart("artifactChanges");
    for (Map.Entry<String, List<Repair.Change>> file : byFile.entrySet()) {
      json.writeStartObject();
      json.writeObjectFieldStart("artifactLocation");
      json.writeStringField("uri", Uris.of(file.getKey()));
      json.writeEndObject();
      json.writeArrayFieldStart("replacements");
      for (Repair.Change change : file.getValue()) {
        replacement(change);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void replacement(Repair.Change change) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("deletedRegion");
    bounds(change.region());
    json.writeEndObject();
    message(json, "insertedContent", change.text());
    json.writeEndObject();
  }

  private void bounds(Region region) throws IOException {
    json.writeNumberField("startLine", region.line());
    json.writeNumberField("startColumn", region.column());
    json.writeNumberField("endLine", region.endLine());
    json.writeNumberField("endColumn", region.endColumn());
  }

  void locations(Content content, Region region, Optional<Frame> frame) throws IOException {
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", Uris.of(content.repositoryPath(region)));
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    bounds(region);
    if (frame.isPresent()) {
      message(json, "snippet", frame.get().shown());
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void properties(Item item) throws IOException {
    json.writeObjectFieldStart("properties");
    json.writeStringField("subject", item.target().kind());
    Json.text(json, "product", item.target().product());
    Json.text(json, "domain", item.target().domain());
    Json.text(json, "environment", item.target().environment());
    json.writeEndObject();
  }

  static void message(JsonGenerator json, String name, String text) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("text", text);
    json.writeEndObject();
  }
}
