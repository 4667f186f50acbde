package dev.bylaw.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bylaw.source.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What the page shows, as JSON in which nothing can end the element that holds it. */
final class HtmlData {
  private final Content content;
  private final JsonGenerator json;
  private final Map<String, Integer> rules = new HashMap<>();
  private final IdentityHashMap<Item.Target, Integer> targets = new IdentityHashMap<>();
  private final List<Item.Target> targetList = new ArrayList<>();

  private HtmlData(Content content, JsonGenerator json) {
    this.content = content;
    this.json = json;
  }

  static void write(Content content, Writer out) throws IOException {
    try (JsonGenerator json = Json.compact(out)) {
      json.setCharacterEscapes(new ScriptEscapes());
      new HtmlData(content, json).write();
    }
  }

  private void write() throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("run");
    json.writeNumberField("subjects", content.subjects());
    json.writeEndObject();
    counts();
    List<Rule> inForce = content.rules();
    inForce.forEach(r -> rules.put(r.id(), rules.size()));
    Map<String, String> status = status();
    json.writeArrayFieldStart("policies");
    for (Rule rule : inForce) {
      new HtmlPolicy(json).write(content, rule, status.getOrDefault(rule.id(), ""));
    }
    json.writeEndArray();
    files();
    targets();
    Json.texts(json, "domains", List.copyOf(new TreeSet<>(content.domains())));
    new HtmlTables(content, json).write();
    json.writeEndObject();
  }

  private void counts() throws IOException {
    Map<String, Tally> tallies = content.tallies();
    json.writeObjectFieldStart("counts");
    for (Severity severity : Severity.values()) {
      json.writeNumberField(severity.word(), content.count(severity));
    }
    json.writeNumberField("waived", tallies.values().stream().mapToInt(Tally::waived).sum());
    json.writeNumberField("unknown", content.unknown().size());
    json.writeNumberField("passed", content.passed().size());
    json.writeNumberField("ran", content.passed().size() + content.failed());
    json.writeEndObject();
  }

  private Map<String, String> status() {
    Map<String, String> out = new HashMap<>();
    content.notApplicable().forEach(id -> out.put(id, "notApplicable"));
    content.passed().forEach(id -> out.put(id, "passed"));
    content.tallies().forEach((id, t) -> out.put(id, t.open() > 0 ? "failed" : "waived"));
    return out;
  }

  /** Findings by file, so that a line is written once, however many findings show it. */
  private void files() throws IOException {
    json.writeArrayFieldStart("files");
    Map<Integer, String> lines = new LinkedHashMap<>();
    String path = "";
    boolean within = false;
    for (Iterator<Item> items = content.items().iterator(); items.hasNext(); ) {
      Item item = items.next();
      if (!within || !item.region().path().equals(path)) {
        if (within) {
          endFile(lines);
        }
        path = item.region().path();
        within = true;
        json.writeStartObject();
        json.writeStringField("path", path);
        json.writeArrayFieldStart("findings");
      }
      finding(item, lines);
    }
    if (within) {
      endFile(lines);
    }
    json.writeEndArray();
  }

  private void endFile(Map<Integer, String> lines) throws IOException {
    json.writeEndArray();
    json.writeObjectFieldStart("lines");
    for (Map.Entry<Integer, String> line : lines.entrySet()) {
      json.writeStringField(String.valueOf(line.getKey()), line.getValue());
    }
    lines.clear();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void finding(Item i, Map<Integer, String> lines) throws IOException {
    json.writeStartObject();
    json.writeStringField("state", Rules.word(i.state()));
    json.writeStringField("severity", i.severity().word());
    json.writeNumberField("policy", rules.getOrDefault(i.rule().id(), -1));
    json.writeNumberField("subject", target(i.target()));
    json.writeStringField("message", i.message());
    json.writeNumberField("line", i.region().line());
    json.writeNumberField("column", i.region().column());
    Json.text(json, "found", i.found().map(Item::text));
    Json.text(json, "wanted", i.wanted().map(Item::text));
    Json.text(json, "diff", i.repair().map(r -> String.join("\n", r.diff())));
    Json.text(json, "waiver", i.excuse().map(Item.Excuse::text));
    json.writeStringField("fingerprint", i.fingerprint());
    frame(i.frame(), lines);
    json.writeEndObject();
  }

  /** A line that is cut elsewhere than its first finding had it is written with the finding. */
  private void frame(Frame f, Map<Integer, String> lines) throws IOException {
    json.writeNumberField("first", f.first());
    json.writeNumberField("count", f.lines().size());
    json.writeNumberField("from", f.from());
    json.writeNumberField("to", f.to());
    for (int i = 0; i < f.lines().size(); i++) {
      String known = lines.putIfAbsent(f.first() + i, f.lines().get(i));
      boolean meant = f.first() + i == f.line();
      if (meant && known != null && !known.equals(f.shown())) {
        json.writeStringField("text", f.shown());
      }
    }
  }

  private int target(Item.Target target) {
    return targets.computeIfAbsent(
        target,
        t -> {
          targetList.add(t);
          return targetList.size() - 1;
        });
  }

  private void targets() throws IOException {
    json.writeArrayFieldStart("targets");
    for (Item.Target t : targetList) {
      json.writeStartObject();
      json.writeStringField("name", t.name());
      Json.text(json, "product", t.product());
      Json.text(json, "domain", t.domain());
      Json.text(json, "environment", t.environment());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
