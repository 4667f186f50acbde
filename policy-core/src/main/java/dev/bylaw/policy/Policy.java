package dev.bylaw.policy;

import dev.bylaw.source.Severity;
import dev.bylaw.source.Span;
import dev.bylaw.subject.SubjectKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An identified rule with all that people need to know of it.
 *
 * @param id path-like, for example {@code cost/warehouse-size}
 * @param subjects the kinds it reads; never empty
 * @param severity of what its {@code deny} and {@code violation} rules yield
 * @param suppressible whether a comment in the subject may except a finding
 * @param implementation the rules or the check behind it
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
    boolean suppressible,
    List<Parameter> parameters,
    Implementation implementation,
    Optional<Span> place) {
  public Policy {
    subjects = Set.copyOf(subjects);
    links = List.copyOf(links);
    parameters = List.copyOf(parameters);
  }

  /** What judges. */
  public sealed interface Implementation {
    /**
     * Rules of one Rego package.
     *
     * @param packagePath below {@code data}
     * @param rules by name: {@code deny}, {@code violation}, {@code warn}
     * @param parametersPath where its parameters are, below {@code data.parameters}
     */
    record RegoRules(List<String> packagePath, List<String> rules, List<String> parametersPath)
        implements Implementation {
      public RegoRules {
        packagePath = List.copyOf(packagePath);
        parametersPath = List.copyOf(parametersPath);
        rules = List.copyOf(rules);
      }
    }

    /** A check in Java. */
    record BuiltIn(Check check) implements Implementation {}
  }

  /** The same check, set up. */
  Policy withCheck(Check check) {
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
        suppressible,
        parameters,
        new Implementation.BuiltIn(check),
        place);
  }

  /** The same policy with another severity. */
  Policy withSeverity(Severity other) {
    return other == severity
        ? this
        : new Policy(
            id,
            title,
            description,
            kind,
            subjects,
            other,
            owner,
            characteristic,
            remediation,
            links,
            unknown,
            suppressible,
            parameters,
            implementation,
            place);
  }
}
