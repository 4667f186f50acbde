package dev.bylaw.rules.check;

import dev.bylaw.policy.Check;
import dev.bylaw.policy.PolicyKind;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.Severity;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code sql/statement-readable}: rules see nothing of a statement that could not be parsed. */
public final class StatementReadable implements Check {
  /** For {@link java.util.ServiceLoader}. */
  public StatementReadable() {}

  @Override
  public String id() {
    return "sql/statement-readable";
  }

  @Override
  public String title() {
    return "SQL statements can be read";
  }

  @Override
  public String description() {
    return "A statement that cannot be parsed is text to the other rules, so they let it through.";
  }

  @Override
  public PolicyKind kind() {
    return PolicyKind.CODE;
  }

  @Override
  public Set<SubjectKind> subjects() {
    return Set.of(SubjectKind.SQL);
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Optional<String> characteristic() {
    return Optional.of("compliance");
  }

  @Override
  public Optional<String> remediation() {
    return Optional.of(
        "Mend the syntax; move a statement that is not supported into a file of its own that people"
            + " review.");
  }

  @Override
  public List<Violation> check(Subject subject) {
    return subject.input().find(List.of(RegoString.of("sql"), RegoString.of("statements"))).stream()
        .flatMap(Shape::objects)
        .filter(statement -> RegoBoolean.FALSE.equals(statement.value().get("parsed")))
        .map(StatementReadable::violation)
        .toList();
  }

  private static Violation violation(Located.Object statement) {
    String kind =
        statement.value().get("kind") instanceof RegoString text && !text.value().isBlank()
            ? text.value()
            : "statement";
    return new Violation(
        "the statement " + kind + " cannot be read, so no rule has looked into it",
        statement.span(),
        Optional.of(kind),
        Optional.empty());
  }
}
