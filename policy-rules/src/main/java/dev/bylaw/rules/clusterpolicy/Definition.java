package dev.bylaw.rules.clusterpolicy;

import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A definition as far as it can be read. Immutable.
 *
 * @param rules by the paths of their attributes, in the order of the text
 * @param open the paths of rules parts of which have no value yet
 * @param problems all that is wrong with it
 */
public record Definition(Map<String, PolicyRule> rules, Set<String> open, List<Problem> problems) {
  public Definition {
    rules = new LinkedHashMap<>(rules);
    open = Set.copyOf(open);
    problems = List.copyOf(problems);
  }

  /**
   * Reads an object with a rule for each path.
   *
   * @param open the paths of rules parts of which have no value yet
   */
  public static Definition read(Located.Object definition, Set<String> open) {
    Map<String, PolicyRule> rules = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    definition
        .entries()
        .forEach(
            (path, entry) -> {
              if (!open.contains(path)) {
                RuleReader.read(path, entry, problems).ifPresent(rule -> rules.put(path, rule));
              }
            });
    Consistency.check(rules, problems);
    Coverage.check(definition, problems);
    return new Definition(rules, open, problems);
  }
}
