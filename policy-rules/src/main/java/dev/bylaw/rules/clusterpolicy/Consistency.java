package dev.bylaw.rules.clusterpolicy;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.clusterpolicy.Problem.Kind;
import dev.bylaw.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Rules that contradict themselves or each other. */
final class Consistency {
  private static final Set<String> CLUSTER_TYPES = Set.of("all-purpose", "job", "dlt");

  private Consistency() {}

  static void check(Map<String, PolicyRule> rules, List<Problem> problems) {
    for (PolicyRule rule : rules.values()) {
      initial(rule, problems);
      range(rule, problems);
      virtual(rule, problems);
    }
    skipped(rules, problems);
  }

  private static void initial(PolicyRule rule, List<Problem> problems) {
    rule.initial()
        .filter(v -> Judgement.of(rule, v.value(), Map.of()).outcome() == Verdict.Outcome.FAIL)
        .ifPresent(
            v ->
                problems.add(
                    problem(
                        v.span(),
                        "%s: the default %s breaks its own rule"
                            .formatted(rule.path().text(), Values.plain(v.value())))));
  }

  private static void range(PolicyRule rule, List<Problem> problems) {
    if (rule.limit() instanceof Limit.Between between
        && between.min().isPresent()
        && between.max().isPresent()
        && between.min().get().compareTo(between.max().get()) > 0) {
      problems.add(
          problem(
              span(rule, "minValue"),
              "%s: minValue %s is above maxValue %s, so no value fits"
                  .formatted(rule.path().text(), between.min().get(), between.max().get())));
    }
  }

  private static void virtual(PolicyRule rule, List<Problem> problems) {
    boolean bounded =
        rule.limit() instanceof Limit.Between || rule.limit() instanceof Limit.Unlimited;
    if (rule.path().text().equals(AttributePath.DBUS) && !bounded) {
      problems.add(
          problem(
              span(rule, "type"),
              "dbus_per_hour is computed from the cluster, so only a range limits it"));
    } else if (rule.path().text().equals(AttributePath.CLUSTER_TYPE)) {
      values(rule.limit()).stream()
          .map(Values::plain)
          .filter(type -> !CLUSTER_TYPES.contains(type))
          .forEach(
              type ->
                  problems.add(
                      problem(rule.place().span(), "there is no type of cluster " + type)
                          .withWanted(String.join(", ", new TreeSet<>(CLUSTER_TYPES)))));
    }
  }

  private static List<RegoValue> values(Limit limit) {
    if (limit instanceof Limit.Fixed fixed) {
      return List.of(fixed.value());
    } else if (limit instanceof Limit.OneOf one) {
      return one.values();
    }
    return limit instanceof Limit.NoneOf none ? none.values() : List.of();
  }

  /** A list has no element 2 without an element 1. */
  private static void skipped(Map<String, PolicyRule> rules, List<Problem> problems) {
    for (PolicyRule rule : rules.values()) {
      List<String> steps = rule.path().steps();
      boolean fixed = steps.size() > 1 && !rule.path().isOfMap() && isLater(steps.get(1));
      if (fixed && rule.limit() instanceof Limit.Fixed) {
        String before = steps.get(0) + "." + (Integer.parseInt(steps.get(1)) - 1);
        if (rules.keySet().stream()
            .noneMatch(path -> path.equals(before) || path.startsWith(before + "."))) {
          problems.add(
              problem(
                  rule.place().span(),
                  "%s: there is no rule for %s, so the list has a gap"
                      .formatted(rule.path().text(), before)));
        }
      }
    }
  }

  private static boolean isLater(String step) {
    return AttributePath.isIndex(step) && !step.equals("0");
  }

  private static Span span(PolicyRule rule, String field) {
    return rule.place()
        .child(RegoString.of(field))
        .map(value -> value.span())
        .orElse(rule.place().span());
  }

  private static Problem problem(Span place, String message) {
    return Problem.of(Kind.INCONSISTENT, place, message);
  }
}
