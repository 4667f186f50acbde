package dev.bylaw.policy;

import dev.bylaw.rego.RegoProgram;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers which policies hold, and keeps the answers: one for each scope at which anything is
 * assigned and each combination of selectors that was met there. Programs are made once for each
 * set of parameters, from the rules compiled once. Thread-safe.
 */
final class Catalogue {
  /** Far more than sets have; labels that somebody invents must not fill the memory. */
  private static final int MAX_KEPT = 4096;

  private final Assignments assignments;
  private final ParameterDocument parameters;
  private final RegoProgram compiled;
  private final Map<Key, Map<SubjectKind, Held>> kept = new ConcurrentHashMap<>();
  private final Map<RegoObject, RegoProgram> programs = new ConcurrentHashMap<>();

  /**
   * @param compiled over the data without parameters
   */
  Catalogue(Assignments assignments, ParameterDocument parameters, RegoProgram compiled) {
    this.assignments = assignments;
    this.parameters = parameters;
    this.compiled = compiled;
  }

  private record Key(Scope scope, BitSet met) {
    /** Written out for the same reason as {@link Scope#equals}. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key k && scope.equals(k.scope) && met.equals(k.met);
    }

    @Override
    public int hashCode() {
      return scope.hashCode() * 31 + met.hashCode();
    }
  }

  List<AssignedPolicy> inForce(Subject subject, Scope scope, LocalDate day) {
    Key key = new Key(assignments.nearest(scope), assignments.met(subject, scope));
    Map<SubjectKind, Held> known = kept.get(key);
    if (known == null) {
      known = byKind(key);
      keep(kept, key, known);
    }
    Held held = known.get(subject.kind());
    return held == null ? List.of() : held.on(day);
  }

  RegoProgram program() {
    return program(assignments.terms(Scope.ORGANISATION, new BitSet()));
  }

  private Map<SubjectKind, Held> byKind(Key key) {
    List<Terms> terms = assignments.terms(key.scope(), key.met());
    RegoProgram program = program(terms);
    Map<SubjectKind, Held> out = new EnumMap<>(SubjectKind.class);
    for (SubjectKind kind : SubjectKind.values()) {
      List<Terms> of = new ArrayList<>();
      for (Terms each : terms) {
        if (each.policy().subjects().contains(kind)) {
          of.add(each);
        }
      }
      if (!of.isEmpty()) {
        out.put(kind, new Held(of, program));
      }
    }
    return out;
  }

  private RegoProgram program(List<Terms> terms) {
    RegoObject data = parameters.with(terms);
    RegoProgram known = programs.get(data);
    if (known == null) {
      known = compiled.withData(data);
      keep(programs, data, known);
    }
    return known;
  }

  private static <K, V> void keep(Map<K, V> map, K key, V value) {
    if (map.size() >= MAX_KEPT) {
      map.clear();
    }
    map.put(key, value);
  }
}
