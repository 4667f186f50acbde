package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.value.RegoObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Directives exist, may be where they are, and as often as they are. */
final class DirectiveRules {
  private DirectiveRules() {}

  static void isKnown(QueryContext context, DirectiveUse directive) {
    String name = Nodes.name(directive.node());
    if (directive.definition().isEmpty()) {
      context.report(directive.node(), "Unknown directive \"@%s\".".formatted(name));
    } else if (!Nodes.texts(directive.definition().get(), "Locations")
        .contains(directive.location())) {
      context.reportOnce(
          directive.node(),
          "Directive \"@%s\" may not be used on %s.".formatted(name, directive.location()));
    }
  }

  static void uniqueAt(QueryContext context, List<RegoObject> directives) {
    Set<String> seen = new HashSet<>();
    for (RegoObject directive : directives) {
      String name = Nodes.name(directive);
      boolean repeatable =
          context.schema().directive(name).filter(d -> Nodes.flag(d, "IsRepeatable")).isPresent();
      if (!seen.add(name) && !repeatable) {
        context.report(
            directive,
            "The directive \"@%s\" can only be used once at this location.".formatted(name));
      }
    }
  }
}
