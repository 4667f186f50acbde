package dev.bylaw.policy;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.source.Severity;
import dev.bylaw.subject.Located;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code waivers} of {@code policies.yaml}. */
record WaiverRulesReader(Fields fields, Territory territory) {
  private static final String CODE = SetManifest.CODE;

  WaiverRules read(Located value) {
    if (!(value instanceof Located.Object object)) {
      fields.problem(
          CODE,
          value.span(),
          "found " + value.value().typeName() + ", expected a mapping with approvers");
      return WaiverRules.NONE;
    }
    fields.only(object, CODE, List.of("approvers", "maxDays", "selfApproval"), List.of());
    if (fields.get(object, "approvers").isEmpty()) {
      fields.problem(CODE, Fields.start(object), "expected the field approvers");
    }
    return new WaiverRules(
        fields.mapping(object, "approvers", CODE).map(this::approvers).orElse(Map.of()),
        fields.mapping(object, "maxDays", CODE).map(this::maxDays).orElse(Map.of()),
        fields.get(object, "selfApproval").map(this::truth).orElse(true));
  }

  private Map<String, Scope> approvers(Located.Object object) {
    ScopeReader scopes = new ScopeReader(fields, territory);
    Map<String, Scope> out = new TreeMap<>();
    object
        .entries()
        .forEach((name, entry) -> scopes.read(entry.value()).ifPresent(s -> out.put(name, s)));
    return out;
  }

  private Map<Severity, Integer> maxDays(Located.Object object) {
    Map<Severity, Integer> out = new EnumMap<>(Severity.class);
    object
        .entries()
        .forEach(
            (name, entry) ->
                fields
                    .word(name, entry.keySpan(), Severity.class, "the severity", CODE)
                    .ifPresent(s -> days(entry.value()).ifPresent(d -> out.put(s, d))));
    return out;
  }

  private Optional<Integer> days(Located value) {
    if (value.value() instanceof RegoNumber n
        && n.isInteger()
        && n.compareTo(RegoNumber.ZERO) > 0
        && n.compareTo(RegoNumber.of(36_500)) <= 0) {
      return Optional.of((int) n.longValue());
    }
    fields.problem(
        CODE,
        value.span(),
        "found " + value.span().text() + ", expected a whole number of days from 1 to 36500");
    return Optional.empty();
  }

  private boolean truth(Located value) {
    if (value.value() instanceof RegoBoolean b) {
      return b.equals(RegoBoolean.TRUE);
    }
    fields.problem(CODE, value.span(), "found " + value.span().text() + ", expected true or false");
    return false;
  }
}
