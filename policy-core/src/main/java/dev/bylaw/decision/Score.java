package dev.bylaw.decision;

import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.Policy;
import dev.bylaw.source.Severity;
import dev.bylaw.subject.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How well a product or a domain keeps to its policies. There is none without what it was computed
 * from: points are always those of {@link #computedFrom}.
 *
 * @param name of the product or of the domain
 * @param computedFrom at least one
 */
public record Score(String name, List<Item> computedFrom) {
  /** A policy without a characteristic counts under this name. */
  public static final String OTHER = "other";

  public Score {
    computedFrom = List.copyOf(computedFrom);
    if (computedFrom.isEmpty()) {
      throw new IllegalArgumentException("a score without anything that it is computed from");
    }
  }

  /**
   * A policy that judged a product.
   *
   * @param kept whether it found nothing; a waived or a known finding is one
   */
  public record Item(
      String product, String policy, String characteristic, Severity severity, boolean kept) {
    int weight() {
      return switch (severity) {
        case ERROR -> 3;
        case WARNING -> 2;
        case INFO -> 1;
      };
    }
  }

  /** From 0 to 100: the mean of the characteristics, each of which counts alike. */
  public double points() {
    return byCharacteristic().values().stream().mapToDouble(p -> p).average().orElseThrow();
  }

  /** From 0 to 100: the weights of the policies that are kept, in percent of those that judged. */
  public Map<String, Double> byCharacteristic() {
    return computedFrom.stream()
        .collect(
            Collectors.groupingBy(
                Item::characteristic,
                TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), Score::share)));
  }

  private static double share(List<Item> items) {
    int kept = items.stream().filter(Item::kept).mapToInt(Item::weight).sum();
    return 100.0 * kept / items.stream().mapToInt(Item::weight).sum();
  }

  /** One for each product that a policy judges, by name. */
  public static List<Score> ofProducts(
      PolicyEngine engine, List<Subject> subjects, EnforcementPoint point) {
    return scores(items(engine, subjects, point), Judged::product);
  }

  /** One for each domain with a product that a policy judges, by name. */
  public static List<Score> ofDomains(
      PolicyEngine engine, List<Subject> subjects, EnforcementPoint point) {
    return scores(items(engine, subjects, point), Judged::domain);
  }

  /** A product with what judged it. */
  private record Judged(Optional<String> product, Optional<String> domain, List<Item> items) {}

  private static List<Score> scores(
      List<Judged> judged, Function<Judged, Optional<String>> nameOf) {
    Map<String, List<Item>> byName = new TreeMap<>();
    for (Judged one : judged) {
      nameOf
          .apply(one)
          .ifPresent(
              name -> byName.computeIfAbsent(name, n -> new ArrayList<>()).addAll(one.items()));
    }
    return byName.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> new Score(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static List<Judged> items(
      PolicyEngine engine, List<Subject> subjects, EnforcementPoint point) {
    Map<List<Optional<String>>, List<Subject>> products = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      if (subject.product().isPresent()) {
        products
            .computeIfAbsent(
                List.of(subject.domain(), subject.product()), name -> new ArrayList<>())
            .add(subject);
      }
    }
    Map<String, Policy> policies =
        engine.policySet().policies().stream()
            .collect(Collectors.toMap(Policy::id, policy -> policy));
    return products.entrySet().stream()
        .map(
            product -> {
              Decision decision = engine.decide(product.getValue(), point);
              String name = product.getKey().get(1).orElseThrow();
              return new Judged(
                  Optional.of(name), product.getKey().get(0), items(name, decision, policies));
            })
        .toList();
  }

  private static List<Item> items(String product, Decision decision, Map<String, Policy> policies) {
    Set<String> broken =
        Stream.of(
                decision.findings().stream(),
                decision.waived().stream().map(Decision.Waived::finding),
                decision.known().stream())
            .flatMap(findings -> findings)
            .map(finding -> finding.policy().id())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> judged = new TreeSet<>(broken);
    judged.addAll(decision.passed());
    return judged.stream()
        .flatMap(id -> Optional.ofNullable(policies.get(id)).stream())
        .map(
            policy ->
                new Item(
                    product,
                    policy.id(),
                    policy.characteristic().orElse(OTHER),
                    policy.severity(),
                    !broken.contains(policy.id())))
        .toList();
  }
}
