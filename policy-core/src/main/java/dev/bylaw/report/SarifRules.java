package dev.bylaw.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/** The tool of a SARIF log with its rules and their help. */
final class SarifRules {
  /** Of one rule's help, so that a thousand rules leave room for results. */
  private static final int HELP = 2_000;

  private static final int WITH_HELP = 1_000;

  private SarifRules() {}

  static String tool(Content content, List<Rule> rules) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = Json.compact(out)) {
      json.writeStartObject();
      json.writeObjectFieldStart("driver");
      json.writeStringField("name", "Bylaw");
      json.writeArrayFieldStart("rules");
      for (Rule rule : rules) {
        rule(json, rule, rules.size() <= WITH_HELP);
      }
      json.writeEndArray();
      json.writeObjectFieldStart("properties");
      json.writeStringField("policySet", content.policySet().name());
      json.writeStringField("policySetVersion", content.policySet().version());
      json.writeStringField("policySetRevision", content.policySet().revision());
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndObject();
    }
    return out.toString();
  }

  private static void rule(JsonGenerator json, Rule rule, boolean withHelp) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rule.id());
    json.writeStringField("name", rule.id());
    SarifResult.message(json, "shortDescription", Words.clipped(rule.title(), 200));
    if (withHelp) {
      if (!rule.description().isBlank()) {
        SarifResult.message(json, "fullDescription", Words.clipped(rule.description(), 1_000));
      }
      json.writeObjectFieldStart("help");
      json.writeStringField("text", Words.clipped(plainHelp(rule), HELP));
      json.writeStringField("markdown", Words.clipped(MarkdownRule.help(rule), HELP));
      json.writeEndObject();
      if (!rule.links().isEmpty() && isAddress(rule.links().get(0))) {
        json.writeStringField("helpUri", rule.links().get(0));
      }
    }
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", SarifReport.level(rule.severity()));
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    List<String> tags = new ArrayList<>(List.of("governance", rule.kind()));
    rule.characteristic().ifPresent(tags::add);
    Json.texts(json, "tags", tags);
    json.writeStringField("problem.severity", problemSeverity(rule));
    json.writeEndObject();
    json.writeEndObject();
  }

  /** The words that GitHub knows. */
  private static String problemSeverity(Rule rule) {
    return switch (rule.severity()) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "recommendation";
    };
  }

  private static boolean isAddress(String link) {
    try {
      return new URI(link).isAbsolute();
    } catch (URISyntaxException e) {
      return false; // a link is free text; what is no address has no place in this field
    }
  }

  private static String plainHelp(Rule rule) {
    List<String> parts = new ArrayList<>(List.of(rule.title() + "."));
    if (!rule.description().isBlank()) {
      parts.add(rule.description());
    }
    rule.remediation().ifPresent(r -> parts.add("How to mend it: " + r));
    rule.links().forEach(l -> parts.add("See " + l));
    return String.join("\n\n", parts);
  }
}
