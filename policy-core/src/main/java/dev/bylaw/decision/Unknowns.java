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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a subject does not know yet, and what follows for findings that depend on it. */
final class Unknowns {
  private final List<Value> values;

  /** The first of the values that stands somewhere, or within it. */
  private final Map<String, Integer> here = new HashMap<>();

  private final Map<String, Integer> within = new HashMap<>();

  private Unknowns(List<Value> values) {
    this.values = List.copyOf(values);
    for (int i = 0; i < values.size(); i++) {
      List<RegoValue> path = values.get(i).path();
      here.putIfAbsent(Place.text(path), i);
      if (path.size() > 2) {
        within.putIfAbsent(Place.text(path.subList(0, path.size() - 1)), i);
      }
    }
  }

  /**
   * A value that is not known.
   *
   * @param names the parts of the pointer
   * @param path the same as keys of the document
   */
  record Value(String pointer, String reason, List<String> names, List<RegoValue> path, Span span) {
    /** What it shares with other values that the same words of a file leave open. */
    Gap gap() {
      return new Gap(reason, span);
    }

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
  }

  /** Why values are not known, and where that stands. */
  record Gap(String reason, Span span) {}

  static Unknowns of(Subject subject) {
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
    return new Unknowns(out);
  }

  List<Value> values() {
    return values;
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

  /** The unknown value that a finding was derived from, the first if there are several. */
  Optional<Value> behind(Finding finding) {
    return values.isEmpty()
        ? Optional.empty()
        : finding.because().stream()
            .map(b -> behind(b.path()))
            .filter(i -> i < values.size())
            .min(Comparator.naturalOrder())
            .map(values::get);
  }

  /**
   * The number of the value that a policy depends on which read something: it or what is below it,
   * or all of what holds it, other than the document as a whole. Without one, how many there are.
   */
  private int behind(String read) {
    int none = values.size();
    int first = Math.min(within.getOrDefault(read, none), here.getOrDefault(read, none));
    for (int i = 0; i < read.length(); i++) {
      if (read.charAt(i) == '.' || read.charAt(i) == '[') {
        first = Math.min(first, here.getOrDefault(read.substring(0, i), none));
      }
    }
    return first;
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
