package dev.bylaw.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes a policy with all its page shows. */
final class HtmlPolicy {
  private final JsonGenerator json;

  HtmlPolicy(JsonGenerator json) {
    this.json = json;
  }

  void write(Content content, Rule r, String status) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", r.id());
    json.writeStringField("title", r.title());
    json.writeStringField("description", r.description());
    json.writeStringField("kind", r.kind());
    Json.texts(json, "subjects", r.subjects());
    json.writeStringField("severity", r.severity().word());
    Json.text(json, "owner", r.owner());
    Json.text(json, "characteristic", r.characteristic());
    Json.text(json, "remediation", r.remediation());
    Json.text(json, "place", r.place());
    json.writeStringField("rollout", String.join(", ", content.rollouts(r.id())));
    json.writeStringField("status", status);
    Json.texts(json, "links", r.links());
    json.writeArrayFieldStart("parameters");
    for (Rule.Setting s : r.parameters()) {
      parameter(s);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("examples");
    for (Example e : content.examples(r.id())) {
      json.writeStartObject();
      json.writeStringField("name", e.name());
      json.writeBooleanField("passes", e.passes());
      json.writeStringField("code", e.code());
      Json.texts(json, "findings", e.findings());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void parameter(Rule.Setting s) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", s.name());
    json.writeStringField("type", s.type());
    Json.texts(json, "allowed", s.allowed());
    Json.text(json, "initial", s.initial());
    Json.text(json, "order", s.order());
    Json.text(json, "description", s.description());
    json.writeEndObject();
  }
}
