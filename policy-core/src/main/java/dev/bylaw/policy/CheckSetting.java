package dev.bylaw.policy;

import dev.bylaw.policy.Policy.Implementation.BuiltIn;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells a check what a policy set chose for its parameters. They are chosen once: a check is set up
 * before anybody knows the subject.
 */
record CheckSetting(SourceFolder folder, Fields fields) {
  /** The policy itself if it is no check, or if something is wrong with what was chosen. */
  Policy ready(Policy policy, List<Assignment> assignments) {
    if (!(policy.implementation() instanceof BuiltIn builtIn)) {
      return policy;
    }
    Map<String, Located> chosen = chosen(policy, assignments);
    boolean complete = true;
    for (Parameter parameter : policy.parameters()) {
      Optional<Located> value = Optional.ofNullable(chosen.get(parameter.name()));
      complete &=
          value
              .map(v -> ParameterReader.fits(parameter, v.value()))
              .orElseGet(() -> isOptional(policy, parameter, assignments.get(0).span()));
    }
    try {
      return complete
          ? policy.withCheck(builtIn.check().configured(new Check.Settings(chosen, folder)))
          : policy;
    } catch (InputException e) {
      fields.addAll(e.diagnostics());
      return policy;
    }
  }

  private Map<String, Located> chosen(Policy policy, List<Assignment> assignments) {
    Map<String, Located> chosen = new TreeMap<>();
    for (Assignment assignment : assignments) {
      assignment
          .parameters()
          .forEach(
              (name, entry) -> {
                Located before = chosen.putIfAbsent(name, entry.value());
                if (before != null && !before.value().equals(entry.value().value())) {
                  fields.problem(
                      SetManifest.CODE,
                      entry.value().span(),
                      "the check %s has its %s from %s already, for all that it judges"
                          .formatted(policy.id(), name, before.span()));
                }
              });
    }
    return chosen;
  }

  private boolean isOptional(Policy policy, Parameter parameter, Span place) {
    if (parameter.initial().isEmpty()) {
      fields.problem(
          SetManifest.CODE,
          place,
          "the parameter %s of %s has no default; choose %s"
              .formatted(parameter.name(), policy.id(), parameter.description().orElse("a value")));
    }
    return parameter.initial().isPresent();
  }
}
