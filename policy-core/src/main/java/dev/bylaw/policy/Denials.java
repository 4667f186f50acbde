package dev.bylaw.policy;

import dev.bylaw.policy.Policy.Implementation.RegoRules;
import dev.bylaw.rego.RegoEvaluationException;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a policy in Rego says of an input, apart from warnings.
 *
 * @param message of its first finding; empty where it allows, or ends with an error
 * @param failed whether it ended with an error, which denies as well
 */
record Denials(Optional<String> message, boolean failed) {
  private static final Denials NONE = new Denials(Optional.empty(), false);

  boolean denies() {
    return failed || message.isPresent();
  }

  static Denials of(AssignedPolicy policy, RegoObject input) {
    if (!(policy.policy().implementation() instanceof RegoRules rules)) {
      return NONE;
    }
    try {
      for (String rule : rules.rules()) {
        if (!rule.startsWith("warn")) {
          List<String> path = new ArrayList<>(rules.packagePath());
          path.add(rule);
          Optional<RegoValue> found = policy.program().evaluate(Optional.of(input), path);
          if (found.isPresent() && found.get() instanceof RegoSet set && set.size() > 0) {
            return new Denials(Optional.of(text(set.toList().get(0))), false);
          }
        }
      }
      return NONE;
    } catch (RegoEvaluationException e) {
      return new Denials(Optional.empty(), true);
    }
  }

  private static String text(RegoValue element) {
    return element instanceof RegoString s
        ? s.value()
        : element instanceof RegoObject o && o.get("msg") instanceof RegoString msg
            ? msg.value()
            : element.toString();
  }
}
