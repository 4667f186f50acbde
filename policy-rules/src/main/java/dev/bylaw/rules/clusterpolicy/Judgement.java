package dev.bylaw.rules.clusterpolicy;

import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.clusterpolicy.Verdict.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a value that is there complies with a rule. */
record Judgement(Outcome outcome, String reason) {
  private static final String AUTO = "auto:";

  /**
   * Judges a value.
   *
   * @param runtimes the runtime that each {@code auto:...} stands for today
   */
  static Judgement of(PolicyRule rule, RegoValue value, Map<String, String> runtimes) {
    AttributePath path = rule.path();
    if (!Values.isScalar(value)) {
      return fail("the value is no single value");
    } else if (path.text().equals("data_security_mode")
        && Values.text(path, value).equals("AUTO")
        && !(rule.limit() instanceof Limit.Unlimited)) {
      return open("the access mode AUTO is chosen when the cluster is made");
    }
    Limit limit = rule.limit();
    if (limit instanceof Limit.Fixed fixed) {
      return member(path, value, List.of(fixed.value()), runtimes);
    } else if (limit instanceof Limit.OneOf one) {
      return member(path, value, one.values(), runtimes);
    } else if (limit instanceof Limit.NoneOf none) {
      return excluded(path, value, none.values(), runtimes);
    } else if (limit instanceof Limit.Matches matches) {
      return matches(path, value, matches);
    } else if (limit instanceof Limit.Between between) {
      return between(value, between);
    }
    return limit instanceof Limit.Forbidden
        ? fail("the attribute must not be set")
        : pass("any value is allowed");
  }

  private static Judgement member(
      AttributePath path, RegoValue value, List<RegoValue> allowed, Map<String, String> runtimes) {
    if (allowed.stream().anyMatch(one -> same(path, one, value, runtimes))) {
      return pass("the value is allowed");
    }
    Optional<RegoValue> unresolved = unresolved(path, value, allowed, runtimes);
    if (unresolved.isPresent()) {
      return open("which runtime %s is, is not known".formatted(Values.plain(unresolved.get())));
    }
    String wanted = allowed.stream().map(Values::plain).collect(Collectors.joining(", "));
    return fail(
        "the value must be %s%s (is %s)"
            .formatted(allowed.size() == 1 ? "" : "one of ", wanted, Values.plain(value)));
  }

  private static Judgement excluded(
      AttributePath path, RegoValue value, List<RegoValue> refused, Map<String, String> runtimes) {
    if (refused.stream().anyMatch(one -> same(path, one, value, runtimes))) {
      return fail("the value must not be " + Values.plain(value));
    }
    return unresolved(path, value, refused, runtimes)
        .map(auto -> open("which runtime %s is, is not known".formatted(Values.plain(auto))))
        .orElseGet(() -> pass("the value is not among those refused"));
  }

  private static boolean same(
      AttributePath path, RegoValue policy, RegoValue value, Map<String, String> runtimes) {
    return Values.same(path, policy, value)
        || (isRuntime(path) && Values.plain(value).equals(runtimes.get(Values.plain(policy))));
  }

  private static Optional<RegoValue> unresolved(
      AttributePath path, RegoValue value, List<RegoValue> values, Map<String, String> runtimes) {
    return values.stream()
        .filter(one -> isRuntime(path) && !Values.plain(value).startsWith(AUTO))
        .filter(one -> Values.plain(one).startsWith(AUTO))
        .filter(one -> !runtimes.containsKey(Values.plain(one)))
        .findFirst();
  }

  private static boolean isRuntime(AttributePath path) {
    return path.text().equals("spark_version");
  }

  private static Judgement matches(AttributePath path, RegoValue value, Limit.Matches matches) {
    String text = Values.text(path, value);
    return matches
        .pattern()
        .map(
            pattern ->
                pattern.matches(text)
                    ? pass("the value matches")
                    : fail(
                        "the value must match the pattern %s (is %s)"
                            .formatted(matches.expression(), text)))
        .orElseGet(() -> open("the pattern %s cannot be run here".formatted(matches.expression())));
  }

  private static Judgement between(RegoValue value, Limit.Between between) {
    Optional<BigDecimal> number = Values.decimal(value);
    if (number.isEmpty()) {
      return fail("the value must be a decimal number (is %s)".formatted(Values.plain(value)));
    } else if (between.min().filter(min -> number.get().compareTo(min) < 0).isPresent()) {
      return fail(
          "the value must be at least %s (is %s)"
              .formatted(between.min().get(), Values.plain(value)));
    } else if (between.max().filter(max -> number.get().compareTo(max) > 0).isPresent()) {
      return fail(
          "the value must be at most %s (is %s)"
              .formatted(between.max().get(), Values.plain(value)));
    }
    return pass("the value is within the range");
  }

  static Judgement pass(String reason) {
    return new Judgement(Outcome.PASS, reason);
  }

  static Judgement fail(String reason) {
    return new Judgement(Outcome.FAIL, reason);
  }

  static Judgement open(String reason) {
    return new Judgement(Outcome.NOT_EVALUATED, reason);
  }
}
