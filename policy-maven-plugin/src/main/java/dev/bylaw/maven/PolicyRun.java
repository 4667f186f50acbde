package dev.bylaw.maven;

import dev.bylaw.decision.Decision;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.report.Report;
import dev.bylaw.rules.SubjectLoader;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run over a folder of inputs.
 *
 * @param inputs a folder, or a file
 * @param includes which files of the folder are inputs; all where the list is empty
 * @param policySet the policy set's folder
 * @param blocking findings of this severity, or a worse one, deny
 * @param mayBeEmpty whether inputs without a subject are fine
 */
record PolicyRun(
    Path inputs,
    List<String> includes,
    Path policySet,
    EnforcementPoint point,
    Severity blocking,
    boolean mayBeEmpty) {
  /** So many names are shown of files that hold no subject. */
  private static final int NAMES = 10;

  PolicyRun {
    includes = List.copyOf(includes);
  }

  /**
   * Judges.
   *
   * @return empty where there is no subject and that is fine
   * @throws InputException with the problems of the policy set and of the inputs, all at once
   */
  Optional<Report> report() {
    List<Diagnostic> problems = new ArrayList<>();
    Optional<PolicySet> set = policySet(problems);
    SubjectLoader.Loaded loaded = SubjectLoader.load(inputs, includes);
    problems.addAll(loaded.diagnostics());
    if (loaded.subjects().isEmpty() && !loaded.hasErrors() && !mayBeEmpty) {
      problems.add(noSubjects(loaded.ignored()));
    }
    if (set.isEmpty() || problems.stream().anyMatch(Diagnostic::isError)) {
      throw new InputException(problems);
    }
    if (loaded.subjects().isEmpty()) {
      return Optional.empty();
    }
    problems.addAll(set.get().warnings());
    if (!loaded.ignored().isEmpty()) {
      problems.add(ignored(loaded.ignored()));
    }
    PolicyEngine engine = new PolicyEngine(set.get());
    Decision decision = engine.explained(engine.decide(loaded.subjects(), point, blocking));
    return Optional.of(new Report(decision, problems));
  }

  private Optional<PolicySet> policySet(List<Diagnostic> problems) {
    try {
      return Optional.of(PolicySetLoader.load(policySet));
    } catch (InputException e) {
      problems.addAll(e.diagnostics());
      return Optional.empty();
    }
  }

  private Diagnostic noSubjects(List<String> ignored) {
    String found =
        ignored.isEmpty() ? "no file that can hold one" : "files that hold none: " + names(ignored);
    return Diagnostic.error(
        "no_subjects",
        "there is nothing to judge in "
            + inputs
            + ": expected a descriptor, a contract, SQL or a configuration, found "
            + found);
  }

  private static Diagnostic ignored(List<String> files) {
    return new Diagnostic(
        "ignored",
        Severity.INFO,
        Optional.empty(),
        (files.size() == 1 ? "1 file holds" : files.size() + " files hold")
            + " nothing to judge: "
            + names(files));
  }

  private static String names(List<String> files) {
    String shown = String.join(", ", files.subList(0, Math.min(NAMES, files.size())));
    return files.size() > NAMES ? shown + " and " + (files.size() - NAMES) + " more" : shown;
  }
}
