package dev.bylaw.rules.check;

import dev.bylaw.policy.Check;
import dev.bylaw.policy.Parameter;
import dev.bylaw.policy.PolicyKind;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.rules.pii.Evidence;
import dev.bylaw.rules.pii.PersonalData;
import dev.bylaw.source.Severity;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges columns that seem to have personal data. Values are looked at and never shown. */
abstract class PersonalCheck implements Check {
  static final String CONFIDENCE = "min_confidence";

  private final Head head;
  private final double least;

  /** What a check says of itself. */
  record Head(String id, String title, String description, String remediation) {}

  PersonalCheck(Head head, double least) {
    this.head = head;
    this.least = least;
  }

  @Override
  public final String id() {
    return head.id;
  }

  @Override
  public final String title() {
    return head.title;
  }

  @Override
  public final String description() {
    return head.description;
  }

  @Override
  public final Optional<String> remediation() {
    return Optional.of(head.remediation);
  }

  @Override
  public final PolicyKind kind() {
    return PolicyKind.CODE;
  }

  @Override
  public final Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public final Optional<String> characteristic() {
    return Optional.of("secure");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter(
            CONFIDENCE,
            Parameter.Type.NUMBER,
            Optional.empty(),
            List.of(),
            Optional.of(RegoNumber.parse(Double.toString(PersonalData.LIKELY))),
            Optional.of(Parameter.Order.MAX),
            Optional.of("How sure it must be that a column has personal data, from 0 to 1"),
            SourceFile.of(id(), "").span()));
  }

  static double chosen(Settings settings) {
    return settings.chosen().get(CONFIDENCE) instanceof Located.Scalar scalar
            && scalar.value() instanceof RegoNumber number
        ? number.doubleValue()
        : PersonalData.LIKELY;
  }

  @Override
  public final List<Violation> check(Subject subject) {
    List<Violation> found = new ArrayList<>();
    tables(subject.input()).forEach(table -> table(table, found));
    return found;
  }

  /** The tables of a subject, each with its columns. */
  abstract Stream<Located.Object> tables(Located.Object input);

  /** What is wrong with a column, if anything is. */
  abstract Optional<Violation> judge(Located.Object column, TableEvidence evidence);

  private void table(Located.Object table, List<Violation> found) {
    List<Located.Object> columns = new ArrayList<>();
    columns(table, columns);
    TableEvidence evidence = new TableEvidence(table, columns);
    columns.forEach(column -> judge(column, evidence).ifPresent(found::add));
  }

  /** What speaks for it that columns of one table are personal, weighed on first use. */
  final class TableEvidence {
    private final Located.Object table;
    private final List<Located.Object> columns;
    private final IdentityHashMap<Located.Object, PersonalData.Column> described =
        new IdentityHashMap<>();
    private @Nullable PersonalData data;

    private TableEvidence(Located.Object table, List<Located.Object> columns) {
      this.table = table;
      this.columns = columns;
    }

    Optional<Evidence> of(Located.Object column) {
      if (data == null) {
        data =
            PersonalData.of(
                Shape.text(table, "name").orElse(""),
                columns.stream().map(this::described).toList());
      }
      return data.judge(described(column)).filter(e -> e.confidence() >= least);
    }

    private PersonalData.Column described(Located.Object column) {
      return described.computeIfAbsent(column, PersonalCheck::read);
    }
  }

  /** Nested columns, too. */
  private static void columns(Located.Object holder, List<Located.Object> all) {
    for (Located element : elements(holder, "columns")) {
      if (element instanceof Located.Object column) {
        all.add(column);
        columns(column, all);
      }
    }
  }

  private static List<Located> elements(Located.Object holder, String name) {
    Located.Entry entry = holder.entries().get(name);
    return entry != null && entry.value() instanceof Located.Array array
        ? array.elements()
        : List.of();
  }

  static Stream<Located.Object> field(Located holder, String name) {
    return holder.child(RegoString.of(name)).stream().flatMap(Shape::objects);
  }

  static List<String> texts(Located.Object holder, String name) {
    List<Located> elements = elements(holder, name);
    return elements.isEmpty() ? List.of() : elements.stream().map(PersonalCheck::text).toList();
  }

  private static String text(Located element) {
    return element.value() instanceof RegoString text ? text.value() : element.value().toString();
  }

  private static PersonalData.Column read(Located.Object column) {
    return new PersonalData.Column(
        name(column),
        Shape.text(column, "logicalType").or(() -> Shape.text(column, "type")).orElse(""),
        Shape.text(column, "format").orElse("").toLowerCase(Locale.ROOT),
        texts(column, "examples"));
  }

  static String name(Located.Object column) {
    return Shape.text(column, "name").orElse("");
  }

  /** At the name, so that a report shows no value. */
  static Violation violation(String message, Located.Object column, Optional<String> wanted) {
    Span span = column.child(RegoString.of("name")).map(Located::span).orElse(column.span());
    return new Violation(message, span, Optional.of(name(column)), wanted);
  }

  static String percent(Evidence evidence) {
    return Math.round(evidence.confidence() * 100) + " %";
  }
}
