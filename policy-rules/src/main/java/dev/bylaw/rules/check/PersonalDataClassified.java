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

/** {@code descriptor/personal-data-classified}. */
public final class PersonalDataClassified extends PersonalCheck {
  /** For {@link java.util.ServiceLoader}. */
  public PersonalDataClassified() {
    this(PersonalData.LIKELY);
  }

  private PersonalDataClassified(double least) {
    super(least);
  }

  @Override
  public String id() {
    return "descriptor/personal-data-classified";
  }

  @Override
  public String title() {
    return "Columns that look like personal data are classified";
  }

  @Override
  public String description() {
    return "Email addresses, bank accounts or dates of birth that nobody has classified are open to"
        + " all. Names, types, formats, example values and the other columns of the table are"
        + " weighed.";
  }

  @Override
  public Set<SubjectKind> subjects() {
    return Set.of(SubjectKind.CONTRACT);
  }

  @Override
  public Optional<String> remediation() {
    return Optional.of(
        "State the classification, or pii; \"public\" or pii: false where it is none.");
  }

  @Override
  public Check configured(Settings settings) {
    return new PersonalDataClassified(chosen(settings));
  }

  @Override
  Stream<Located.Object> tables(Located.Object input) {
    return Shape.block(input, "contract").stream().flatMap(c -> field(c, "schema"));
  }

  @Override
  Optional<Violation> judge(Located.Object column, TableEvidence evidence) {
    boolean classified =
        Shape.text(column, "classification").isPresent()
            || column.child(RegoString.of("pii")).isPresent()
            || !texts(column, "tags").isEmpty();
    Optional<Evidence> found = classified ? Optional.empty() : evidence.of(column);
    return found.map(
        e ->
            violation(
                "%s looks like personal data (%s, %s sure) and has no classification"
                    .formatted(name(column), e.category(), percent(e)),
                column,
                Optional.empty()));
  }
}
