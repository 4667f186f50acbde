package dev.bylaw.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.policy.Check;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rules.DescriptorReader;
import dev.bylaw.rules.sql.SqlReader;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        CREATE TABLE a.b.customers (email STRING, phone STRING MASK m, amount INT, vorname STRING);
        ALTER TABLE a.b.customers ALTER COLUMN vorname SET TAGS ('pii' = 'name');
        """;
    assertThat(findings(new PersonalDataFound(), new SqlReader(), "a.sql", sql))
        .containsExactly(
            "a.sql:1:29 email looks like personal data (email, 98 % sure) and has neither tag nor"
                + " mask");
    assertThat(
            findings(
                new PersonalDataFound(),
                new SqlReader(),
                "a.sql",
                "CREATE TABLE a.b.c (email STRING);\nALTER TABLE a.b.c SET TAGS ('pii' = 'x')"))
        .isEmpty();
  }
}
