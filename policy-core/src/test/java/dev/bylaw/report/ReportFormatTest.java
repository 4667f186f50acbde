package dev.bylaw.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.bylaw.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.SAXException;

class ReportFormatTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @EnumSource
  void writesTheSameEachTime(ReportFormat format) {
    String text = Mesh.write(format, Mesh.report());
    assertThat(Mesh.write(format, Mesh.report())).isEqualTo(text);
    Path expected = Mesh.folder().resolve("expected");
    if (format == ReportFormat.HTML) {
      Golden.check(expected.resolve("report-data.json"), data(text));
    } else {
      Golden.check(expected.resolve(format.fileName()), text.replace("\r\n", "\n"));
    }
  }

  /** What the page shows; style and script stand beside it in the sources. */
  private static String data(String page) {
    String start = "<script type=\"application/json\" id=\"data\">";
    int from = page.indexOf(start) + start.length();
    try {
      JsonNode data = JSON.readTree(page.substring(from, page.indexOf("</script>", from)));
      return data.toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The states of the findings; forges that only know open ones must not get the others. */
  @ParameterizedTest
  @EnumSource
  void whatDoesNotCountIsToldAsSuch(ReportFormat format) {
    String text = Mesh.write(format, Mesh.report());
    boolean openOnly =
        format == ReportFormat.GITHUB
            || format == ReportFormat.GITLAB
            || format == ReportFormat.MARKDOWN;
    for (String message : List.of("the column iban is not tagged", "all columns are selected")) {
      assertThat(text.contains(message)).as(message).isEqualTo(!openOnly);
    }
    if (openOnly) {
      assertThat(text).doesNotContain("column amount");
    } else {
      assertThat(text).contains("GOV-118", "an export takes what there is");
    }
  }

  @Test
  void sarifKeepsToItsSchema() throws IOException {
    assertThat(sarifErrors(Mesh.write(ReportFormat.SARIF, Mesh.report()))).isEmpty();
  }

  static List<Error> sarifErrors(String sarif) throws IOException {
    try (InputStream in =
        ReportFormatTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(JSON.readTree(in));
      return schema.validate(JSON.readTree(sarif));
    }
  }

  @Test
  void theSchemaOfSarifIsRead() throws IOException {
    String sarif = Mesh.write(ReportFormat.SARIF, Mesh.report());
    assertThat(sarifErrors(sarif.replace("\"level\":\"error\"", "\"level\":\"grave\"")))
        .isNotEmpty();
  }

  @Test
  void junitKeepsToItsSchema() throws IOException, SAXException {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory
        .newSchema(Mesh.folder().resolve("../junit.xsd").toFile())
        .newValidator()
        .validate(
            new StreamSource(new StringReader(Mesh.write(ReportFormat.JUNIT, Mesh.report()))));
  }

  @Test
  void gitLabHasAFingerprintPerFinding() throws IOException {
    JsonNode findings = JSON.readTree(Mesh.write(ReportFormat.GITLAB, Mesh.report()));
    Set<String> seen = new HashSet<>();
    findings.forEach(f -> seen.add(f.get("fingerprint").asText()));
    assertThat(seen).hasSize(findings.size()).hasSizeGreaterThan(5);
  }

  @Test
  void spreadsheetsComputeNothing() {
    String csv = Mesh.write(ReportFormat.CSV, Mesh.report());
    assertThat(csv).contains("\"'=HYPERLINK(");
    assertThat(csv.lines().filter(l -> l.matches("(.*,)?\"[=+@-].*"))).isEmpty();
  }
}
