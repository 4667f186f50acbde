package dev.bylaw.decision;

import dev.bylaw.decision.Decision.NotKnown;
import dev.bylaw.policy.UnknownMeans;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Severity;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a subject does not know yet, and what follows for findings that depend on it. */
final class Unknowns {
  private Unknowns() {}

  /**
   * A value that is not known.
   *
   * @param names the parts of the pointer
   * @param path the same as keys of the document
   */
  record Value(String pointer, String reason, List<String> names, List<RegoValue> path, Span span) {
    NotKnown notKnown(String policy, Subject subject) {
      return new NotKnown(policy, subject, pointer, reason, Optional.of(span));
    }

    /** What becomes of a finding that read this value: it stands, warns, or is dropped. */
    Optional<Finding> finding(Finding f, UnknownMeans means) {
      boolean weaker = means == UnknownMeans.WARN && f.severity() == Severity.ERROR;
      boolean here = f.pointer().equals(pointer) || f.pointer().startsWith(pointer + "/");
      Severity severity = weaker ? Severity.WARNING : f.severity();
      return means == UnknownMeans.PASS
          ? Optional.empty()
          : Optional.of(changed(f, severity, here ? span : f.span()));
    }

    /**
     * Whether a policy that read something depends on this value: on it or below it, or on all of
     * what holds it, other than the document as a whole.
     */
    private boolean isBehind(String read) {
      String here = Place.text(path);
      boolean holds = path.size() > 2 && read.equals(Place.text(path.subList(0, path.size() - 1)));
      return holds
          || read.equals(here)
          || read.startsWith(here + ".")
          || read.startsWith(here + "[");
    }
  }

  static List<Value> of(Subject subject) {
    List<Value> out = new ArrayList<>();
    if (subject.input().child(RegoString.of("unknown")).orElse(null) instanceof Located.Array a) {
      for (Located element : a.elements()) {
        String pointer = text(element, "pointer");
        List<String> names = new ArrayList<>();
        for (String part :
            pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
          names.add(part.replace("~1", "/").replace("~0", "~"));
        }
        List<RegoValue> path = path(subject.input(), names);
        out.add(new Value(pointer, text(element, "reason"), names, path, element.span()));
      }
    }
    return out;
  }

  private static String text(Located element, String key) {
    return element.child(RegoString.of(key)).orElseThrow().value() instanceof RegoString s
        ? s.value()
        : "";
  }

  private static List<RegoValue> path(Located root, List<String> names) {
    List<RegoValue> path = new ArrayList<>();
    Optional<Located> at = Optional.of(root);
    for (String name : names) {
      boolean index = at.isPresent() && at.get() instanceof Located.Array;
      RegoValue key = index ? RegoNumber.parse(name) : RegoString.of(name);
      path.add(key);
      at = at.flatMap(l -> l.child(key));
    }
    return path;
  }

  /** The unknown value that a finding was derived from, if any. */
  static Optional<Value> behind(Finding finding, List<Value> values) {
    return values.stream()
        .filter(v -> finding.because().stream().anyMatch(b -> v.isBehind(b.path())))
        .findFirst();
  }

  static Finding withSeverity(Finding f, Severity severity) {
    return changed(f, severity, f.span());
  }

  private static Finding changed(Finding f, Severity severity, Span span) {
    return new Finding(
        f.policy(),
        severity,
        f.message(),
        f.subject(),
        span,
        f.pointer(),
        f.found(),
        f.wanted(),
        f.because(),
        f.details(),
        f.proposal(),
        f.fix(),
        f.fingerprint());
  }
}
