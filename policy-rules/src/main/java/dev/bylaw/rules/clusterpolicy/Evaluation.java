package dev.bylaw.rules.clusterpolicy;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.subject.Located;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a cluster satisfies a definition. Three-valued: what cannot be told before the cluster is
 * made is neither passed nor failed. Used by one thread.
 */
public final class Evaluation {
  private final Definition definition;
  private final Located.Object cluster;
  private final Circumstances circumstances;
  private final List<Verdict> verdicts = new ArrayList<>();

  private Evaluation(Definition definition, Located.Object cluster, Circumstances circumstances) {
    this.definition = definition;
    this.cluster = cluster;
    this.circumstances = circumstances;
  }

  /** A verdict for each rule, and for each element or key where a rule is for all of them. */
  public static List<Verdict> of(
      Definition definition, Located.Object cluster, Circumstances circumstances) {
    Evaluation evaluation = new Evaluation(definition, cluster, circumstances);
    definition.rules().values().forEach(evaluation::rule);
    definition.open().stream().sorted().forEach(evaluation::open);
    return List.copyOf(evaluation.verdicts);
  }

  private void open(String path) {
    add(AttributePath.of(path), Judgement.open("the rule has no value yet"), Optional.empty());
  }

  private void rule(PolicyRule rule) {
    AttributePath path = rule.path();
    if (path.isVirtual()) {
      virtual(rule);
    } else if (path.isEveryKey()) {
      everyKey(rule);
    } else if (path.isGeneric()) {
      elements(rule);
    } else if (Attributes.isBlock(path)) {
      block(rule);
    } else {
      attribute(rule);
    }
  }

  private void virtual(PolicyRule rule) {
    Optional<RegoValue> value =
        rule.path().text().equals(AttributePath.CLUSTER_TYPE)
            ? circumstances.clusterType().map(RegoString::of)
            : circumstances.price().apply(cluster).map(Evaluation::number);
    add(
        rule.path(),
        value
            .map(v -> Judgement.of(rule, v, circumstances.runtimes()))
            .orElseGet(() -> Judgement.open(rule.path().text() + " is not known")),
        Optional.empty());
  }

  private static RegoValue number(BigDecimal decimal) {
    return RegoNumber.of(decimal);
  }

  private void everyKey(PolicyRule rule) {
    if (!circumstances.everyKey()) {
      add(rule.path(), Judgement.open("what * means here is not documented"), Optional.empty());
      return;
    }
    Shape.block(cluster, rule.path().root())
        .ifPresent(
            map ->
                map.entries()
                    .forEach(
                        (key, entry) ->
                            add(
                                AttributePath.of(rule.path().root() + "." + key),
                                Judgement.of(rule, entry.value().value(), circumstances.runtimes()),
                                Optional.of(entry.value()))));
  }

  /** An element that has a rule of its own is judged by that one alone. */
  private void elements(PolicyRule rule) {
    if (isUnknown(rule.path().steps().subList(0, 1))) {
      add(rule.path(), Judgement.open("the list has no value yet"), Optional.empty());
    } else if (cluster.child(RegoString.of(rule.path().root())).orElse(cluster)
        instanceof Located.Array list) {
      for (int i = 0; i < list.elements().size(); i++) {
        AttributePath path = rule.path().at(i);
        if (!definition.rules().containsKey(path.text())) {
          value(path.steps())
              .ifPresent(
                  v ->
                      add(
                          path,
                          Judgement.of(rule, v.value(), circumstances.runtimes()),
                          Optional.of(v)));
        }
      }
    }
  }

  /** Only attributes are documented; that a block is forbidden means that nothing of it is set. */
  private void block(PolicyRule rule) {
    Optional<Located> block = value(rule.path().steps());
    if (rule.limit() instanceof Limit.Forbidden) {
      add(
          rule.path(),
          block.isPresent()
              ? Judgement.fail("the attribute must not be set")
              : Judgement.pass("nothing of it is set"),
          block);
    } else {
      add(rule.path(), Judgement.open("what the rule of a block means is not documented"), block);
    }
  }

  private void attribute(PolicyRule rule) {
    Optional<Located> value = value(rule.path().steps());
    if (value.isPresent()) {
      add(rule.path(), Judgement.of(rule, value.get().value(), circumstances.runtimes()), value);
    } else if (isUnknown(rule.path().steps())) {
      add(rule.path(), Judgement.open("the attribute has no value yet"), Optional.empty());
    } else {
      add(rule.path(), absent(rule), Optional.empty());
    }
  }

  private Judgement absent(PolicyRule rule) {
    boolean fills = circumstances.filled();
    if (rule.limit() instanceof Limit.Forbidden) {
      return Judgement.pass("the attribute is not set");
    } else if (rule.limit() instanceof Limit.Fixed) {
      return fills
          ? Judgement.pass("the fixed value is filled in")
          : Judgement.fail("the attribute must be present");
    } else if (rule.optional()) {
      return Judgement.pass("the attribute is optional");
    } else if (circumstances.sizesExclude() && hasOtherSize(rule.path())) {
      return Judgement.pass("the cluster states its size in the other way");
    } else if (fills && rule.initial().isPresent() && asksForDefaults()) {
      return Judgement.of(rule, rule.initial().get().value(), circumstances.runtimes());
    }
    return Judgement.fail("the attribute must be present");
  }

  private boolean hasOtherSize(AttributePath path) {
    return (path.root().equals("autoscale") && value(List.of("num_workers")).isPresent())
        || (path.text().equals("num_workers") && value(List.of("autoscale")).isPresent());
  }

  private boolean asksForDefaults() {
    return cluster
        .child(RegoString.of("apply_policy_default_values"))
        .filter(v -> v.value().equals(RegoBoolean.TRUE))
        .isPresent();
  }

  /** What is null or an empty block is not there; an empty text is. */
  private Optional<Located> value(List<String> steps) {
    List<RegoValue> keys = new ArrayList<>();
    for (String step : steps) {
      boolean index = steps.size() > 1 && keys.size() == 1 && AttributePath.isIndex(step);
      boolean inList = index && !AttributePath.isMap(steps.get(0));
      keys.add(inList ? RegoNumber.parse(step) : RegoString.of(step));
    }
    return cluster.find(keys).filter(v -> !Shape.isNull(v) && !isEmpty(v.value()));
  }

  private static boolean isEmpty(RegoValue value) {
    return (value instanceof RegoObject object && object.size() == 0)
        || (value instanceof RegoArray array && array.size() == 0);
  }

  private boolean isUnknown(List<String> steps) {
    StringBuilder pointer = new StringBuilder();
    for (String step : steps) {
      pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
      if (circumstances.unknown().contains(pointer.toString())) {
        return true;
      }
    }
    return circumstances.unknown().stream().anyMatch(p -> p.startsWith(pointer + "/"));
  }

  private void add(AttributePath path, Judgement judgement, Optional<Located> value) {
    verdicts.add(
        new Verdict(
            judgement.outcome(),
            path.text(),
            path.text() + ": " + judgement.reason(),
            value.map(Located::span)));
  }
}
