package dev.bylaw.rego.lint;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is looked at, and how bad it is.
 *
 * @param levels those of rules that have another one than their own
 * @param lineLength the most characters of a line
 */
public record LintSettings(Map<String, LintLevel> levels, List<Exempt> exempt, int lineLength) {
  /** All rules at their own levels. */
  public static final LintSettings DEFAULT = new LintSettings(Map.of(), List.of(), 120);

  public LintSettings {
    levels = Map.copyOf(levels);
    exempt = List.copyOf(exempt);
  }

  LintLevel level(LintRule rule) {
    return levels.getOrDefault(rule.id(), rule.level());
  }

  /**
   * Files in which some rules are not looked at.
   *
   * @param files whether it holds for a file, by its name
   * @param place where it is written
   */
  public record Exempt(Set<String> rules, Predicate<String> files, Span place) {
    public Exempt {
      rules = Set.copyOf(rules);
    }
  }
}
