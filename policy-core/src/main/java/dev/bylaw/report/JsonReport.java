package dev.bylaw.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bylaw.decision.Decision;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.report.Content.Gap;
import dev.bylaw.report.Content.Problem;
import dev.bylaw.report.Item.State;
import dev.bylaw.report.Item.Target;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Writes for machines. The order of fields is fixed; what is not known is absent. */
final class JsonReport {
  private final JsonGenerator json;

  private JsonReport(JsonGenerator json) {
    this.json = json;
  }

  static void write(Content content, Writer out) throws IOException {
    try (JsonGenerator json = Json.indented(out)) {
      new JsonReport(json).decision(content);
    }
    out.write('\n');
  }

  private void decision(Content c) throws IOException {
    json.writeStartObject();
    json.writeStringField("decision", c.outcome());
    json.writeStringField("point", c.point());
    json.writeObjectFieldStart("policySet");
    json.writeStringField("name", c.policySet().name());
    json.writeStringField("version", c.policySet().version());
    json.writeStringField("revision", c.policySet().revision());
    json.writeEndObject();
    json.writeStringField("inputHash", c.inputHash());
    json.writeArrayFieldStart("inputs");
    for (Decision.Judged input : c.inputs()) {
      json.writeStartObject();
      json.writeStringField("kind", input.kind().word());
      json.writeStringField("path", c.shownPath(input));
      Json.text(json, "environment", input.environment());
      json.writeStringField("hash", input.hash());
      json.writeEndObject();
    }
    json.writeEndArray();
    findings("findings", State.OPEN, c);
    findings("waived", State.WAIVED, c);
    findings("known", State.KNOWN, c);
    json.writeArrayFieldStart("unknown");
    for (Gap gap : c.unknown()) {
      unknown(gap);
    }
    json.writeEndArray();
    problems("errors", c.errors());
    problems("notices", c.notices());
    Json.texts(json, "passed", c.passed());
    Json.texts(json, "notApplicable", c.notApplicable());
    json.writeStringField("engine", c.circumstances().engine());
    json.writeStringField("day", c.circumstances().day().toString());
    json.writeNumberField("micros", c.circumstances().duration().toNanos() / 1_000);
    json.writeEndObject();
  }

  private void findings(String name, State state, Content c) throws IOException {
    json.writeArrayFieldStart(name);
    for (Iterator<Item> items = c.items(state).iterator(); items.hasNext(); ) {
      finding(items.next());
    }
    json.writeEndArray();
  }

  private void problems(String name, List<Problem> problems) throws IOException {
    json.writeArrayFieldStart(name);
    for (Problem p : problems) {
      error(p);
    }
    json.writeEndArray();
  }

  private void excuse(Item.Excuse e) throws IOException {
    json.writeObjectFieldStart(e.waiver().isPresent() ? "waiver" : "inline");
    json.writeStringField("reason", e.reason());
    if (e.waiver().isPresent()) {
      json.writeStringField("approver", e.waiver().get().approver());
      json.writeStringField("ticket", e.waiver().get().ticket());
      json.writeStringField("expires", e.waiver().get().expires().toString());
    }
    location(e.place());
    json.writeEndObject();
  }

  private void finding(Item i) throws IOException {
    json.writeStartObject();
    json.writeStringField("policy", i.rule().id());
    json.writeStringField("severity", i.severity().word());
    json.writeStringField("message", i.message());
    subject(i.target());
    location(i.region());
    value("found", i.found());
    value("wanted", i.wanted());
    Json.texts(json, "because", i.because());
    value("details", i.details());
    if (i.repair().isPresent()) {
      repair(i.repair().get());
    }
    json.writeStringField("fingerprint", i.fingerprint());
    if (i.excuse().isPresent()) {
      excuse(i.excuse().get());
    }
    json.writeEndObject();
  }

  private void repair(Repair r) throws IOException {
    json.writeObjectFieldStart("fix");
    json.writeArrayFieldStart("edits");
    for (Repair.Change change : r.changes()) {
      json.writeStartObject();
      location(change.region());
      json.writeStringField("text", change.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void subject(Target t) throws IOException {
    json.writeObjectFieldStart("subject");
    json.writeStringField("kind", t.kind());
    json.writeStringField("path", t.path());
    Json.text(json, "product", t.product());
    Json.text(json, "domain", t.domain());
    Json.text(json, "environment", t.environment());
    json.writeEndObject();
  }

  private void location(Region region) throws IOException {
    json.writeObjectFieldStart("location");
    json.writeStringField("path", region.path());
    json.writeNumberField("line", region.line());
    json.writeNumberField("column", region.column());
    json.writeNumberField("endLine", region.endLine());
    json.writeNumberField("endColumn", region.endColumn());
    json.writeEndObject();
  }

  private void unknown(Gap gap) throws IOException {
    json.writeStartObject();
    json.writeStringField("policy", gap.policy());
    subject(gap.target());
    json.writeStringField("pointer", gap.pointer());
    json.writeStringField("reason", gap.reason());
    if (gap.region().isPresent()) {
      location(gap.region().get());
    }
    json.writeEndObject();
  }

  private void error(Problem e) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", e.code());
    json.writeStringField("message", e.message());
    if (e.region().isPresent()) {
      location(e.region().get());
    }
    json.writeEndObject();
  }

  private void value(String name, Optional<RegoValue> value) throws IOException {
    if (value.isPresent()) {
      json.writeFieldName(name);
      json.writeRawValue(RegoJson.write(RegoJson.toJsonValue(value.get())));
    }
  }
}
