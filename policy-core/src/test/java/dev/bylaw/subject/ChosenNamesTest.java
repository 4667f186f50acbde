package dev.bylaw.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names that were chosen for equal hashes, as a hostile file has them. Tables that compared each
 * with all others would take minutes.
 */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChosenNamesTest {
  private static final int BITS = 17;

  /** Each as long as the others, all with one hash code. */
  private static final List<String> NAMES =
      IntStream.range(0, 1 << BITS)
          .mapToObj(
              i -> {
                StringBuilder name = new StringBuilder();
                for (int bit = 0; bit < BITS; bit++) {
                  name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
                }
                return name.toString();
              })
          .toList();

  private static final String ABSENT = "AaBB".repeat(BITS / 2) + "C#";

  static {
    if (NAMES.stream().mapToInt(String::hashCode).distinct().count() != 1
        || ABSENT.hashCode() != NAMES.get(0).hashCode()) {
      throw new AssertionError("the names have different hashes");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.yaml"})
  void aDocumentOfThemIsRead(String file) {
    StringBuilder text = new StringBuilder("{");
    NAMES.forEach(name -> text.append('"').append(name).append("\": 1,\n"));
    text.append("\"last\": 2}");
    DocumentReader.Result result = DocumentReader.read(SourceFile.of(file, text.toString()));
    assertThat(result.diagnostics()).isEmpty();
    Located.Object document = (Located.Object) result.documents().get(0);
    assertThat(document.entries()).hasSize(NAMES.size() + 1);
    assertThat(NAMES).allMatch(name -> document.entries().containsKey(name));
    assertThat(document.entries().keySet().iterator().next()).isEqualTo(NAMES.get(0));
    assertThat(document.entries()).doesNotContainKey(ABSENT).containsKey("last");
    RegoObject value = document.value();
    assertThat(NAMES).allMatch(name -> value.get(RegoString.of(name)) != null);
    assertThat(value.get(RegoString.of(ABSENT))).isNull();
  }

  @Test
  void aSecondOneIsFound() {
    StringBuilder text = new StringBuilder("{");
    NAMES.forEach(name -> text.append('"').append(name).append("\": 1,\n"));
    text.append('"').append(NAMES.get(7)).append("\": 2}");
    assertThat(DocumentReader.read(SourceFile.of("a.json", text.toString())).diagnostics())
        .hasToString(
            "[a.json:%d:1: document_duplicate_key: the key %s stands here a second time, first in line 8]"
                .formatted(NAMES.size() + 1, NAMES.get(7)));
  }

  @Test
  void valuesOfThemAreEqualInAnyOrder() {
    List<String> shuffled = new ArrayList<>(NAMES);
    Collections.reverse(shuffled);
    RegoSet.Builder one = RegoSet.builder(0);
    NAMES.forEach(name -> one.add(RegoString.of(name)));
    NAMES.forEach(name -> one.add(RegoString.of(name)));
    RegoSet.Builder other = RegoSet.builder(NAMES.size());
    shuffled.forEach(name -> other.add(RegoString.of(name)));
    RegoSet set = one.build();
    assertThat(set.size()).isEqualTo(NAMES.size());
    assertThat((RegoValue) set).isEqualTo(other.build()).hasSameHashCodeAs(other.build());
    assertThat(set.contains(RegoString.of(ABSENT))).isFalse();
    assertThat(set.contains(RegoString.of(NAMES.get(NAMES.size() - 1)))).isTrue();
  }
}
