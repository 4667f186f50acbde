package dev.bylaw.rules.check;

import dev.bylaw.policy.Check;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.rules.pii.Evidence;
import dev.bylaw.rules.pii.PersonalData;
import dev.bylaw.subject.Located;
import java.util.Optional;

/** {@code descriptor/personal-data-classified}. */
public final class PersonalDataClassified extends ContractColumns {
  private static final Head HEAD =
      new Head(
          "descriptor/personal-data-classified",
          "Columns that look like personal data are classified",
          "Email addresses, bank accounts or dates of birth that nobody has classified are open to"
              + " all. Names, types, formats, example values and the other columns of the table are"
              + " weighed.",
          "State the classification, or pii; \"public\" or pii: false where it is none.");

  /** For {@link java.util.ServiceLoader}. */
  public PersonalDataClassified() {
    this(PersonalData.LIKELY);
  }

  private PersonalDataClassified(double least) {
    super(HEAD, least);
  }

  @Override
  public Check configured(Settings settings) {
    return new PersonalDataClassified(chosen(settings));
  }

  @Override
  Optional<Violation> judge(Located.Object column, TableEvidence evidence) {
    boolean classified =
        Shape.text(column, "classification").isPresent()
            || column.entries().containsKey("pii")
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
