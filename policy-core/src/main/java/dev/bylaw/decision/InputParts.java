package dev.bylaw.decision;

import dev.bylaw.rego.Derivation;
import dev.bylaw.rego.RegoEvaluation;
import dev.bylaw.rego.RegoProgram;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One input, and what was computed of it for all policies. Not thread-safe. */
final class InputParts {
  /** By their names, the shorter of two with a common beginning first. */
  static final Comparator<List<String>> ORDER =
      (a, b) -> {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
          int order = a.get(i).compareTo(b.get(i));
          if (order != 0) {
            return order;
          }
        }
        return a.size() - b.size();
      };

  private final RegoValue input;
  private final Optional<Reuse> reuse;
  private final Map<List<String>, String> known = new HashMap<>();
  private final IdentityHashMap<RegoProgram, RegoEvaluation> evaluations = new IdentityHashMap<>();

  InputParts(RegoValue input, Optional<Reuse> reuse) {
    this.input = input;
    this.reuse = reuse;
  }

  /** What a rule yields; programs of one set differ in their parameters alone. */
  List<Derivation> derive(RegoProgram program, List<String> rule) {
    return evaluations.computeIfAbsent(program, p -> p.over(input)).derive(rule);
  }

  /** Where answers for parts that did not change may be found. */
  Optional<Reuse> reuse() {
    return reuse;
  }

  /** Of what stands at each path, or that nothing does. */
  String hash(List<List<String>> paths) {
    Hash hash = new Hash();
    paths.forEach(p -> hash.add(known.computeIfAbsent(p, this::part)));
    return hash.hex();
  }

  /** A path that leads into something other than an object means all of that. */
  private String part(List<String> path) {
    RegoValue at = input;
    for (String name : path) {
      if (at instanceof RegoObject object) {
        RegoValue next = object.get(RegoString.of(name));
        if (next == null) {
          return "";
        }
        at = next;
      }
    }
    return new Hash().add(RegoJson.write(at)).hex();
  }
}
