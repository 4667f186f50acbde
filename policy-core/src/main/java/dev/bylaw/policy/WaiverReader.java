package dev.bylaw.policy;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads files with waivers: each YAML document is one. */
final class WaiverReader {
  static final String CODE = "waiver_error";
  private static final List<String> KNOWN =
      List.of(
          "policy",
          "subject",
          "findings",
          "reason",
          "approver",
          "requestedBy",
          "ticket",
          "granted",
          "expires");
  private static final String ALL = "all";

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Fields fields = new Fields(diagnostics);
  private final SubjectSelectorReader selectors;
  private final WaiverCheck check;

  WaiverReader(WaiverRules rules, Territory territory, Assignments assignments) {
    this.selectors = new SubjectSelectorReader(fields, territory);
    this.check = new WaiverCheck(fields, rules, assignments);
  }

  /** Every problem of all files that were read. */
  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  List<Waiver> read(SourceFile source) {
    DocumentReader.Result read = DocumentReader.read(source);
    fields.addAll(read.diagnostics());
    List<Waiver> out = new ArrayList<>();
    for (Located document : read.documents()) {
      if (document instanceof Located.Object object) {
        waiver(object).ifPresent(out::add);
      } else {
        fields.problem(
            CODE,
            document.span(),
            "found "
                + document.value().typeName()
                + ", expected a mapping with policy and subject");
      }
    }
    return out;
  }

  private Optional<Waiver> waiver(Located.Object object) {
    int before = diagnostics.size();
    fields.only(object, CODE, KNOWN, List.of());
    String policy = required(object, "policy");
    String reason = required(object, "reason");
    String approver = required(object, "approver");
    String ticket = required(object, "ticket");
    Optional<LocalDate> expires = present(object, "expires").flatMap(v -> date(v, "expires"));
    Optional<LocalDate> granted = fields.get(object, "granted").flatMap(v -> date(v, "granted"));
    Optional<String> requestedBy = fields.text(object, "requestedBy", CODE);
    Optional<SubjectSelector> subject = present(object, "subject").flatMap(selectors::read);
    Set<String> findings = present(object, "findings").map(this::findings).orElse(Set.of());
    if (expires.isEmpty() || subject.isEmpty() || diagnostics.size() > before) {
      return Optional.empty();
    }
    Waiver waiver =
        new Waiver(
            policy,
            subject.get(),
            findings,
            reason,
            approver,
            requestedBy,
            ticket,
            granted,
            expires.get(),
            object.span());
    check.check(waiver, object);
    return Optional.of(waiver);
  }

  private Optional<Located> present(Located.Object object, String key) {
    Optional<Located> value = fields.get(object, key);
    if (value.isEmpty()) {
      fields.problem(CODE, Fields.start(object), "expected the field " + key);
    }
    return value;
  }

  private String required(Located.Object object, String key) {
    Optional<Located> value = present(object, key);
    Optional<String> text = fields.text(object, key, CODE);
    if (text.isPresent() && text.get().isBlank()) {
      fields.problem(CODE, value.map(Located::span).orElseThrow(), "found nothing for " + key);
    }
    return text.orElse("");
  }

  private Optional<LocalDate> date(Located value, String key) {
    String text = value.value() instanceof RegoString s ? s.value() : value.span().text();
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      fields.problem(
          CODE,
          value.span(),
          "found " + oneLine(text) + " for " + key + ", expected a day such as 2027-03-31");
      return Optional.empty();
    }
  }

  private static String oneLine(String text) {
    String line = text.lines().findFirst().orElse("").strip();
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }

  private Set<String> findings(Located value) {
    if (value.value() instanceof RegoString s && s.value().equals(ALL)) {
      return Set.of();
    }
    Set<String> out = new LinkedHashSet<>();
    if (value instanceof Located.Array array && !array.elements().isEmpty()) {
      array.elements().forEach(e -> fingerprint(e).ifPresent(out::add));
      return out;
    }
    fields.problem(
        CODE,
        value.span(),
        "found "
            + oneLine(value.span().text())
            + " for findings, expected a list of fingerprints, or all for whatever the policy finds");
    return out;
  }

  private Optional<String> fingerprint(Located value) {
    // digits alone are a number for YAML
    String text = value.value() instanceof RegoString s ? s.value() : value.span().text();
    if (isFingerprint(text)) {
      return Optional.of(text);
    }
    Span place = value.span();
    fields.problem(
        CODE, place, "found the fingerprint " + oneLine(text) + ", expected 32 hexadecimal digits");
    return Optional.empty();
  }

  private static boolean isFingerprint(String text) {
    return text.length() == 32
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }
}
