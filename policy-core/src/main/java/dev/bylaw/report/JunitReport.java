package dev.bylaw.report;

import dev.bylaw.report.Item.State;
import dev.bylaw.source.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML as Jenkins, GitLab and Surefire have it: a suite per policy, a case per finding, one
 * case for a policy that passed. A finding that does not block is a case that passes and says so.
 */
final class JunitReport {
  private final Content content;
  private final XMLStreamWriter xml;

  private JunitReport(Content content, XMLStreamWriter xml) {
    this.content = content;
    this.xml = xml;
  }

  static void write(Content content, Writer out) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      new JunitReport(content, xml).document();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    out.write('\n');
  }

  /** What the attributes of a suite count. */
  private record Counts(int tests, int failures, int errors, int skipped) {
    Counts plus(Counts other) {
      return new Counts(
          tests + other.tests,
          failures + other.failures,
          errors + other.errors,
          skipped + other.skipped);
    }
  }

  private void document() throws XMLStreamException {
    Map<String, Tally> tallies = content.tallies();
    List<Content.Problem> errors = content.errors();
    List<Content.Gap> unknown = content.unknown();
    Counts all = new Counts(content.passed().size(), 0, 0, content.notApplicable().size());
    for (Tally tally : tallies.values()) {
      all = all.plus(counts(tally));
    }
    all = all.plus(new Counts(errors.size() + unknown.size(), 0, errors.size(), unknown.size()));
    all = all.plus(new Counts(content.notApplicable().size(), 0, 0, 0));
    xml.writeStartDocument("UTF-8", "1.0");
    start("testsuites", content.policySet().name() + " " + content.policySet().version(), all);
    findings(tallies);
    for (String id : content.passed()) {
      start("testsuite", id, new Counts(1, 0, 0, 0));
      line(1);
      xml.writeEmptyElement("testcase");
      names("complies", id);
      end(0);
    }
    for (String id : content.notApplicable()) {
      skipped(id, "not applicable", "there is nothing to judge for this policy");
    }
    problems(errors);
    for (Content.Gap gap : unknown) {
      skipped(gap.policy(), gap.target().path() + " " + gap.pointer(), "unknown: " + gap.reason());
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private Counts counts(Tally tally) {
    int failures = 0;
    for (Severity severity : Severity.values()) {
      failures += content.blocks(severity) ? tally.open(severity) : 0;
    }
    return new Counts(tally.all(), failures, 0, tally.waived() + tally.known());
  }

  private void findings(Map<String, Tally> tallies) throws XMLStreamException {
    String suite = "";
    for (Iterator<Item> items = content.byPolicy().iterator(); items.hasNext(); ) {
      Item item = items.next();
      String policy = item.rule().id();
      if (!policy.equals(suite)) {
        if (!suite.isEmpty()) {
          end(0);
        }
        start("testsuite", policy, counts(tallies.getOrDefault(policy, new Tally())));
        suite = policy;
      }
      finding(item);
    }
    if (!suite.isEmpty()) {
      end(0);
    }
  }

  private void finding(Item item) throws XMLStreamException {
    line(1);
    xml.writeStartElement("testcase");
    names(item.message() + " (" + item.region() + ")", item.rule().id());
    line(2);
    if (item.state() != State.OPEN) {
      xml.writeEmptyElement("skipped");
      String why = item.excuse().map(e -> ", " + e.text()).orElse("");
      attribute("message", Rules.word(item.state()) + why);
    } else if (content.blocks(item.severity())) {
      xml.writeStartElement("failure");
      attribute("message", item.message());
      attribute("type", item.severity().word());
      xml.writeCharacters(valid(body(item)));
      xml.writeEndElement();
    } else {
      xml.writeStartElement("system-out");
      xml.writeCharacters(valid(item.severity().word() + ": " + body(item)));
      xml.writeEndElement();
    }
    end(1);
  }

  private static String body(Item item) {
    StringBuilder out = new StringBuilder(item.region() + ": " + item.message() + "\n");
    out.append(item.frame().text());
    item.found().ifPresent(v -> out.append("found: ").append(Item.text(v)).append('\n'));
    item.wanted().ifPresent(v -> out.append("wanted: ").append(Item.text(v)).append('\n'));
    item.rule().remediation().ifPresent(r -> out.append("fix: ").append(r).append('\n'));
    return out.toString();
  }

  private void problems(List<Content.Problem> errors) throws XMLStreamException {
    if (errors.isEmpty()) {
      return;
    }
    start("testsuite", "evaluation", new Counts(errors.size(), 0, errors.size(), 0));
    for (Content.Problem e : errors) {
      line(1);
      xml.writeStartElement("testcase");
      names(e.region().map(r -> r + ": ").orElse("") + e.message(), "evaluation");
      line(2);
      xml.writeEmptyElement("error");
      attribute("message", e.message());
      attribute("type", e.code());
      end(1);
    }
    end(0);
  }

  private void skipped(String policy, String name, String why) throws XMLStreamException {
    start("testsuite", policy, new Counts(1, 0, 0, 1));
    line(1);
    xml.writeStartElement("testcase");
    names(name, policy);
    line(2);
    xml.writeEmptyElement("skipped");
    attribute("message", why);
    end(1);
    end(0);
  }

  private void start(String element, String name, Counts counts) throws XMLStreamException {
    line(0);
    xml.writeStartElement(element);
    attribute("name", name);
    attribute("tests", String.valueOf(counts.tests));
    attribute("failures", String.valueOf(counts.failures));
    attribute("errors", String.valueOf(counts.errors));
    attribute("skipped", String.valueOf(counts.skipped));
    attribute("time", "0");
  }

  private void names(String name, String policy) throws XMLStreamException {
    attribute("name", Words.clipped(Words.line(name), 500));
    attribute("classname", policy.replace('/', '.'));
    attribute("time", "0");
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, valid(value));
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private void end(int depth) throws XMLStreamException {
    line(depth);
    xml.writeEndElement();
  }

  /** XML 1.0 has no sign at all for some characters. */
  private static String valid(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean known = c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || c >= 0xE000;
              boolean none = c == 0xFFFE || c == 0xFFFF;
              out.appendCodePoint(known && !none ? c : 0xFFFD);
            });
    return out.toString();
  }
}
