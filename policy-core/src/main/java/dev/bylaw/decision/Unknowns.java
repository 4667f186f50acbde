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
      return switch (means) {
        case PASS -> Optional.empty();
        case WARN ->
            Optional.of(f.severity() == Severity.ERROR ? withSeverity(f, Severity.WARNING) : f);
        case FAIL -> Optional.of(f);
      };
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
        Span span = new Place(subject, path).span();
        out.add(new Value(pointer, text(element, "reason"), names, path, span));
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
        .filter(
            v -> finding.because().stream().anyMatch(b -> overlaps(b.path(), Place.text(v.path()))))
        .findFirst();
  }

  private static boolean overlaps(String read, String unknown) {
    return read.equals(unknown) || read.startsWith(unknown + ".") || read.startsWith(unknown + "[");
  }

  static Finding withSeverity(Finding f, Severity severity) {
    return new Finding(
        f.policy(),
        severity,
        f.message(),
        f.subject(),
        f.span(),
        f.pointer(),
        f.found(),
        f.wanted(),
        f.because(),
        f.details(),
        f.fingerprint());
  }
}
