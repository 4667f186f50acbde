package dev.bylaw.maven;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.bylaw.maven.ConftestFile.Input;
import dev.bylaw.rego.builtin.std.RegoYaml;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * YAML as conftest reads it, by YAML 1.1 as {@code yaml.unmarshal} does: {@code yes} is true. The
 * places are those of Bylaw's own reading.
 */
final class ConftestYaml {
  private static final Pattern SEPARATOR = Pattern.compile("(?m)^---[ \\t]*(#.*)?\\r?$\\n?");

  private ConftestYaml() {}

  /**
   * The documents; what has nothing between two separators, or before the first, is {@code null}.
   *
   * @param documents those with something in them, in their order
   * @throws InputException where a text is not YAML 1.1
   */
  static List<Input> inputs(SourceFile source, List<Located> documents) {
    Iterator<Located> places = documents.iterator();
    List<Input> out = new ArrayList<>();
    Matcher separator = SEPARATOR.matcher(source.text());
    int from = 0;
    while (separator.find()) {
      if (separator.start() > 0 && !source.text().startsWith("%", from)) { // no directives
        out.add(input(source, from, separator.start(), places));
      }
      from = separator.end();
    }
    out.add(input(source, from, source.text().length(), places));
    if (places.hasNext()) { // documents that begin in another way, as in --- [1, 2]
      return documents.stream().map(d -> new Input(d, d.value())).toList();
    }
    return out;
  }

  private static Input input(SourceFile source, int from, int to, Iterator<Located> places) {
    try {
      String text = source.text().substring(from, to);
      RegoValue value = RegoYaml.parse(text);
      return isNothing(text) || !places.hasNext()
          ? new Input(new Located.Scalar(value, source, from, from), value)
          : new Input(places.next(), value);
    } catch (ParseException e) {
      throw new InputException(
          List.of(
              Diagnostic.error(
                  "document_syntax",
                  source.span(from, from),
                  String.valueOf(e.getMessage()).strip())));
    }
  }

  private static boolean isNothing(String text) {
    return text.lines()
        .allMatch(l -> l.isBlank() || l.stripLeading().startsWith("#") || l.equals("..."));
  }
}
