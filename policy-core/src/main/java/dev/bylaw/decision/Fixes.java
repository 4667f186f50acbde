package dev.bylaw.decision;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Severity;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Adds to findings the fixes that their policies propose and that work: with the edits done in
 * memory, all is read and judged again; the finding must be gone, and nothing new may come.
 */
public final class Fixes {
  /** So many fixes are tried; each one costs about as much as the whole run. */
  public static final int MOST_TRIED = 50;

  private final PolicyEngine engine;
  private final Question question;
  private final Read read;
  private final Rereading rereading;

  /** What was read. */
  public record Read(List<Subject> subjects, List<Diagnostic> diagnostics) {
    public Read {
      subjects = List.copyOf(subjects);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** Reads all inputs as they would be. */
  @FunctionalInterface
  public interface Rereading {
    /**
     * Reads again.
     *
     * @param texts those that are other than on disk, by the names of their sources
     */
    Read with(Map<String, String> texts);
  }

  /**
   * Makes what tries fixes for decisions of an engine.
   *
   * @param question that was decided
   * @param read what was decided on
   */
  public Fixes(PolicyEngine engine, Question question, Read read, Rereading rereading) {
    this.engine = engine;
    this.question = question;
    this.read = read;
    this.rereading = rereading;
  }

  /**
   * The same decision, in which findings have the fixes that work. A policy whose proposal says
   * nothing is told among the notices.
   */
  public Decision in(Decision decision) {
    Set<SourceFile> sources = new LinkedHashSet<>();
    read.subjects().forEach(s -> sources.add(s.input().span().source()));
    Balance before = new Balance(decision, read.diagnostics());
    Map<Fix, Balance> tried = new HashMap<>();
    Map<String, Diagnostic> notices = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Finding finding : decision.findings()) {
      try {
        Optional<Fix> fix = proposed(finding, sources);
        fix = fix.filter(f -> tried.containsKey(f) || tried.size() < MOST_TRIED);
        fix = fix.filter(f -> tried.computeIfAbsent(f, this::after).mends(finding, before));
        findings.add(finding.withFix(fix));
      } catch (Proposal.Malformed e) {
        notices.putIfAbsent(finding.policy().id(), malformed(finding, e));
        findings.add(finding);
      }
    }
    return decision.withFindings(findings).withNotices(notices.values());
  }

  private static Optional<Fix> proposed(Finding finding, Set<SourceFile> sources)
      throws Proposal.Malformed {
    return finding.proposal().isPresent()
        ? Proposal.of(finding.subject().input(), finding.proposal().get(), sources)
        : Optional.empty();
  }

  private static Diagnostic malformed(Finding finding, Proposal.Malformed e) {
    return new Diagnostic(
        "fix_malformed",
        Severity.WARNING,
        finding.policy().place(),
        "the policy %s proposes no fix that can be tried: %s"
            .formatted(finding.policy().id(), e.getMessage()));
  }

  private Balance after(Fix fix) {
    Read changed = rereading.with(fix.texts());
    return new Balance(engine.decide(changed.subjects(), question), changed.diagnostics());
  }
}
