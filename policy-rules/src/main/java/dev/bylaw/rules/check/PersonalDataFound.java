package dev.bylaw.rules.check;

import dev.bylaw.policy.Check;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.rules.pii.Evidence;
import dev.bylaw.rules.pii.PersonalData;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectKind;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code sql/personal-data-found}. */
public final class PersonalDataFound extends PersonalCheck {
  /** For {@link java.util.ServiceLoader}. */
  public PersonalDataFound() {
    this(PersonalData.LIKELY);
  }

  private PersonalDataFound(double least) {
    super(least);
  }

  @Override
  public String id() {
    return "sql/personal-data-found";
  }

  @Override
  public String title() {
    return "Columns of tables that look like personal data have a tag";
  }

  @Override
  public String description() {
    return "Masks and access follow tags. As descriptor/personal-data-classified, for the tables that"
        + " a script leaves behind; sql/personal-data-tagged goes by names alone.";
  }

  @Override
  public Set<SubjectKind> subjects() {
    return Set.of(SubjectKind.SQL);
  }

  @Override
  public Optional<String> remediation() {
    return Optional.of("ALTER TABLE t ALTER COLUMN c SET TAGS ('pii' = 'true')");
  }

  @Override
  public Check configured(Settings settings) {
    return new PersonalDataFound(chosen(settings));
  }

  @Override
  Stream<Located.Object> tables(Located.Object input) {
    return Shape.block(input, "sql").flatMap(sql -> Shape.block(sql, "state")).stream()
        .flatMap(state -> field(state, "tables"))
        .filter(table -> Shape.block(table, "tags").filter(t -> !t.entries().isEmpty()).isEmpty());
  }

  @Override
  Optional<Violation> judge(Located.Object column, TableEvidence evidence) {
    boolean tagged =
        Shape.block(column, "tags").filter(t -> !t.entries().isEmpty()).isPresent()
            || column.child(RegoString.of("mask")).isPresent();
    Optional<Evidence> found = tagged ? Optional.empty() : evidence.of(column);
    return found.map(
        e ->
            violation(
                "%s looks like personal data (%s, %s sure) and has neither tag nor mask"
                    .formatted(name(column), e.category(), percent(e)),
                column,
                Optional.empty()));
  }
}
