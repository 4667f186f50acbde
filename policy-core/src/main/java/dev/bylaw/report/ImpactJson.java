package dev.bylaw.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bylaw.decision.Decision.SetId;
import dev.bylaw.decision.Finding;
import dev.bylaw.decision.Impact;
import dev.bylaw.decision.Impact.Change;
import dev.bylaw.decision.Impact.Group;
import dev.bylaw.decision.Impact.Kind;
import dev.bylaw.source.Diagnostic;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** Writes an impact for machines. The order of fields is fixed. */
final class ImpactJson {
  private static final JsonMapper JSON = new JsonMapper();

  private final Masking masking;

  ImpactJson(Masking masking) {
    this.masking = masking;
  }

  void write(Impact impact, Writer out) throws IOException {
    ObjectNode top = JSON.createObjectNode();
    top.put("point", word(impact.point()));
    set(top.putObject("before"), impact.before());
    set(top.putObject("after"), impact.after());
    ObjectNode counts = top.putObject("counts");
    for (Kind kind : Kind.values()) {
      counts.put(word(kind), impact.count(kind));
    }
    for (Group group : Group.values()) {
      ObjectNode by = top.putObject("by" + capital(word(group)));
      for (Kind kind : Kind.values()) {
        ObjectNode of = JSON.createObjectNode();
        impact.count(kind, group).forEach((name, n) -> of.put(masking.name(name), n));
        if (!of.isEmpty()) {
          by.set(word(kind), of);
        }
      }
    }
    ArrayNode changes = top.putArray("changes");
    impact.changes().forEach(c -> change(changes.addObject(), c));
    ArrayNode errors = top.putArray("errors");
    for (Diagnostic e : impact.errors()) {
      errors.addObject().put("code", e.code()).put("message", masking.text(e.message()));
    }
    out.write(top.toPrettyString().replace(System.lineSeparator(), "\n"));
    out.write('\n');
  }

  private static void set(ObjectNode out, SetId id) {
    out.put("name", id.name()).put("version", id.version()).put("revision", id.revision());
  }

  private void change(ObjectNode out, Change change) {
    out.put("change", word(change.kind()));
    out.put("policy", change.policy().id());
    ObjectNode subject = out.putObject("subject");
    subject
        .put("kind", change.subject().kind().word())
        .put("path", masking.name(change.subject().path()));
    change.subject().product().ifPresent(p -> subject.put("product", masking.name(p)));
    change.subject().domain().ifPresent(d -> subject.put("domain", masking.name(d)));
    change.subject().environment().ifPresent(e -> subject.put("environment", masking.name(e)));
    ArrayNode findings = out.putArray("findings");
    for (Finding f : change.findings()) {
      findings
          .addObject()
          .put("message", masking.text(f.message()))
          .put("path", masking.name(f.span().source().name()))
          .put("line", f.span().line())
          .put("column", f.span().column())
          .put("fingerprint", f.fingerprint());
    }
  }

  /** {@code newlyFailing}. */
  private static String word(Enum<?> word) {
    String[] parts = word.name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder out = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      out.append(capital(parts[i]));
    }
    return out.toString();
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
