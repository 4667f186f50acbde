package dev.bylaw.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bylaw.decision.Finding;
import dev.bylaw.decision.Impact;
import dev.bylaw.decision.Impact.Change;
import dev.bylaw.decision.Impact.Kind;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes what the page tells besides findings and policies. */
final class HtmlTables {
  /** So many changes are listed; the counts tell the rest. */
  private static final int CHANGES = 200;

  private final Content content;
  private final JsonGenerator json;

  HtmlTables(Content content, JsonGenerator json) {
    this.content = content;
    this.json = json;
  }

  void write() throws IOException {
    unknown();
    problems("errors", content.errors());
    problems("notes", Stream.concat(content.notices().stream(), content.notes().stream()).toList());
    dates();
    waivers();
    history();
    if (content.impact().isPresent()) {
      impact(content.impact().get());
    }
  }

  private void unknown() throws IOException {
    json.writeArrayFieldStart("unknown");
    for (Content.Gap gap : content.unknown()) {
      json.writeStartObject();
      json.writeStringField("policy", gap.policy());
      json.writeStringField("pointer", gap.pointer());
      json.writeStringField("reason", gap.reason());
      Json.text(json, "place", gap.region().map(Region::toString));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void problems(String name, List<Content.Problem> problems) throws IOException {
    json.writeArrayFieldStart(name);
    for (Content.Problem p : problems) {
      json.writeStartObject();
      json.writeStringField("message", p.message());
      Json.text(json, "place", p.region().map(Region::toString));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void dates() throws IOException {
    json.writeArrayFieldStart("dates");
    for (Content.Grace grace : content.graces()) {
      json.writeStartObject();
      json.writeStringField("policy", grace.policy());
      json.writeStringField("scope", grace.scope());
      json.writeStringField("until", grace.until().toString());
      json.writeNumberField("days", ChronoUnit.DAYS.between(grace.today(), grace.until()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void waivers() throws IOException {
    json.writeArrayFieldStart("waivers");
    for (Content.Exemption w : content.exemptions()) {
      json.writeStartObject();
      json.writeStringField("policy", w.policy());
      json.writeStringField("subject", w.subject());
      json.writeStringField("reason", w.reason());
      json.writeStringField("approver", w.granted().approver());
      json.writeStringField("ticket", w.granted().ticket());
      json.writeStringField("expires", w.granted().expires().toString());
      if (w.days().isPresent()) {
        json.writeNumberField("days", w.days().get());
      }
      json.writeNumberField("findings", w.findings());
      json.writeStringField("place", w.place().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void history() throws IOException {
    json.writeArrayFieldStart("history");
    for (PastRun run : content.history()) {
      json.writeStartObject();
      json.writeStringField("at", run.at().toString());
      json.writeNumberField("error", run.errors());
      json.writeNumberField("warning", run.warnings());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void impact(Impact impact) throws IOException {
    json.writeObjectFieldStart("impact");
    json.writeStringField("set", content.masking().text(impact.after().name()));
    json.writeStringField("version", content.masking().text(impact.after().version()));
    for (Kind kind : Kind.values()) {
      json.writeNumberField(Rules.word(kind), impact.count(kind));
    }
    domains(impact);
    json.writeArrayFieldStart("changes");
    List<Change> told = impact.changes().stream().filter(c -> c.kind() != Kind.UNCHANGED).toList();
    for (Change change : told.subList(0, Math.min(CHANGES, told.size()))) {
      change(change);
    }
    json.writeEndArray();
    json.writeNumberField("more", Math.max(0, told.size() - CHANGES));
    json.writeArrayFieldStart("errors");
    for (var e : impact.errors()) {
      json.writeString(content.masking().text(e.toString()));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void domains(Impact impact) throws IOException {
    Map<String, Long> newly = new TreeMap<>(impact.count(Kind.NEWLY_FAILING, Impact.Group.DOMAIN));
    json.writeArrayFieldStart("domains");
    for (Map.Entry<String, Long> e : newly.entrySet()) {
      json.writeStartObject();
      json.writeStringField("name", content.masking().text(e.getKey()));
      json.writeNumberField("count", e.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void change(Change change) throws IOException {
    Finding first = change.findings().get(0);
    int more = change.findings().size() - 1;
    json.writeStartObject();
    json.writeStringField("kind", Rules.word(change.kind()).replace('_', ' '));
    json.writeStringField("policy", change.policy().id());
    json.writeStringField("place", content.masking().text(first.span().toString()));
    json.writeStringField(
        "message",
        content.masking().text(first.message()) + (more > 0 ? ", and " + more + " more" : ""));
    Json.text(json, "domain", change.subject().domain().map(content.masking()::text));
    Json.text(json, "owner", change.policy().owner().map(content.masking()::text));
    json.writeEndObject();
  }
}
