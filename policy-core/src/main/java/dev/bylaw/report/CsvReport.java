package dev.bylaw.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** RFC 4180, one finding per row. Every cell is quoted, and none is a formula to a spreadsheet. */
final class CsvReport {
  private static final List<String> COLUMNS =
      List.of(
          "state",
          "severity",
          "policy",
          "title",
          "message",
          "found",
          "wanted",
          "kind",
          "subject",
          "product",
          "domain",
          "environment",
          "path",
          "line",
          "column",
          "characteristic",
          "owner",
          "remediation",
          "waiver",
          "fingerprint");

  private CsvReport() {}

  static void write(Content content, Writer out) throws IOException {
    row(COLUMNS, out);
    for (Iterator<Item> items = content.items().iterator(); items.hasNext(); ) {
      row(cells(items.next()), out);
    }
  }

  private static List<String> cells(Item i) {
    return List.of(
        i.state().name().toLowerCase(Locale.ROOT),
        i.severity().word(),
        i.rule().id(),
        i.rule().title(),
        i.message(),
        i.found().map(Item::text).orElse(""),
        i.wanted().map(Item::text).orElse(""),
        i.target().kind(),
        i.target().name(),
        i.target().product().orElse(""),
        i.target().domain().orElse(""),
        i.target().environment().orElse(""),
        i.region().path(),
        String.valueOf(i.region().line()),
        String.valueOf(i.region().column()),
        i.rule().characteristic().orElse(""),
        i.rule().owner().orElse(""),
        i.rule().remediation().orElse(""),
        i.excuse().map(Item.Excuse::text).orElse(""),
        i.fingerprint());
  }

  private static void row(List<String> cells, Writer out) throws IOException {
    String separator = "";
    for (String cell : cells) {
      out.write(separator + '"' + inert(cell).replace("\"", "\"\"") + '"');
      separator = ",";
    }
    out.write("\r\n");
  }

  /** An apostrophe stands before what a spreadsheet would compute, as OWASP advises. */
  private static String inert(String cell) {
    String text = Words.plain(cell);
    boolean formula =
        !text.isEmpty() && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
