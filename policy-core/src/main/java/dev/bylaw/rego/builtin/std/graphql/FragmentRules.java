package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoObject;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** Fragments exist, are used, and their types fit where they are spread. */
final class FragmentRules {
  private FragmentRules() {}

  static void isKnown(QueryContext context, SpreadUse spread) {
    String name = Nodes.name(spread.node());
    if (context.fragment(name).isEmpty()) {
      context.report(spread.node(), "Unknown fragment \"%s\".".formatted(name));
    }
  }

  static void isPossible(QueryContext context, SpreadUse spread) {
    if (spread.type().isEmpty() || spread.parent().isEmpty()) {
      return;
    }
    Definition type = spread.type().get();
    Definition parent = spread.parent().get();
    if (!type.kind().isComposite() || !parent.kind().isComposite()) {
      return;
    }
    Set<String> possible = context.schema().possibleTypes(type.name());
    if (Collections.disjoint(possible, context.schema().possibleTypes(parent.name()))) {
      String name = Nodes.name(spread.node());
      context.report(
          spread.node(),
          "Fragment %scannot be spread here as objects of type \"%s\" can never be of type \"%s\"."
              .formatted(name.isEmpty() ? "" : "\"" + name + "\" ", parent.name(), type.name()));
    }
  }

  static void hasComposite(QueryContext context, SpreadUse inline) {
    if (!Nodes.text(inline.node(), "TypeCondition").isEmpty()
        && inline.type().filter(t -> !t.kind().isComposite()).isPresent()) {
      context.report(
          inline.node(),
          "Fragment cannot condition on non composite type \"%s\"."
              .formatted(inline.type().get().name()));
    }
  }

  static void hasKnownType(QueryContext context, SpreadUse inline) {
    String condition = Nodes.text(inline.node(), "TypeCondition");
    if (!condition.isEmpty() && inline.type().isEmpty()) {
      context.report(inline.node(), "Unknown type \"%s\".".formatted(condition));
    }
  }

  static void definition(
      QueryContext context, RegoObject fragment, Optional<Definition> type, FragmentCycles cycles)
      throws BuiltinException {
    String name = Nodes.name(fragment);
    if (type.isEmpty()) {
      String condition = Nodes.text(fragment, "TypeCondition");
      String meant = Suggestions.among("", condition, context.schema().types().keySet());
      context.report(fragment, "Unknown type \"%s\".%s".formatted(condition, meant));
    } else if (!type.get().kind().isComposite()) {
      context.report(
          fragment,
          "Fragment \"%s\" cannot condition on non composite type \"%s\"."
              .formatted(name, type.get().name()));
    }
    cycles.check(fragment);
    boolean isNew = context.isNewFragment(name);
    if (!context.isSpread(name)) {
      context.report(fragment, "Fragment \"%s\" is never used.".formatted(name));
    }
    OverlapRule.inFragment(context, fragment, type, isNew ? Set.of(name) : Set.of());
    if (!isNew) {
      context.report(fragment, "There can be only one fragment named \"%s\".".formatted(name));
    }
  }
}
