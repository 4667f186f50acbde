package dev.bylaw.rego.differential;

import java.util.ArrayList;
import java.util.List;

/** The variables that are bound at one place of a rule. */
final class Scope {
  /** A variable, or a place in a document. */
  record Known(String text, Kind kind) {}

  private final List<Known> variables;
  private final List<Known> declared = new ArrayList<>();
  private final int[] counter;

  private Scope(List<Known> variables, int[] counter) {
    this.variables = new ArrayList<>(variables);
    this.counter = counter;
  }

  static Scope empty() {
    return new Scope(List.of(), new int[1]);
  }

  /** Sees the variables so far; what it binds is not seen outside. */
  Scope inner() {
    return new Scope(variables, counter);
  }

  List<Known> variables() {
    return variables;
  }

  /** A name that nothing else in the rule has, not bound yet. */
  String fresh() {
    return "v" + counter[0]++;
  }

  void bind(String name, Kind kind) {
    variables.add(new Known(name, kind));
  }

  /** Binds a name that must be used, or else OPA refuses its declaration. */
  void declare(String name, Kind kind) {
    bind(name, kind);
    declared.add(new Known(name, kind));
  }

  /** What was declared here, not what was in scopes around. */
  List<Known> declared() {
    return declared;
  }
}
