package dev.bylaw.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Decision.NotKnown;
import dev.bylaw.decision.Finding;
import dev.bylaw.policy.Waiver;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Subject;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes for machines. The order of fields is fixed; what is not known is absent. */
final class JsonReport {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonGenerator json;

  private JsonReport(JsonGenerator json) {
    this.json = json;
  }

  static void write(Report report, Writer out) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
      printer.indentObjectsWith(indenter);
      printer.indentArraysWith(indenter);
      json.setPrettyPrinter(printer);
      new JsonReport(json).decision(report.decision());
    }
    out.write('\n');
  }

  private void decision(Decision d) throws IOException {
    json.writeStartObject();
    json.writeStringField("decision", word(d.outcome()));
    json.writeStringField("point", word(d.point()));
    json.writeObjectFieldStart("policySet");
    json.writeStringField("name", d.policySet().name());
    json.writeStringField("version", d.policySet().version());
    json.writeStringField("revision", d.policySet().revision());
    json.writeEndObject();
    json.writeStringField("inputHash", d.inputHash());
    json.writeArrayFieldStart("inputs");
    for (Decision.Judged input : d.inputs()) {
      input(input);
    }
    json.writeEndArray();
    findings("findings", d.findings());
    json.writeArrayFieldStart("waived");
    for (Decision.Waived w : d.waived()) {
      json.writeStartObject();
      findingFields(w.finding());
      grounds(w.grounds());
      json.writeEndObject();
    }
    json.writeEndArray();
    findings("known", d.known());
    json.writeArrayFieldStart("unknown");
    for (NotKnown n : d.unknown()) {
      unknown(n);
    }
    json.writeEndArray();
    diagnostics("errors", d.errors());
    diagnostics("notices", d.notices());
    texts("passed", d.passed());
    texts("notApplicable", d.notApplicable());
    json.writeStringField("engine", d.circumstances().engine());
    json.writeStringField("day", d.circumstances().day().toString());
    json.writeNumberField("micros", d.circumstances().duration().toNanos() / 1_000);
    json.writeEndObject();
  }

  private void input(Decision.Judged input) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", input.kind().word());
    json.writeStringField("path", input.path());
    text("environment", input.environment());
    json.writeStringField("hash", input.hash());
    json.writeEndObject();
  }

  private void findings(String name, List<Finding> findings) throws IOException {
    json.writeArrayFieldStart(name);
    for (Finding f : findings) {
      json.writeStartObject();
      findingFields(f);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void grounds(Decision.Grounds grounds) throws IOException {
    if (grounds instanceof Decision.Grounds.ByWaiver by) {
      waiver(by.waiver());
    } else if (grounds instanceof Decision.Grounds.Inline inline) {
      json.writeObjectFieldStart("inline");
      json.writeStringField("reason", inline.reason());
      location(inline.place());
      json.writeEndObject();
    }
  }

  private void waiver(Waiver waiver) throws IOException {
    json.writeObjectFieldStart("waiver");
    json.writeStringField("reason", waiver.reason());
    json.writeStringField("approver", waiver.approver());
    json.writeStringField("ticket", waiver.ticket());
    json.writeStringField("expires", waiver.expires().toString());
    location(waiver.place());
    json.writeEndObject();
  }

  private void diagnostics(String name, List<Diagnostic> diagnostics) throws IOException {
    json.writeArrayFieldStart(name);
    for (Diagnostic d : diagnostics) {
      error(d);
    }
    json.writeEndArray();
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private void findingFields(Finding f) throws IOException {
    json.writeStringField("policy", f.policy().id());
    json.writeStringField("severity", f.severity().word());
    json.writeStringField("message", f.message());
    subject(f.subject());
    location(f.span());
    value("found", f.found());
    value("wanted", f.wanted());
    texts("because", f.because().stream().map(Finding.Because::path).toList());
    value("details", f.details());
    json.writeStringField("fingerprint", f.fingerprint());
  }

  private void subject(Subject s) throws IOException {
    json.writeObjectFieldStart("subject");
    json.writeStringField("kind", s.kind().word());
    json.writeStringField("path", s.path());
    text("product", s.product());
    text("domain", s.domain());
    text("environment", s.environment());
    json.writeEndObject();
  }

  private void location(Span span) throws IOException {
    json.writeObjectFieldStart("location");
    json.writeStringField("path", span.source().name());
    json.writeNumberField("line", span.line());
    json.writeNumberField("column", span.column());
    json.writeNumberField("endLine", span.endLine());
    json.writeNumberField("endColumn", span.endColumn());
    json.writeEndObject();
  }

  private void unknown(NotKnown n) throws IOException {
    json.writeStartObject();
    json.writeStringField("policy", n.policy());
    subject(n.subject());
    json.writeStringField("pointer", n.pointer());
    json.writeStringField("reason", n.reason());
    if (n.span().isPresent()) {
      location(n.span().get());
    }
    json.writeEndObject();
  }

  private void error(Diagnostic e) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", e.code());
    json.writeStringField("message", e.message());
    if (e.span().isPresent()) {
      location(e.span().get());
    }
    json.writeEndObject();
  }

  private void text(String name, Optional<String> text) throws IOException {
    if (text.isPresent()) {
      json.writeStringField(name, text.get());
    }
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private void value(String name, Optional<RegoValue> value) throws IOException {
    if (value.isPresent()) {
      json.writeFieldName(name);
      json.writeRawValue(RegoJson.write(RegoJson.toJsonValue(value.get())));
    }
  }
}
