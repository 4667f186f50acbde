package dev.bylaw.rules.check;

import dev.bylaw.policy.Check;
import dev.bylaw.rules.pii.PersonalData;
import dev.bylaw.subject.Located;
import java.util.Optional;

/** {@code descriptor/examples-not-real}. */
public final class ExamplesNotReal extends ContractColumns {
  private static final Head HEAD =
      new Head(
          "descriptor/examples-not-real",
          "Example values are not those of real people",
          "Descriptors are widely readable. An example with right check digits, or an address of a"
              + " domain that is not reserved for examples, may belong to somebody.",
          "Make the example up: an address at example.com, a card number published for tests.");

  /** For {@link java.util.ServiceLoader}. */
  public ExamplesNotReal() {
    this(PersonalData.LIKELY);
  }

  private ExamplesNotReal(double least) {
    super(HEAD, least);
  }

  @Override
  public Check configured(Settings settings) {
    return new ExamplesNotReal(chosen(settings));
  }

  @Override
  Optional<Violation> judge(Located.Object column, TableEvidence evidence) {
    return texts(column, "examples").stream().anyMatch(PersonalData::isReal)
        ? Optional.of(
            violation(
                "an example of %s looks like that of a real person; it is not shown here"
                    .formatted(name(column)),
                column,
                Optional.of("a value that is made up")))
        : Optional.empty();
  }
}
