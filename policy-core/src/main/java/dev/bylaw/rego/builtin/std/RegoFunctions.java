package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import java.util.List;

/** Rego about Rego. */
final class RegoFunctions {
  private RegoFunctions() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "rego.parse_module",
            "(filename: string, rego: string) => (output: object[string: any])",
            "Reads a module and gives its syntax tree.",
            (c, args) -> RegoModules.parse(Args.string(args, 0), Args.string(args, 1))),
        // the engine knows the answers where rules are planned; outside of rules there is none
        Builtin.of(
            "rego.metadata.chain",
            "() => (result: array[any])",
            "Gives the annotations of the rule it is called from, its document and its packages.",
            (c, args) -> null),
        Builtin.of(
            "rego.metadata.rule",
            "() => (result: any)",
            "Gives the annotations of the rule it is called from.",
            (c, args) -> null));
  }
}
