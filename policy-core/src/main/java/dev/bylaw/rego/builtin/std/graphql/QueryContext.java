package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.CallContext;
import dev.bylaw.rego.value.RegoObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the rules share while a query is checked. Not thread-safe. */
final class QueryContext {
  private final CallContext call;
  private final Schema schema;
  private final Document query;
  private final Map<String, RegoObject> fragments = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> spreadFragments = new HashSet<>();
  private final Set<List<Object>> comparedFragments = new HashSet<>();
  private final Set<Problem> reportedOnce = new HashSet<>();
  private final Set<String> seenOperations = new HashSet<>();
  private final Set<String> seenFragments = new HashSet<>();
  private final IdentityHashMap<RegoObject, Boolean> usedVariables = new IdentityHashMap<>();
  private Optional<RegoObject> operation = Optional.empty();

  QueryContext(CallContext call, Schema schema, Document query) {
    this.call = call;
    this.schema = schema;
    this.query = query;
    for (RegoObject fragment : Nodes.nodes(query.tree(), "Fragments")) {
      fragments.putIfAbsent(Nodes.name(fragment), fragment);
    }
  }

  Schema schema() {
    return schema;
  }

  Document query() {
    return query;
  }

  List<Problem> problems() {
    return problems;
  }

  void spend(long amount) throws BuiltinException {
    call.spend(amount);
  }

  void report(RegoObject node, String message) {
    problems.add(new Problem(message, query.position(node)));
  }

  /** Reports a problem, however often the node is walked, one time. */
  void reportOnce(RegoObject node, String message) {
    if (reportedOnce.add(new Problem(message, query.position(node)))) {
      report(node, message);
    }
  }

  Optional<RegoObject> fragment(String name) {
    return Optional.ofNullable(fragments.get(name));
  }

  /** The operation that is walked, if it is one and not a fragment by itself. */
  Optional<RegoObject> operation() {
    return operation;
  }

  void begin(RegoObject walked) {
    operation = Optional.of(walked);
    usedVariables.clear();
  }

  void end() {
    operation = Optional.empty();
  }

  Optional<RegoObject> variable(String name) {
    return operation.flatMap(
        o ->
            Nodes.nodes(o, "VariableDefinitions").stream()
                .filter(v -> Nodes.text(v, "Variable").equals(name))
                .findFirst());
  }

  void use(RegoObject variable) {
    usedVariables.put(variable, true);
  }

  boolean isUsed(RegoObject variable) {
    return usedVariables.containsKey(variable);
  }

  /** As in OPA, what only fragments spread is not used, unless the first fragment does it. */
  void spread(String fragment) {
    if (seenFragments.isEmpty()) {
      spreadFragments.add(fragment);
    }
  }

  boolean isSpread(String fragment) {
    return spreadFragments.contains(fragment);
  }

  /** Whether no operation with this name has been seen so far. */
  boolean isNewOperation(String name) {
    return seenOperations.add(name);
  }

  /** Whether no fragment with this name has been seen so far. */
  boolean isNewFragment(String name) {
    return seenFragments.add(name);
  }

  /** Whether two fragments have not been compared so far. */
  boolean compare(String fragment, String other, boolean exclusive) {
    return comparedFragments.add(List.of(Set.of(fragment, other), exclusive));
  }
}
