package dev.bylaw.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * One page that needs nothing else: style, script and data are within it, and its content security
 * policy lets it load nothing. All that is shown is JSON in a block of data, from which the page's
 * own script, known by its hash, makes text.
 */
final class HtmlReport {
  private static final String TEMPLATE = resource("page.html");
  private static final String STYLE = resource("page.css");
  private static final String SCRIPT = resource("charts.js") + resource("page.js");

  private final Content content;
  private final Writer out;

  private HtmlReport(Content content, Writer out) {
    this.content = content;
    this.out = out;
  }

  static void write(Content content, Writer out) throws IOException {
    new HtmlReport(content, out).page();
  }

  private void page() throws IOException {
    int at = 0;
    for (int open = TEMPLATE.indexOf("{{"); open >= 0; open = TEMPLATE.indexOf("{{", at)) {
      int close = TEMPLATE.indexOf("}}", open);
      out.write(TEMPLATE, at, open - at);
      hole(TEMPLATE.substring(open + 2, close));
      at = close + 2;
    }
    out.write(TEMPLATE, at, TEMPLATE.length() - at);
  }

  private void hole(String name) throws IOException {
    switch (name) {
      case "style" -> out.write(STYLE);
      case "script" -> out.write(SCRIPT);
      case "style-hash" -> out.write(hash(STYLE));
      case "script-hash" -> out.write(hash(SCRIPT));
      case "title" -> out.write(escaped("Governance report: " + content.policySet().name()));
      case "outcome" -> out.write(content.outcome());
      case "subtitle" -> out.write(escaped(subtitle()));
      case "footer" -> out.write(escaped(footer()));
      case "data" -> HtmlData.write(content, out);
      default -> throw new IllegalStateException("the page has a place for " + name);
    }
  }

  private String subtitle() {
    return "%s %s at %s, %s%s"
        .formatted(
            content.policySet().name(),
            content.policySet().version(),
            content.point(),
            Words.count(content.subjects(), "subject"),
            content.day().map(d -> ", " + d).orElse(""));
  }

  private String footer() {
    return "Policy set %s, inputs %s. Secrets are masked."
        .formatted(content.policySet().revision(), content.inputHash());
  }

  static String escaped(String text) {
    return Words.plain(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** As a content security policy names an inline element. */
  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the library lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
