package dev.bylaw.rules.mapping;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.document.Placeholders;
import dev.bylaw.rules.document.Reading;
import dev.bylaw.subject.Located;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A word that stands for something else.
 *
 * @param words in lower case
 * @param others whether other words stay
 */
record Worded(String target, Map<String, RegoValue> words, boolean others, Paths paths)
    implements Rule {
  @Override
  public Optional<Located.Entry> from(Node node, Reading at) {
    return paths.first(node, at).flatMap(found -> meaning(found.value()).map(found::entry));
  }

  private Optional<Located> meaning(Located value) {
    RegoValue meaning = words.get(word(value));
    if (meaning != null) {
      return Optional.of(new Located.Scalar(meaning, value.span()));
    }
    return Optional.of(value).filter(v -> others || Placeholders.in(v));
  }

  private static String word(Located value) {
    RegoValue plain = value.value();
    String text = plain instanceof RegoString s ? s.value() : plain.toString();
    return text.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public Stream<Row> rows(Set<Mapping> outer) {
    String remark =
        new TreeMap<>(words)
            .entrySet().stream()
                .collect(
                    Collectors.groupingBy(
                        Map.Entry::getValue,
                        TreeMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(e -> e.getValue() + " means " + e.getKey())
                .collect(Collectors.joining("; "));
    return Stream.of(new Row(target, paths.toString(), remark, false));
  }
}
