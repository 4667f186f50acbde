package dev.bylaw.policy;

import dev.bylaw.source.Severity;
import dev.bylaw.source.Span;
import dev.bylaw.subject.SubjectKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An identified rule with all that people need to know of it.
 *
 * @param id path-like, for example {@code cost/warehouse-size}
 * @param subjects the kinds it reads; never empty
 * @param severity of what its {@code deny} and {@code violation} rules yield
 * @param implementation the rules or the check behind it
 * @param state how far it is rolled out
 * @param points its action where it is not {@link Action#DENY}
 * @param place where it is defined; empty for a check in Java
 */
public record Policy(
    String id,
    String title,
    String description,
    PolicyKind kind,
    Set<SubjectKind> subjects,
    Severity severity,
    Optional<String> owner,
    Optional<String> characteristic,
    Optional<String> remediation,
    List<String> links,
    UnknownMeans unknown,
    List<Parameter> parameters,
    Implementation implementation,
    LifeCycle state,
    Map<EnforcementPoint, Action> points,
    Optional<Span> place) {
  public Policy {
    subjects = Set.copyOf(subjects);
    links = List.copyOf(links);
    parameters = List.copyOf(parameters);
    points = Map.copyOf(points);
  }

  /** What judges. */
  public sealed interface Implementation {
    /**
     * Rules of one Rego package.
     *
     * @param packagePath below {@code data}
     * @param rules by name: {@code deny}, {@code violation}, {@code warn}
     */
    record RegoRules(List<String> packagePath, List<String> rules) implements Implementation {
      public RegoRules {
        packagePath = List.copyOf(packagePath);
        rules = List.copyOf(rules);
      }
    }

    /** A check in Java. */
    record BuiltIn(Check check) implements Implementation {}
  }

  /** What its findings do at a point. */
  public Action action(EnforcementPoint point) {
    return switch (state) {
      case DRAFT -> Action.OFF;
      case OBSERVE -> points.get(point) == Action.OFF ? Action.OFF : Action.WARN;
      case ENFORCED -> points.getOrDefault(point, Action.DENY);
    };
  }

  /** The same policy with another roll-out. */
  Policy assigned(LifeCycle newState, Map<EnforcementPoint, Action> newPoints) {
    return new Policy(
        id,
        title,
        description,
        kind,
        subjects,
        severity,
        owner,
        characteristic,
        remediation,
        links,
        unknown,
        parameters,
        implementation,
        newState,
        newPoints,
        place);
  }
}
