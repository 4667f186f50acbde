package dev.bylaw.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bylaw.decision.Decision.Judged;
import dev.bylaw.decision.Decision.Outcome;
import dev.bylaw.decision.Decision.SetId;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.subject.SubjectKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Evidence as JSON. The ids of policies stand there once, inputs name them by number. */
final class EvidenceJson {
  private static final JsonMapper JSON = new JsonMapper();

  private EvidenceJson() {}

  static String write(Evidence e) {
    ObjectNode out = JSON.createObjectNode();
    out.put("decision", word(e.outcome()));
    out.put("point", word(e.point()));
    out.putObject("policySet")
        .put("name", e.policySet().name())
        .put("version", e.policySet().version())
        .put("revision", e.policySet().revision());
    out.put("engine", e.engine());
    out.put("day", e.day().toString());
    out.put("iat", e.issued().getEpochSecond());
    out.put("exp", e.expires().getEpochSecond());
    ArrayNode policies = out.putArray("policies");
    Map<String, Integer> numbers = new HashMap<>();
    ArrayNode inputs = out.putArray("inputs");
    for (Judged input : e.inputs()) {
      ObjectNode one = inputs.addObject();
      one.put("kind", input.kind().word());
      one.put("path", input.path());
      input.environment().ifPresent(x -> one.put("environment", x));
      one.put("hash", input.hash());
      ArrayNode passed = one.putArray("passed");
      for (String id : input.passed()) {
        passed.add(numbers.computeIfAbsent(id, k -> policies.add(k).size() - 1));
      }
    }
    ArrayNode waivers = out.putArray("waivers");
    for (Evidence.Used w : e.waivers()) {
      waivers
          .addObject()
          .put("policy", w.policy())
          .put("ticket", w.ticket())
          .put("approver", w.approver())
          .put("expires", w.expires().toString());
    }
    return out.toString();
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what {@link #write} writes.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static Evidence read(String text) {
    try {
      JsonNode in = JSON.readTree(text);
      JsonNode set = in.required("policySet");
      return new Evidence(
          word(Outcome.class, in.required("decision")),
          word(EnforcementPoint.class, in.required("point")),
          new SetId(text(set, "name"), text(set, "version"), text(set, "revision")),
          text(in, "engine"),
          LocalDate.parse(text(in, "day")),
          inputs(in),
          waivers(in.required("waivers")),
          Instant.ofEpochSecond(number(in, "iat")),
          Instant.ofEpochSecond(number(in, "exp")));
    } catch (JsonProcessingException | DateTimeException e) {
      throw new IllegalArgumentException("it is not evidence of this version", e);
    }
  }

  private static List<Judged> inputs(JsonNode in) {
    List<String> policies = new ArrayList<>();
    in.required("policies").forEach(p -> policies.add(p.asText()));
    List<Judged> out = new ArrayList<>();
    for (JsonNode one : in.required("inputs")) {
      List<String> passed = new ArrayList<>();
      for (JsonNode number : one.required("passed")) {
        int i = number.asInt(-1);
        if (i < 0 || i >= policies.size()) {
          throw new IllegalArgumentException("it names a policy by a number that is not there");
        }
        passed.add(policies.get(i));
      }
      out.add(
          new Judged(
              SubjectKind.of(text(one, "kind"))
                  .orElseThrow(() -> new IllegalArgumentException("it has an unknown kind")),
              text(one, "path"),
              Optional.ofNullable(one.get("environment")).map(JsonNode::asText),
              text(one, "hash"),
              passed));
    }
    return out;
  }

  private static List<Evidence.Used> waivers(JsonNode list) {
    List<Evidence.Used> out = new ArrayList<>();
    for (JsonNode w : list) {
      out.add(
          new Evidence.Used(
              text(w, "policy"),
              text(w, "ticket"),
              text(w, "approver"),
              LocalDate.parse(text(w, "expires"))));
    }
    return out;
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.required(name);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("it has no text for " + name);
    }
    return value.textValue();
  }

  private static long number(JsonNode node, String name) {
    JsonNode value = node.required(name);
    if (!value.canConvertToLong()) {
      throw new IllegalArgumentException("it has no number for " + name);
    }
    return value.longValue();
  }

  private static <E extends Enum<E>> E word(Class<E> words, JsonNode value) {
    return Enum.valueOf(words, value.asText().toUpperCase(Locale.ROOT));
  }
}
