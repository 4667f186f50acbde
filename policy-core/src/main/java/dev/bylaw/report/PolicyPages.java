package dev.bylaw.report;

import dev.bylaw.policy.LifeCycle;
import dev.bylaw.policy.Placement;
import dev.bylaw.policy.Policy;
import dev.bylaw.policy.PolicySet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The catalogue of a policy set in Markdown: a page per policy, made from its metadata, its
 * parameters, its assignments and its tests, and an index.
 */
public final class PolicyPages {
  private static final String INDEX = "index.md";

  private final PolicySet set;
  private final LocalDate day;
  private final Rules rules = new Rules(Masking.CREDENTIALS);
  private final Map<String, List<Example>> examples;

  private PolicyPages(PolicySet set, Map<String, List<Example>> examples, LocalDate day) {
    this.set = set;
    this.examples = examples;
    this.day = day;
  }

  /**
   * The pages by their paths: {@code index.md}, and {@code ID.md} for each policy.
   *
   * @param examples by the policy's id
   * @param day on which grace that is over is enforced
   */
  public static Map<String, String> of(
      PolicySet set, Map<String, List<Example>> examples, LocalDate day) {
    PolicyPages pages = new PolicyPages(set, examples, day);
    Map<String, String> out = new TreeMap<>();
    out.put(INDEX, pages.index());
    set.policies().forEach(p -> out.put(p.id() + ".md", pages.page(p)));
    return out;
  }

  private String index() {
    StringBuilder out = new StringBuilder("# Policies of ");
    out.append(Markdown.text(set.name())).append(' ').append(Markdown.text(set.version()));
    out.append("\n\n| policy | title | kind | severity | characteristic | holds |\n");
    out.append("|---|---|---|---|---|---|\n");
    for (Policy p : set.policies()) {
      Rule rule = rules.of(p);
      row(
          out,
          link(p.id()),
          Markdown.text(rule.title()),
          rule.kind(),
          rule.severity().word(),
          Markdown.text(rule.characteristic().orElse("")),
          Markdown.text(String.join("; ", holds(p))));
    }
    group(out, "kind", p -> List.of(rules.of(p).kind()));
    group(out, "domain", this::domains);
    group(
        out,
        "characteristic",
        p -> p.characteristic().map(List::of).orElse(List.of("none stated")));
    group(out, "life cycle", this::stages);
    return out.toString();
  }

  /** The policies under each word, with links; a policy may be under several. */
  private void group(StringBuilder out, String what, Function<Policy, List<String>> words) {
    Map<String, List<String>> byWord = new TreeMap<>();
    for (Policy p : set.policies()) {
      for (String word : words.apply(p)) {
        byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(link(p.id()));
      }
    }
    out.append("\n## By ").append(what).append("\n\n");
    byWord.forEach(
        (word, links) ->
            out.append("- **")
                .append(Markdown.text(word))
                .append("**: ")
                .append(String.join(", ", links))
                .append('\n'));
  }

  private static String link(String id) {
    return "[" + Markdown.text(id) + "](" + id + ".md)";
  }

  private List<String> holds(Policy p) {
    return set.placements(p.id()).stream().map(a -> a.rollout() + " in " + a.scope()).toList();
  }

  private List<String> domains(Policy p) {
    return set.placements(p.id()).stream()
        .map(a -> a.scope().domain().orElse("all domains"))
        .distinct()
        .toList();
  }

  private List<String> stages(Policy p) {
    List<LifeCycle> held =
        set.placements(p.id()).stream().map(a -> a.rollout().on(day)).distinct().toList();
    return Arrays.stream(LifeCycle.values()).filter(held::contains).map(Rules::word).toList();
  }

  private String page(Policy p) {
    Rule rule = rules.of(p);
    StringBuilder out = new StringBuilder("# ");
    out.append(Markdown.text(rule.title())).append("\n\n").append(Markdown.code(rule.id()));
    if (!rule.description().isBlank()) {
      out.append("\n\n").append(Markdown.text(rule.description()));
    }
    out.append("\n\n| | |\n|---|---|\n");
    row(out, "kind", rule.kind());
    row(out, "reads", Markdown.text(String.join(", ", rule.subjects())));
    row(out, "severity", rule.severity().word());
    rule.characteristic().ifPresent(c -> row(out, "characteristic", Markdown.text(c)));
    rule.owner().ifPresent(o -> row(out, "owner", Markdown.text(o)));
    rule.remediation().ifPresent(r -> row(out, "how to mend it", Markdown.text(r)));
    row(out, "a value that is not known yet", Rules.word(p.unknown()));
    row(out, "may be excepted by a comment", p.suppressible() ? "yes" : "no");
    rule.place().ifPresent(s -> row(out, "defined at", Markdown.code(s)));
    parameters(out, rule);
    placements(out, p);
    examples(out, p);
    links(out, rule);
    return out.toString();
  }

  private static void parameters(StringBuilder out, Rule rule) {
    if (rule.parameters().isEmpty()) {
      return;
    }
    out.append("\n## Parameters\n\n| name | type | default | tighter is | meaning |\n");
    out.append("|---|---|---|---|---|\n");
    for (Rule.Setting s : rule.parameters()) {
      row(
          out,
          Markdown.code(s.name()),
          Markdown.text(s.allowed().isEmpty() ? s.type() : String.join(", ", s.allowed())),
          Markdown.text(s.initial().orElse("")),
          Markdown.text(s.order().orElse("")),
          Markdown.text(s.description().orElse("")));
    }
  }

  private void placements(StringBuilder out, Policy p) {
    out.append("\n## Where it holds\n\n| scope | state | for |\n|---|---|---|\n");
    for (Placement a : set.placements(p.id())) {
      row(
          out,
          Markdown.text(a.scope().toString()),
          Markdown.text(a.rollout().toString()),
          a.everywhere() ? "all" : "some subjects");
    }
  }

  /** Those that show what is found first. */
  private void examples(StringBuilder out, Policy p) {
    List<Example> known = new ArrayList<>(examples.getOrDefault(p.id(), List.of()));
    known.sort(Comparator.comparing(Example::passes));
    for (Example e : known) {
      out.append("\n## ").append(e.passes() ? "Complies: " : "Found: ");
      out.append(Markdown.text(e.name())).append("\n\n");
      e.findings().forEach(f -> out.append("- ").append(Markdown.text(f)).append('\n'));
      out.append(e.passes() ? "" : "\n").append(Markdown.block(e.language(), e.code()));
    }
  }

  private static void links(StringBuilder out, Rule rule) {
    if (!rule.links().isEmpty()) {
      out.append("\n## See also\n\n");
      rule.links().forEach(l -> out.append("- ").append(Markdown.link(l)).append('\n'));
    }
  }

  private static void row(StringBuilder out, String... cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
