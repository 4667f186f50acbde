package dev.bylaw.rules.check;

import dev.bylaw.policy.Check;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.rules.pii.PersonalData;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectKind;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code descriptor/examples-not-real}. */
public final class ExamplesNotReal extends PersonalCheck {
  /** For {@link java.util.ServiceLoader}. */
  public ExamplesNotReal() {
    this(PersonalData.LIKELY);
  }

  private ExamplesNotReal(double least) {
    super(least);
  }

  @Override
  public String id() {
    return "descriptor/examples-not-real";
  }

  @Override
  public String title() {
    return "Example values are not those of real people";
  }

  @Override
  public String description() {
    return "Descriptors are widely readable. An example with right check digits, or an address of a"
        + " domain that is not reserved for examples, may belong to somebody.";
  }

  @Override
  public Set<SubjectKind> subjects() {
    return Set.of(SubjectKind.CONTRACT);
  }

  @Override
  public Optional<String> remediation() {
    return Optional.of(
        "Make the example up: an address at example.com, a card number published for tests.");
  }

  @Override
  public Check configured(Settings settings) {
    return new ExamplesNotReal(chosen(settings));
  }

  @Override
  Stream<Located.Object> tables(Located.Object input) {
    return Shape.block(input, "contract").stream().flatMap(c -> field(c, "schema"));
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
