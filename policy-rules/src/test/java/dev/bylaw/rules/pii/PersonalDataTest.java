package dev.bylaw.rules.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
  private static final Path COLUMNS = Path.of("src/test/resources/dev/bylaw/rules/pii/columns.tsv");

  /** What {@code docs/pii.md} says, less a little. */
  private static final double PRECISION = 0.9;

  private static final double RECALL = 0.9;

  private record Labelled(PersonalData.Column column, boolean personal) {}

  private static PersonalData.Column column(String name, String type, String... examples) {
    return new PersonalData.Column(name, type, "", List.of(examples));
  }

  private static Optional<Evidence> judge(String table, PersonalData.Column column) {
    return PersonalData.of(table, List.of(column)).judge(column);
  }

  private static double confidence(String table, PersonalData.Column column) {
    return judge(table, column).map(Evidence::confidence).orElse(0.0);
  }

  @Test
  void columnsOfPublicDescriptors() throws IOException {
    Map<String, List<Labelled>> tables = new LinkedHashMap<>();
    for (String line : Files.readAllLines(COLUMNS)) {
      String[] cells = line.split("\t", -1);
      if (!line.startsWith("#")) {
        tables
            .computeIfAbsent(cells[0], t -> new ArrayList<>())
            .add(new Labelled(column(cells[1], cells[2]), cells[3].equals("personal")));
      }
    }
    int found = 0;
    int right = 0;
    int personal = 0;
    int all = 0;
    for (Map.Entry<String, List<Labelled>> table : tables.entrySet()) {
      List<PersonalData.Column> columns = table.getValue().stream().map(Labelled::column).toList();
      PersonalData judge = PersonalData.of(table.getKey(), columns);
      for (Labelled labelled : table.getValue()) {
        boolean is =
            judge
                .judge(labelled.column)
                .filter(e -> e.confidence() >= PersonalData.LIKELY)
                .isPresent();
        if (is != labelled.personal) {
          System.out.printf(
              "pii: %s %s.%s%n", is ? "found" : "missed", table.getKey(), labelled.column.name());
        }
        all++;
        found += is ? 1 : 0;
        right += is && labelled.personal ? 1 : 0;
        personal += labelled.personal ? 1 : 0;
      }
    }
    System.out.printf(
        "pii: %d columns, %d personal, %d found, %d right: precision %.3f, recall %.3f%n",
        all, personal, found, right, (double) right / found, (double) right / personal);
    assertThat((double) right / found).isGreaterThanOrEqualTo(PRECISION);
    assertThat((double) right / personal).isGreaterThanOrEqualTo(RECALL);
  }

  @ParameterizedTest
  @CsvSource({
    "customers, E-Mail, string, email",
    "kunden, Straße, string, address",
    "utilisateurs, prénom, string, name",
    "clientes, fecha_nacimiento, date, birth",
    "t, customerEmailAddress, string, email",
    "t, IBAN, string, bank",
    "t, nationalidnumber, string, national id",
    "t, clientIPAddress, string, network"
  })
  void namesInSeveralLanguagesAndStyles(String table, String name, String type, String category) {
    Evidence evidence = judge(table, column(name, type)).orElseThrow();
    assertThat(evidence.category()).isEqualTo(category);
    assertThat(evidence.confidence()).isGreaterThanOrEqualTo(PersonalData.LIKELY);
  }

  @ParameterizedTest
  @CsvSource({
    "t, email_count, integer",
    "t, phone_verified, boolean",
    "products, product_name, string",
    "warehouses, address, string",
    "customers, customer_id, integer",
    "t, email, date",
    "t, panel, string"
  })
  void whatOnlySoundsLikeIt(String table, String name, String type) {
    assertThat(confidence(table, column(name, type))).isLessThan(PersonalData.LIKELY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann.smith@gmail.com",
        "4539 1488 0343 6467",
        "DE75 5121 0800 1245 1261 99",
        "87654321X",
        "RSSMRA85T10A562S",
        "255081416802538",
        "529.982.247-25",
        "219-09-9999"
      })
  void valuesOfPeopleByTheirCheckDigits(String value) {
    assertThat(PersonalData.isReal(value)).isTrue();
    assertThat(confidence("t", column("x", "string", value))).isGreaterThanOrEqualTo(0.8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@example.com",
        "4111 1111 1111 1111",
        "DE89370400440532013000",
        "4539 1488 0343 6468",
        "DE75512108001245126190",
        "87654321A",
        "RSSMRA85T10A562T",
        "529.982.247-26",
        "2024-01-01",
        "ORD-2024-00017"
      })
  void otherValuesAreNobodys(String value) {
    assertThat(PersonalData.isReal(value)).isFalse();
  }

  @Test
  void digitsAloneAreWeak() {
    assertThat(Values.of("111222333").orElseThrow().confidence()).isLessThan(0.5);
    assertThat(Values.of("44051401359").orElseThrow().confidence()).isLessThan(PersonalData.LIKELY);
    assertThat(Values.of("86095742719").orElseThrow().category()).isEqualTo("tax id");
    assertThat(Values.of("10.1.2.300")).isEmpty();
    assertThat(Values.of("10.1.2.30").orElseThrow().category()).isEqualTo("network");
  }

  @Test
  void neighboursMakeSuspicious() {
    PersonalData.Column zip = column("city_of_residence_zip", "string");
    double alone = confidence("t", zip);
    double among =
        PersonalData.of("t", List.of(column("email", ""), column("birth_date", ""), zip))
            .judge(zip)
            .orElseThrow()
            .confidence();
    assertThat(among).isGreaterThan(alone);
  }
}
