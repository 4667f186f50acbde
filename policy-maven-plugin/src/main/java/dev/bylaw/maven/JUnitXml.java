package dev.bylaw.maven;

import dev.bylaw.rego.RegoTestResult;
import dev.bylaw.source.DiagnosticRenderer;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Results as the XML that CI servers read from Surefire. */
final class JUnitXml {
  private JUnitXml() {}

  static String of(List<RegoTestResult> results) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      out.writeStartDocument("UTF-8", "1.0");
      out.writeStartElement("testsuite");
      out.writeAttribute("name", "rego");
      out.writeAttribute("tests", String.valueOf(results.size()));
      out.writeAttribute("failures", count(results, RegoTestResult.Status.FAIL));
      out.writeAttribute("errors", count(results, RegoTestResult.Status.ERROR));
      out.writeAttribute("skipped", count(results, RegoTestResult.Status.SKIPPED));
      for (RegoTestResult r : results) {
        test(r, out);
      }
      out.writeEndElement();
      out.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text that is written in memory", e);
    }
    return text.toString();
  }

  private static String count(List<RegoTestResult> results, RegoTestResult.Status status) {
    return String.valueOf(results.stream().filter(r -> r.status() == status).count());
  }

  private static void test(RegoTestResult r, XMLStreamWriter out) throws XMLStreamException {
    String full = r.test().fullName();
    out.writeStartElement("testcase");
    out.writeAttribute(
        "classname", full.substring(0, full.length() - r.test().name().length() - 1));
    out.writeAttribute("name", r.test().name());
    out.writeAttribute("file", r.test().span().source().name());
    out.writeAttribute("line", String.valueOf(r.test().span().line()));
    out.writeAttribute("time", String.format(Locale.ROOT, "%.3f", r.duration().toNanos() / 1e9));
    switch (r.status()) {
      case PASS -> {}
      case SKIPPED -> out.writeEmptyElement("skipped");
      case FAIL -> problem("failure", r, out);
      case ERROR -> problem("error", r, out);
    }
    out.writeEndElement();
  }

  private static void problem(String element, RegoTestResult r, XMLStreamWriter out)
      throws XMLStreamException {
    out.writeStartElement(element);
    String failed =
        r.cases().entrySet().stream()
            .filter(e -> !e.getValue())
            .map(e -> "case " + e.getKey())
            .collect(Collectors.joining(", "));
    out.writeAttribute("message", failed.isEmpty() ? "does not hold" : failed);
    out.writeCharacters(
        r.problems().stream().map(DiagnosticRenderer::render).collect(Collectors.joining("\n")));
    out.writeEndElement();
  }
}
