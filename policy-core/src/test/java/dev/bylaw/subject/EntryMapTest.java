package dev.bylaw.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class EntryMapTest {
  private static final Span SPAN = SourceFile.of("a", "").span();

  @Property(tries = 300)
  void isTheMapThatItWasMadeOf(
      @ForAll @Size(max = 40) List<@AlphaChars @StringLength(max = 2) String> names,
      @ForAll @AlphaChars @StringLength(max = 2) String other) {
    Map<String, Located.Entry> expected = new LinkedHashMap<>();
    names.forEach(n -> expected.put(n, entry(n)));
    EntryMap map = EntryMap.of(expected);
    assertThat(map).isEqualTo(expected).hasSameSizeAs(expected);
    assertThat(map.keySet()).containsExactlyElementsOf(expected.keySet());
    assertThat(map.get(other)).isEqualTo(expected.get(other));
    assertThat(map.containsKey(other)).isEqualTo(expected.containsKey(other));
    List<String> seen = new ArrayList<>();
    map.forEach((name, entry) -> seen.add(name));
    map.forEachName((name, entry) -> assertThat(expected).containsEntry(name.value(), entry));
    assertThat(seen).containsExactlyElementsOf(expected.keySet());
    names.forEach(n -> assertThat(map.get(n)).isEqualTo(entry(n)));
  }

  @Property(tries = 300)
  void theFirstOfTwoEntriesStays(
      @ForAll @Size(max = 40) List<@AlphaChars @StringLength(max = 2) String> names,
      @ForAll @Size(max = 3) List<@AlphaChars @StringLength(max = 2) String> outer) {
    EntryMap.Collector collector = new EntryMap.Collector();
    outer.forEach(n -> collector.add(n, entry("outer")));
    int from = collector.size();
    Map<String, Located.Entry> expected = new LinkedHashMap<>();
    List<Located.Entry> left = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Located.Entry entry = entry("value " + i);
      collector.add(names.get(i), entry);
      if (expected.putIfAbsent(names.get(i), entry) != null) {
        left.add(entry);
      }
    }
    List<Located.Entry> found = new ArrayList<>();
    EntryMap map =
        collector.take(
            from,
            (name, entry, kept) -> {
              assertThat(kept).isSameAs(expected.get(name));
              found.add(entry);
            });
    assertThat(map).isEqualTo(expected);
    assertThat(map.keySet()).containsExactlyElementsOf(expected.keySet());
    assertThat(found).isEqualTo(left);
    assertThat(collector.size()).isEqualTo(outer.size());
  }

  private static Located.Entry entry(String name) {
    return new Located.Entry(SPAN, new Located.Scalar(RegoString.of(name), SPAN));
  }
}
