package dev.bylaw.report;

/** A policy's help in Markdown. */
final class MarkdownRule {
  private MarkdownRule() {}

  static String help(Rule rule) {
    StringBuilder out = new StringBuilder("**" + Markdown.text(rule.title()) + "**\n");
    if (!rule.description().isBlank()) {
      out.append('\n').append(Markdown.text(rule.description())).append('\n');
    }
    rule.remediation()
        .ifPresent(r -> out.append("\n**How to mend it:** ").append(Markdown.text(r)).append('\n'));
    rule.owner().ifPresent(o -> out.append("\n**Owner:** ").append(Markdown.text(o)).append('\n'));
    rule.links().forEach(l -> out.append("\n- ").append(Markdown.link(l)));
    return out.toString().stripTrailing() + "\n";
  }
}
