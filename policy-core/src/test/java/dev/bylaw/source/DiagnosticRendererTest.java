package dev.bylaw.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticRendererTest {
  @Test
  void aFrameShowsTheLineAndTheSpan() {
    SourceFile source = SourceFile.of("a.sql", "x\n\tSELECT 字 FROM t\r\nz");
    int at = source.text().indexOf("FROM");
    assertThat(
            DiagnosticRenderer.render(
                Diagnostic.error("sql_parse_error", source.span(at, at + 4), "found FROM")))
        .isEqualTo(
            """
            a.sql:2:11: error: found FROM [sql_parse_error]
              2 | \tSELECT 字 FROM t
                | \t          ^^^^
            """);
    assertThat(DiagnosticRenderer.render(Diagnostic.error("missing", "there is no folder x")))
        .isEqualTo("error: there is no folder x [missing]\n");
  }

  @Test
  void longLinesAreCutAroundThePlace() {
    SourceFile source = SourceFile.of("a", "a".repeat(1000) + "HERE" + "b".repeat(1000));
    String[] lines = DiagnosticRenderer.frame(source.span(1000, 1004)).split("\n", -1);
    assertThat(lines[0]).hasSizeLessThan(180).contains("aHEREb");
    assertThat(lines[1].indexOf('^')).isEqualTo(lines[0].indexOf("HERE"));
  }

  @Test
  void filesAreReadWithinTheirFolder(@TempDir Path folder) throws IOException {
    Path inside = Files.createDirectory(folder.resolve("in"));
    Files.writeString(folder.resolve("secret"), "x");
    Files.createSymbolicLink(inside.resolve("link"), folder.resolve("secret"));
    Files.write(inside.resolve("latin"), "\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    Files.writeString(inside.resolve("bom"), "\uFEFFok");
    assertThat(SourceReader.read(inside, inside.resolve("link"), Limits.DEFAULT).problem())
        .hasToString("Optional[file_outside: link leads out of the folder in]");
    assertThat(SourceReader.read(inside, inside.resolve("latin"), Limits.DEFAULT).problem())
        .hasToString("Optional[file_encoding: latin is not UTF-8; save it as UTF-8]");
    assertThat(
            SourceReader.read(inside, inside.resolve("bom"), Limits.DEFAULT)
                .source()
                .orElseThrow()
                .text())
        .isEqualTo("ok");
    assertThat(SourceReader.read(inside, inside.resolve("bom"), new Limits(1, 1, 1, 1)).problem())
        .hasToString("Optional[file_too_large: bom is larger than the limit of 1 bytes]");
  }
}
