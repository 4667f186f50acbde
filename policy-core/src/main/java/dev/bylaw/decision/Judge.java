package dev.bylaw.decision;

import dev.bylaw.policy.AssignedPolicy;
import dev.bylaw.policy.Check;
import dev.bylaw.policy.Policy;
import dev.bylaw.policy.Policy.Implementation.BuiltIn;
import dev.bylaw.policy.Policy.Implementation.RegoRules;
import dev.bylaw.policy.UnknownMeans;
import dev.bylaw.rego.Derivation;
import dev.bylaw.rego.RegoEvaluationException;
import dev.bylaw.rego.RegoProgram;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Severity;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One policy, ready to judge subjects. Immutable and thread-safe. */
final class Judge {
  final Policy policy;
  private final RegoProgram program;
  private final List<List<String>> inputPaths;

  Judge(Policy policy, RegoProgram program) {
    this(policy, program, inputPaths(policy, program));
  }

  private Judge(Policy policy, RegoProgram program, List<List<String>> inputPaths) {
    this.policy = policy;
    this.program = program;
    this.inputPaths = inputPaths;
  }

  private static List<List<String>> inputPaths(Policy policy, RegoProgram program) {
    Set<List<String>> paths = new LinkedHashSet<>();
    if (policy.implementation() instanceof RegoRules rules) {
      for (String rule : rules.rules()) {
        paths.addAll(program.inputPaths(path(rules, rule)));
      }
    }
    List<List<String>> sorted = new ArrayList<>(paths);
    sorted.sort(InputParts.ORDER);
    return List.copyOf(sorted);
  }

  /** The same policy, with the parameters and the severity that were assigned. */
  Judge as(AssignedPolicy assigned) {
    return new Judge(assigned.policy(), assigned.program(), inputPaths);
  }

  /** What a policy says of a subject. */
  record Verdict(List<Finding> findings, List<Diagnostic> errors) {}

  Verdict judge(Subject subject, InputParts parts) {
    Verdict verdict = new Verdict(new ArrayList<>(), new ArrayList<>());
    try {
      if (policy.implementation() instanceof RegoRules rules) {
        rego(rules, subject, parts, verdict);
      } else if (policy.implementation() instanceof BuiltIn builtIn) {
        builtIn.check().check(subject).forEach(v -> verdict.findings().add(finding(v, subject)));
      }
    } catch (RegoEvaluationException e) {
      Diagnostic d = e.diagnostic();
      verdict.errors().add(error(d.code(), d.span(), subject, d.message()));
    } catch (RuntimeException e) {
      // a check is foreign code: whatever it throws must deny, not end the run
      String text = e.getClass().getName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
      verdict.errors().add(error("check_failed", Optional.empty(), subject, text));
    }
    return verdict;
  }

  private Diagnostic error(String code, Optional<Span> span, Subject subject, String message) {
    return new Diagnostic(
        code,
        Severity.ERROR,
        span,
        "the policy %s could not judge %s: %s"
            .formatted(policy.id(), subject.path(), message.strip()));
  }

  private static List<String> path(RegoRules rules, String rule) {
    List<String> path = new ArrayList<>(rules.packagePath());
    path.add(rule);
    return path;
  }

  private void rego(RegoRules rules, Subject subject, InputParts parts, Verdict verdict) {
    for (String rule : rules.rules()) {
      Severity severity = rule.startsWith("warn") ? Severity.WARNING : policy.severity();
      Map<RegoValue, List<List<RegoValue>>> elements = new TreeMap<>();
      for (Derivation d : derived(path(rules, rule), parts)) {
        elements.putIfAbsent(d.element(), d.reads());
      }
      Decided decided = new Decided(subject, new Explainer(policy, program));
      elements.forEach((e, reads) -> element(rule, severity, e, reads, decided, verdict));
    }
  }

  private List<Derivation> derived(List<String> rule, InputParts parts) {
    return parts.reuse().isEmpty()
        ? parts.derive(program, rule)
        : parts
            .reuse()
            .get()
            .get(
                new Reuse.Key(program, rule, parts.hash(inputPaths)),
                () -> parts.derive(program, rule));
  }

  private void element(
      String rule,
      Severity severity,
      RegoValue element,
      List<List<RegoValue>> reads,
      Decided decided,
      Verdict verdict) {
    Subject subject = decided.subject();
    if (element instanceof RegoString message) {
      Place place = decided.place(element, reads, Optional.empty());
      verdict.findings().add(finding(message.value(), RegoObject.EMPTY, severity, reads, place));
    } else if (element instanceof RegoObject object
        && object.get("msg") instanceof RegoString message) {
      Place place = decided.place(element, reads, Optional.ofNullable(object.get("at")));
      verdict.findings().add(finding(message.value(), object, severity, reads, place));
    } else {
      verdict
          .errors()
          .add(
              error(
                  "policy_result_error",
                  policy.place(),
                  subject,
                  "the rule %s yielded %s, expected a text or an object with the text msg"
                      .formatted(rule, element.typeName())));
    }
  }

  private Finding finding(
      String message,
      RegoObject element,
      Severity severity,
      List<List<RegoValue>> reads,
      Place place) {
    Subject subject = place.subject();
    Optional<RegoValue> at =
        place.value().filter(l -> l instanceof Located.Scalar).map(Located::value);
    List<Finding.Because> because =
        new LinkedHashSet<>(reads)
            .stream()
                .map(p -> new Finding.Because(Place.text(p), new Place(subject, p).span()))
                .toList();
    return new Finding(
        policy,
        severity,
        message,
        subject,
        place.span(),
        place.pointer(),
        Optional.ofNullable(element.get("found")).or(() -> at),
        Optional.ofNullable(element.get("wanted")),
        because,
        Optional.ofNullable(element.get("details")),
        Optional.ofNullable(element.get("fix")),
        Optional.empty(),
        fingerprint(subject, place.symbolic(), message));
  }

  private Finding finding(Check.Violation violation, Subject subject) {
    return new Finding(
        policy,
        policy.severity(),
        violation.message(),
        subject,
        violation.span(),
        Place.whole(subject).pointer(),
        violation.found().map(RegoString::of),
        violation.wanted().map(RegoString::of),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        fingerprint(subject, violation.span().text(), violation.message()));
  }

  /** The policy may have read a value that nobody knows. */
  Finding unknown(Unknowns.Value value, Subject subject) {
    String message = "cannot be judged: " + value.reason();
    return new Finding(
        policy,
        policy.unknown() == UnknownMeans.FAIL ? policy.severity() : Severity.WARNING,
        message,
        subject,
        value.span(),
        value.pointer(),
        Optional.empty(),
        Optional.empty(),
        List.of(new Finding.Because(Place.text(value.path()), value.span())),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        fingerprint(subject, new Place(subject, value.path()).symbolic(), message));
  }

  private String fingerprint(Subject subject, String where, String message) {
    Hash hash = new Hash().add(policy.id()).add(subject.kind().word()).add(subject.path());
    subject.environment().ifPresent(hash::add);
    return hash.add(where).add(message).hex().substring(0, 32);
  }

  /** Whether the policy's rules may read a value. */
  boolean mayRead(List<String> pointer) {
    return policy.implementation() instanceof BuiltIn
        || inputPaths.stream()
            .anyMatch(
                p -> {
                  int common = Math.min(p.size(), pointer.size());
                  return p.subList(0, common).equals(pointer.subList(0, common));
                });
  }
}
