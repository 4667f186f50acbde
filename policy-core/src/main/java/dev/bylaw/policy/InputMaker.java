package dev.bylaw.policy;

import dev.bylaw.policy.Policy.Implementation.RegoRules;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Makes inputs for policies: known subjects, and variations of them at the paths that the policies
 * read, with the constants of their rules and values near those. The same number gives the same
 * input.
 */
final class InputMaker {
  private static final int MAX_CHANGES = 4;

  private final List<RegoObject> known;
  private final List<List<String>> paths;
  private final List<RegoValue> values;

  InputMaker(List<AssignedPolicy> policies, List<Subject> subjects) {
    this.known = new ArrayList<>();
    subjects.stream()
        .filter(s -> policies.get(0).policy().subjects().contains(s.kind()))
        .forEach(s -> known.add(s.input().value()));
    Set<List<String>> read = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    for (AssignedPolicy p : policies) {
      if (p.policy().implementation() instanceof RegoRules rules) {
        read.addAll(p.program().inputPaths(rules.packagePath()));
      }
    }
    read.removeIf(List::isEmpty);
    this.paths = List.copyOf(read);
    this.values = new RuleConstants(policies).values();
  }

  /** The first are the known subjects as they are. */
  RegoObject input(int number) {
    if (number < known.size()) {
      return known.get(number);
    }
    Random random = new Random(number);
    RegoObject input =
        known.isEmpty() || random.nextInt(4) == 0
            ? RegoObject.EMPTY
            : known.get(random.nextInt(known.size()));
    int changes = 1 + random.nextInt(MAX_CHANGES);
    for (int i = 0; i < changes && !paths.isEmpty(); i++) {
      List<String> path = paths.get(random.nextInt(paths.size()));
      input = with(input, path, values.get(random.nextInt(values.size())));
    }
    return input;
  }

  private static RegoObject with(RegoObject object, List<String> path, RegoValue value) {
    RegoString key = RegoString.of(path.get(0));
    if (path.size() == 1) {
      return object.with(key, value);
    }
    RegoObject inner = object.get(key) instanceof RegoObject o ? o : RegoObject.EMPTY;
    return object.with(key, with(inner, path.subList(1, path.size()), value));
  }

  /** Takes away what is not needed for an input to be of some kind. */
  RegoObject smaller(RegoObject input, Predicate<RegoObject> is) {
    RegoObject small = input;
    boolean again = true;
    while (again) {
      again = false;
      for (List<String> path : leaves(small)) {
        RegoObject less = without(small, path);
        if (is.test(less)) {
          small = less;
          again = true;
        }
      }
    }
    return small;
  }

  private static RegoObject without(RegoObject object, List<String> path) {
    RegoString key = RegoString.of(path.get(0));
    if (path.size() > 1 && object.get(key) instanceof RegoObject inner) {
      return object.with(key, without(inner, path.subList(1, path.size())));
    }
    return object.without(key);
  }

  /** The paths of all fields, outer ones first. */
  private static List<List<String>> leaves(RegoObject object) {
    List<List<String>> out = new ArrayList<>();
    for (RegoValue key : object.keys()) {
      if (key instanceof RegoString name) {
        out.add(List.of(name.value()));
        if (object.get(key) instanceof RegoObject inner) {
          for (List<String> below : leaves(inner)) {
            List<String> path = new ArrayList<>(List.of(name.value()));
            path.addAll(below);
            out.add(path);
          }
        }
      }
    }
    return out;
  }
}
