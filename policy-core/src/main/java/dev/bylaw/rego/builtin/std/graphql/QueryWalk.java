package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.CallContext;
import dev.bylaw.rego.value.RegoObject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Walks a query and asks the rules at each node, after what is inside of it. The rules of a kind of
 * node are asked in the order in which OPA reports their problems.
 */
final class QueryWalk {
  private interface Rule<T> {
    void check(QueryContext context, T node) throws BuiltinException;
  }

  private static final List<Rule<FieldUse>> FIELD =
      List.of(
          FieldRules::isKnown,
          ArgumentRules::knownOfField,
          IntrospectionRule::check,
          OverlapRule::inField,
          ArgumentRules::requiredOfField,
          FieldRules::selectsLeaf,
          ArgumentRules::uniqueOfField);
  private static final List<Rule<DirectiveUse>> DIRECTIVE =
      List.of(
          ArgumentRules::knownOfDirective,
          DirectiveRules::isKnown,
          ArgumentRules::requiredOfDirective,
          ArgumentRules::uniqueOfDirective);
  private static final List<Rule<ValueUse>> VALUE =
      List.of(
          VariableRules::isDefined,
          ValueRules::uniqueFields,
          ValueRules::isOfType,
          VariableRules::isAllowed);
  private static final List<Rule<SpreadUse>> SPREAD =
      List.of(FragmentRules::isKnown, FragmentRules::isPossible);
  private static final List<Rule<SpreadUse>> INLINE =
      List.of(
          FragmentRules::hasComposite,
          FragmentRules::hasKnownType,
          OverlapRule::inInline,
          FragmentRules::isPossible);

  private final QueryContext context;
  private Set<String> visited = new HashSet<>();

  private QueryWalk(QueryContext context) {
    this.context = context;
  }

  static List<Problem> problems(CallContext call, Schema schema, Document query)
      throws BuiltinException {
    QueryWalk walk = new QueryWalk(new QueryContext(call, schema, query));
    walk.document();
    return walk.context.problems();
  }

  private <T> void ask(List<Rule<T>> rules, T node) throws BuiltinException {
    context.spend(1);
    for (Rule<T> rule : rules) {
      rule.check(context, node);
    }
  }

  private void document() throws BuiltinException {
    RegoObject tree = context.query().tree();
    for (RegoObject operation : Nodes.nodes(tree, "Operations")) {
      visited = new HashSet<>();
      context.begin(operation);
      operation(operation);
    }
    context.end();
    FragmentCycles cycles = new FragmentCycles(context);
    for (RegoObject fragment : Nodes.nodes(tree, "Fragments")) {
      visited = new HashSet<>();
      Optional<Definition> type = context.schema().type(Nodes.text(fragment, "TypeCondition"));
      fragment(fragment, type);
      FragmentRules.definition(context, fragment, type, cycles);
    }
  }

  private void operation(RegoObject operation) throws BuiltinException {
    String kind = Nodes.text(operation, "Operation");
    Optional<Definition> root = context.schema().root(kind);
    List<RegoObject> variables = Nodes.nodes(operation, "VariableDefinitions");
    for (RegoObject variable : variables) {
      VariableRules.hasKnownType(context, variable);
    }
    for (RegoObject variable : variables) {
      Optional<RegoObject> value = Nodes.node(variable, "DefaultValue");
      if (value.isPresent()) {
        value(value.get(), Optional.of(Types.of(variable)), false);
      }
      directives(variable, "VARIABLE_DEFINITION");
    }
    directives(operation, kind.toUpperCase(Locale.ROOT));
    selections(operation, root);
    OperationRules.check(context, operation, root);
  }

  private void fragment(RegoObject fragment, Optional<Definition> type) throws BuiltinException {
    directives(fragment, "FRAGMENT_DEFINITION");
    selections(fragment, type);
  }

  private void selections(RegoObject node, Optional<Definition> parent) throws BuiltinException {
    for (RegoObject selection : Nodes.nodes(node, "SelectionSet")) {
      switch (Selection.kind(selection)) {
        case FIELD -> field(selection, parent);
        case INLINE_FRAGMENT -> inline(selection, parent);
        case FRAGMENT_SPREAD -> spread(selection, parent);
      }
    }
  }

  private void field(RegoObject node, Optional<Definition> parent) throws BuiltinException {
    Optional<RegoObject> definition = Selection.definition(node, parent);
    arguments(node, definition);
    directives(node, "FIELD");
    selections(node, definition.flatMap(d -> context.schema().type(Types.name(Types.of(d)))));
    ask(FIELD, new FieldUse(node, parent, definition));
  }

  private void inline(RegoObject node, Optional<Definition> parent) throws BuiltinException {
    String condition = Nodes.text(node, "TypeCondition");
    Optional<Definition> type = condition.isEmpty() ? parent : context.schema().type(condition);
    directives(node, "INLINE_FRAGMENT");
    selections(node, type);
    ask(INLINE, new SpreadUse(node, parent, type));
  }

  private void spread(RegoObject node, Optional<Definition> parent) throws BuiltinException {
    String name = Nodes.name(node);
    context.spread(name);
    Optional<RegoObject> fragment = context.fragment(name);
    Optional<Definition> type =
        fragment.flatMap(f -> context.schema().type(Nodes.text(f, "TypeCondition")));
    directives(node, "FRAGMENT_SPREAD");
    if (fragment.isPresent() && visited.add(name)) {
      fragment(fragment.get(), type);
    }
    ask(SPREAD, new SpreadUse(node, parent, type));
  }

  private void directives(RegoObject node, String location) throws BuiltinException {
    List<RegoObject> directives = Nodes.nodes(node, "Directives");
    for (RegoObject directive : directives) {
      Optional<RegoObject> definition = context.schema().directive(Nodes.name(directive));
      arguments(directive, definition);
      ask(DIRECTIVE, new DirectiveUse(directive, definition, location));
    }
    DirectiveRules.uniqueAt(context, directives);
  }

  private void arguments(RegoObject node, Optional<RegoObject> definition) throws BuiltinException {
    for (RegoObject argument : Nodes.nodes(node, "Arguments")) {
      Optional<RegoObject> input =
          definition.flatMap(d -> Nodes.named(d, "Arguments", Nodes.name(argument)));
      value(
          Value.child(argument),
          input.map(Types::of),
          input.filter(ValueUse::hasDefault).isPresent());
    }
  }

  private void value(RegoObject value, Optional<RegoObject> type, boolean hasDefault)
      throws BuiltinException {
    Optional<Definition> definition = type.flatMap(t -> context.schema().type(Types.name(t)));
    for (RegoObject child : Value.children(value)) {
      if (Value.kind(value) == Value.OBJECT) {
        Optional<RegoObject> input = definition.flatMap(d -> d.field(Nodes.name(child)));
        value(
            Value.child(child),
            input.map(Types::of),
            input.filter(ValueUse::hasDefault).isPresent());
      } else {
        value(Value.child(child), type.flatMap(Types::element), false);
      }
    }
    ask(VALUE, new ValueUse(value, type, definition, hasDefault));
  }
}
