package dev.bylaw.databricks;

import dev.bylaw.policy.Check;
import dev.bylaw.policy.PolicyKind;
import dev.bylaw.source.Severity;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A check that finds nothing and does something else while a request is judged. */
record Meddler(Runnable meddling) implements Check {
  @Override
  public String id() {
    return "test/meddler";
  }

  @Override
  public String title() {
    return "Meddler";
  }

  @Override
  public String description() {
    return "";
  }

  @Override
  public PolicyKind kind() {
    return PolicyKind.INFRA;
  }

  @Override
  public Set<SubjectKind> subjects() {
    return Set.of(SubjectKind.CLUSTER);
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Optional<String> characteristic() {
    return Optional.empty();
  }

  @Override
  public Optional<String> remediation() {
    return Optional.empty();
  }

  @Override
  public List<Violation> check(Subject subject) {
    meddling.run();
    return List.of();
  }
}
