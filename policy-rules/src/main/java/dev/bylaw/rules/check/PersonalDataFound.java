package dev.bylaw.rules.check;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.bylaw.policy.Check;
import dev.bylaw.policy.Parameter;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.rules.pii.Evidence;
import dev.bylaw.rules.pii.PersonalData;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.Severity;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code sql/personal-data-found}: what {@code sql/personal-data-tagged} does not know. */
public final class PersonalDataFound extends PersonalCheck {
  private static final Head HEAD =
      new Head(
          "sql/personal-data-found",
          "Columns of tables that look like personal data have a tag",
          "Masks and access follow tags. As descriptor/personal-data-classified, for the tables that"
              + " a script leaves behind. Columns that sql/personal-data-tagged finds by their names"
              + " are left to it.",
          "ALTER TABLE t ALTER COLUMN c SET TAGS ('pii' = 'true')");

  private static final String NAMES = "except_names";

  /** The default of the parameter {@code names} of sql/personal-data-tagged. */
  private static final String KNOWN =
      "(^|_)("
          + "e_?mail|mail_address|phone|mobile|telephone|fax|ssn|social_security|passport|"
          + "iban|bic|credit_card|card_number|birth_?date|date_of_birth|dob|birthday|"
          + "first_?name|last_?name|full_?name|surname|given_name|maiden_name|street|"
          + "home_address|postal_address|ip_address|tax_id|national_id|licen[cs]e_plate|"
          + "salary|religion|ethnicity|gender|geburtsdatum|vorname|nachname|telefon|strasse|"
          + "anschrift|steuer_?id"
          + ")(_|$)";

  /** What is known where no parameter says so; most builds load this check and never ask it. */
  private static final class Known {
    private static final List<Pattern> NAMES = List.of(Pattern.compile(KNOWN));
  }

  private final Optional<List<Pattern>> except;

  /** For {@link java.util.ServiceLoader}. */
  public PersonalDataFound() {
    this(PersonalData.LIKELY, Optional.empty());
  }

  private PersonalDataFound(double least, Optional<List<Pattern>> except) {
    super(HEAD, least);
    this.except = except;
  }

  @Override
  public Set<SubjectKind> subjects() {
    return Set.of(SubjectKind.SQL);
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(super.parameters());
    all.add(
        new Parameter(
            NAMES,
            Parameter.Type.ARRAY,
            Optional.of(Parameter.Type.STRING),
            List.of(),
            Optional.of(RegoArray.of(RegoString.of(KNOWN))),
            Optional.of(Parameter.Order.SUBSET),
            Optional.of(
                "Regular expressions for names, in lower case, that sql/personal-data-tagged finds;"
                    + " none where it is not in force"),
            SourceFile.of(id(), "").span()));
    return all;
  }

  @Override
  public Check configured(Settings settings) {
    List<Pattern> patterns = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    if (settings.chosen().get(NAMES) instanceof Located.Array names) {
      for (Located name : names.elements()) {
        try {
          patterns.add(Pattern.compile(written(name)));
        } catch (PatternSyntaxException e) {
          problems.add(
              new Diagnostic(
                  "parameter_type",
                  Severity.ERROR,
                  Optional.of(name.span()),
                  "found a text that is no regular expression (RE2): " + e.getDescription()));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return new PersonalDataFound(chosen(settings), Optional.of(List.copyOf(patterns)));
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
    Optional<Evidence> found =
        tagged || isLeft(name(column)) ? Optional.empty() : evidence.of(column);
    return found.map(
        e ->
            violation(
                "%s looks like personal data (%s, %s sure) and has neither tag nor mask"
                    .formatted(name(column), e.category(), percent(e)),
                column,
                Optional.empty()));
  }

  private static String written(Located name) {
    return name.value() instanceof RegoString text ? text.value() : name.value().toString();
  }

  /** Whether the other rule finds the column. */
  private boolean isLeft(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return except.orElseGet(() -> Known.NAMES).stream().anyMatch(p -> p.matcher(plain).find());
  }
}
