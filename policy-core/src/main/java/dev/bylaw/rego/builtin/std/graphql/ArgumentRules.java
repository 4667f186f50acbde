package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.value.RegoObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Arguments exist, are there where they must be, and are given once. */
final class ArgumentRules {
  private ArgumentRules() {}

  static void knownOfField(QueryContext context, FieldUse field) {
    if (field.definition().isPresent() && field.parent().isPresent()) {
      String place =
          "field \"%s.%s\"".formatted(field.parent().get().name(), Nodes.name(field.node()));
      known(context, field.node(), field.definition().get(), place);
    }
  }

  static void knownOfDirective(QueryContext context, DirectiveUse directive) {
    if (directive.definition().isPresent()) {
      String place = "directive \"@%s\"".formatted(Nodes.name(directive.node()));
      known(context, directive.node(), directive.definition().get(), place);
    }
  }

  private static void known(
      QueryContext context, RegoObject node, RegoObject definition, String place) {
    List<String> names = Nodes.nodes(definition, "Arguments").stream().map(Nodes::name).toList();
    for (RegoObject argument : Nodes.nodes(node, "Arguments")) {
      String name = Nodes.name(argument);
      if (!names.contains(name)) {
        String meant = Suggestions.among("", name, names);
        context.report(node, "Unknown argument \"%s\" on %s.%s".formatted(name, place, meant));
      }
    }
  }

  static void requiredOfField(QueryContext context, FieldUse field) {
    field.definition().ifPresent(d -> required(context, field.node(), d, "Field \""));
  }

  static void requiredOfDirective(QueryContext context, DirectiveUse directive) {
    directive.definition().ifPresent(d -> required(context, directive.node(), d, "Directive \"@"));
  }

  private static void required(
      QueryContext context, RegoObject node, RegoObject definition, String place) {
    for (RegoObject argument : Nodes.nodes(definition, "Arguments")) {
      RegoObject type = Types.of(argument);
      if (Types.nonNull(type)
          && Nodes.node(argument, "DefaultValue").isEmpty()
          && Nodes.named(node, "Arguments", Nodes.name(argument)).isEmpty()) {
        context.report(
            node,
            "%s%s\" argument \"%s\" of type \"%s\" is required, but it was not provided."
                .formatted(place, Nodes.name(node), Nodes.name(argument), Types.shown(type)));
      }
    }
  }

  static void uniqueOfField(QueryContext context, FieldUse field) {
    unique(context, field.node());
  }

  static void uniqueOfDirective(QueryContext context, DirectiveUse directive) {
    unique(context, directive.node());
  }

  private static void unique(QueryContext context, RegoObject node) {
    Set<String> seen = new HashSet<>();
    for (RegoObject argument : Nodes.nodes(node, "Arguments")) {
      if (!seen.add(Nodes.name(argument))) {
        context.report(
            argument,
            "There can be only one argument named \"%s\".".formatted(Nodes.name(argument)));
      }
    }
  }
}
