package dev.bylaw.rules.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.bylaw.policy.Check;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.DescriptorReader;
import dev.bylaw.rules.sql.SqlReader;
import dev.bylaw.source.InputException;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PersonalChecksTest {
  private static final String CONTRACT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: c
      schema:
        - name: customers
          properties:
            - name: eMailAddress
              logicalType: string
            - name: email_verified
              logicalType: boolean
            - name: iban
              classification: restricted
              examples: [DE75512108001245126199]
            - name: code
              logicalTypeOptions: {format: email}
              examples: [ann@example.com]
            - name: name
              logicalType: string
            - name: contacts
              logicalType: object
              properties:
                - name: Geburtsdatum
                  logicalType: date
                - name: phone
                  tags: [pii]
      """;

  private static List<String> findings(
      Check check, SubjectReader reader, String name, String text) {
    return reader.read(SourceFile.of(name, text)).orElseThrow().subjects().stream()
        .filter(subject -> check.subjects().contains(subject.kind()))
        .flatMap(subject -> check.check(subject).stream())
        .map(v -> v.span() + " " + v.message())
        .toList();
  }

  private static List<String> contract(Check check) {
    return findings(check, new DescriptorReader(), "c.yaml", CONTRACT);
  }

  @Test
  void whatIsNotClassifiedIsFoundAtItsName() {
    assertThat(contract(new PersonalDataClassified()))
        .containsExactly(
            "c.yaml:7:15 eMailAddress looks like personal data (email, 98 % sure) and has no"
                + " classification",
            "c.yaml:14:15 code looks like personal data (email, 95 % sure) and has no"
                + " classification",
            "c.yaml:17:15 name looks like personal data (name, 73 % sure) and has no classification",
            "c.yaml:22:19 Geburtsdatum looks like personal data (birth, 98 % sure) and has no"
                + " classification");
  }

  @Test
  void howSureItMustBeIsChosen() {
    Located most =
        new Located.Scalar(RegoNumber.parse("0.96"), SourceFile.of("policies.yaml", "").span());
    Check check =
        new PersonalDataClassified()
            .configured(
                new Check.Settings(
                    Map.of(PersonalCheck.CONFIDENCE, most),
                    SourceFolder.of(Path.of("src/test"), Limits.DEFAULT)));
    assertThat(contract(check)).hasSize(2);
  }

  @Test
  void examplesOfRealPeopleAreFoundAndNotShown() {
    assertThat(contract(new ExamplesNotReal()))
        .containsExactly(
            "c.yaml:11:15 an example of iban looks like that of a real person; it is not shown"
                + " here");
  }

  @Test
  void columnsOfSqlNeedATagOrAMask() {
    String sql =
        """
        CREATE TABLE a.b.customers (courriel STRING, telefoon STRING MASK m, amount INT, nombre STRING);
        ALTER TABLE a.b.customers ALTER COLUMN nombre SET TAGS ('pii' = 'name');
        """;
    assertThat(findings(new PersonalDataFound(), new SqlReader(), "a.sql", sql))
        .containsExactly(
            "a.sql:1:29 courriel looks like personal data (email, 97 % sure) and has neither tag nor"
                + " mask");
    assertThat(
            findings(
                new PersonalDataFound(),
                new SqlReader(),
                "a.sql",
                "CREATE TABLE a.b.c (courriel STRING);\nALTER TABLE a.b.c SET TAGS ('pii' = 'x')"))
        .isEmpty();
  }

  /** That rule can be changed by the council, so this one says no more than it must. */
  @Test
  void columnsThatAnotherRuleFindsAreLeftToIt() {
    String sql = "CREATE TABLE a.b.customers (email STRING, Vorname STRING, courriel STRING);";
    assertThat(findings(new PersonalDataFound(), new SqlReader(), "a.sql", sql))
        .singleElement(STRING)
        .contains("courriel");
    assertThat(findings(leaving(), new SqlReader(), "a.sql", sql)).hasSize(3);
    assertThat(findings(leaving("^cour", "^email$"), new SqlReader(), "a.sql", sql))
        .singleElement(STRING)
        .contains("Vorname");
  }

  @Test
  void namesThatAreNoExpressionAreToldWithTheirPlace() {
    assertThatThrownBy(() -> leaving("x", "("))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("regular expression");
  }

  private static Check leaving(String... names) {
    Span place = SourceFile.of("policies.yaml", "").span();
    List<Located> texts =
        Stream.of(names).<Located>map(n -> new Located.Scalar(RegoString.of(n), place)).toList();
    return new PersonalDataFound()
        .configured(
            new Check.Settings(
                Map.of("except_names", new Located.Array(texts, place)),
                SourceFolder.of(Path.of("src/test"), Limits.DEFAULT)));
  }
}
