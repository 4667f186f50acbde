package dev.bylaw.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {
  private static Located read(String name, String text) {
    DocumentReader.Result result = DocumentReader.read(SourceFile.of(name, text));
    assertThat(result.diagnostics()).isEmpty();
    return result.documents().get(0);
  }

  private static List<String> problems(String name, String text, Limits limits) {
    return DocumentReader.read(SourceFile.of(name, text), limits).diagnostics().stream()
        .map(Object::toString)
        .toList();
  }

  private static List<String> problems(String name, String text) {
    return problems(name, text, Limits.DEFAULT);
  }

  @Test
  void yamlFollowsTheCoreSchema() {
    Located doc =
        read(
            "a.yaml",
            "version: \"4.1\"\nplain: 4.1\nno: NO\ndate: 2026-11-21\nnone:\nhex: 0x1F\nyes: true\nname: &n x\nalso: *n\n");
    assertThat(doc.value())
        .hasToString(
            "{\"also\": \"x\", \"date\": \"2026-11-21\", \"hex\": 31, \"name\": \"x\", \"no\": \"NO\","
                + " \"none\": null, \"plain\": 4.1, \"version\": \"4.1\", \"yes\": true}");
  }

  @Test
  void everyValueAndKeyHasItsPlace() {
    String yaml = "# é 😀\nname: orders\ncolumns:\n  - id: 😀 x\n    \"type\": 'int'\n  - id: b\n";
    Located.Object doc = (Located.Object) read("a.yaml", yaml);
    List<RegoString> none = List.of();
    assertThat(doc.nearest(none).span()).hasToString("a.yaml:2:1");
    Located type =
        doc.find(List.of(RegoString.of("columns"), RegoNumber.of(0), RegoString.of("type")))
            .orElseThrow();
    assertThat(type.span()).hasToString("a.yaml:5:13");
    assertThat(type.span().text()).isEqualTo("'int'");
    assertThat(doc.keySpan("columns").orElseThrow().text()).isEqualTo("columns");
    Located.Object json =
        (Located.Object) read("a.json", "{\"a\\\"b\": [1, \"😀\", true],\n \"c\": {\"d\": null}}");
    assertThat(json.keySpan("a\"b").orElseThrow().text()).isEqualTo("\"a\\\"b\"");
    assertThat(
            json.find(List.of(RegoString.of("a\"b"), RegoNumber.of(2))).orElseThrow().span().text())
        .isEqualTo("true");
    assertThat(json.find(List.of(RegoString.of("c"), RegoString.of("d"))).orElseThrow().span())
        .hasToString("a.json:2:13");
  }

  @Test
  void aMissingValueHasANearestParent() {
    Located doc = read("a.yaml", "warehouse:\n  name: bi\n");
    assertThat(
            doc.nearest(List.of(RegoString.of("warehouse"), RegoString.of("cluster_size"))).span())
        .hasToString("a.yaml:2:3");
  }

  @Test
  void mergeKeysAndSeveralDocuments() {
    Located doc = read("a.yaml", "base: &b {x: 1, y: 2}\nuse:\n  <<: *b\n  y: 3\n");
    assertThat(doc.value())
        .hasToString("{\"base\": {\"x\": 1, \"y\": 2}, \"use\": {\"x\": 1, \"y\": 3}}");
    assertThat(DocumentReader.read(SourceFile.of("a.yaml", "a: 1\n---\nb: 2\n")).documents())
        .hasSize(2);
  }

  @Test
  void badInputIsRefusedWithItsPlace() {
    assertThat(problems("a.yaml", "a: 1\nb: 2\na: 3\nb: 4\n"))
        .containsExactly(
            "a.yaml:3:1: document_duplicate_key: the key a stands here a second time, first in line 1",
            "a.yaml:4:1: document_duplicate_key: the key b stands here a second time, first in line 2");
    assertThat(problems("a.json", "{\"a\": 1, \"a\": 2}"))
        .containsExactly(
            "a.json:1:10: document_duplicate_key: the key \"a\" stands here a second time, first in line 1"
                .replace("\"a\"", "a"));
    assertThat(problems("a.json", "{\n  // why\n  \"a\": 1}"))
        .containsExactly(
            "a.json:2:3: document_syntax: found a comment, but JSON has none; remove it");
    assertThat(problems("a.json", "{\"a\": "))
        .containsExactly("a.json:1:7: document_syntax: the file ends within the JSON document");
    assertThat(problems("a.json", "{\"a\": 1,\n\"a\": [{\"b\": 1,\n\"b\": 2"))
        .containsExactlyInAnyOrder(
            "a.json:3:1: document_duplicate_key: the key b stands here a second time, first in line 2",
            "a.json:3:7: document_syntax: the file ends within the JSON document");
    assertThat(problems("a.json", "{\"a\": 1,\n\"a\": 2, [{\"b\": 1,\n\"b\": 2"))
        .containsExactlyInAnyOrder(
            "a.json:2:1: document_duplicate_key: the key a stands here a second time, first in line 1",
            "a.json:2:9: document_syntax: this is not JSON: found `[`");
    assertThat(problems("a.json", "\0\0\0\4es\": [1]"))
        .containsExactly(
            "a.json:1:1: document_syntax: found the character U+0000, expected JSON in UTF-8");
    assertThat(problems("a.yaml", "a: [1, 2\nb: 3\n").get(0)).startsWith("a.yaml:2:");
    assertThat(problems("a.yaml", "a: 1\nb: x\u0001\n"))
        .containsExactly(
            "a.yaml:2:5: document_syntax: this is not YAML: it has no character U+0001");
    assertThat(problems("a.yaml", "a: 1\nb: 'x\nc: 3\n"))
        .containsExactly(
            "a.yaml:4:1: document_syntax: this is not YAML: found unexpected end of stream, while"
                + " scanning a quoted scalar that starts in line 2");
    assertThat(problems("a.yaml", "a: 1\nb: \"x\\x"))
        .containsExactly(
            "a.yaml:2:2: document_syntax: this is not YAML: an escape in the text behind this place"
                + " stands for no character");
    assertThat(problems("a.yaml", "\n# nothing\n"))
        .containsExactly("a.yaml:1:1: document_empty: the file is empty, expected a document");
    assertThat(problems("a.yaml", "a: *b\n"))
        .containsExactly("a.yaml:1:4: document_syntax: there is no anchor &b before this alias");
  }

  @Test
  void limitsAreNamed() {
    Limits small = new Limits(100, 3, 2, 12);
    assertThat(problems("a.yaml", "[[[[1]]]]", small))
        .containsExactly(
            "a.yaml:1:4: document_too_deep: values nest deeper than the limit of 3 levels");
    assertThat(problems("a.json", "[[[[1]]]]", small))
        .containsExactly(
            "a.json:1:4: document_too_deep: values nest deeper than the limit of 3 levels");
    assertThat(problems("a.yaml", "a: &x 1\nb: [*x, *x, *x]\n", small))
        .containsExactly(
            "a.yaml:2:13: document_too_many_aliases: the file uses more aliases than the limit of 2");
    assertThat(problems("a.yaml", "a: &x [[1]]\nb: [[*x]]\n", small))
        .containsExactly(
            "a.yaml:2:6: document_too_deep: values nest deeper than the limit of 3 levels");
    assertThat(problems("a.yaml", "a: &x [1, 2, 3, 4]\nb: [*x, *x]\n", small))
        .containsExactly(
            "a.yaml:2:5: document_too_large: the file holds more keys and values than the limit of 12");
    assertThat(problems("a.json", "[1, 2, 3, 4, 5, 6, {\"a\": 7, \"b\": 8, \"c\": 9}]", small))
        .containsExactly(
            "a.json:1:37: document_too_large: the file holds more keys and values than the limit of 12");
    assertThat(problems("a.yaml", "a: " + "x".repeat(100), small))
        .containsExactly(
            "a.yaml:1:1: document_too_large: the file is larger than the limit of 100 bytes");
    assertThat(problems("a.yaml", "[".repeat(100_000))).hasSize(1);
    assertThat(problems("a.json", "[".repeat(100_000))).hasSize(1);
  }

  @Provide
  Arbitrary<Map<String, String>> texts() {
    Arbitrary<String> keys = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
    Arbitrary<String> values =
        Arbitraries.strings()
            .withChars('a', 'Z', 'é', ' ', '7', '字')
            .withChars("x-".toCharArray())
            .ofMinLength(1)
            .ofMaxLength(12)
            .map(s -> "v" + s.strip() + "w");
    return Arbitraries.maps(keys, values).ofMinSize(1).ofMaxSize(6);
  }

  @Property(tries = 200)
  void theTextAtAScalarsPlaceIsItsText(@ForAll("texts") Map<String, String> entries) {
    StringBuilder yaml = new StringBuilder("😀: start\n");
    entries.forEach((k, v) -> yaml.append("k").append(k).append(": ").append(v).append('\n'));
    List<String> found = new ArrayList<>();
    ((Located.Object) read("a.yaml", yaml.toString()))
        .entries()
        .forEach((k, e) -> found.add(e.keySpan().text() + "=" + e.value().span().text()));
    List<String> wanted = new ArrayList<>(List.of("😀=start"));
    entries.forEach((k, v) -> wanted.add("k" + k + "=" + v));
    assertThat(found).isEqualTo(wanted);
  }

  @Test
  void placesInJsonCountCharactersWhereTheseAreNotAscii() {
    String text = "{\"größe\": \"\\u00fc\\\"ß\", \"漢𝄞\": [1.5, \"𝄞\"], \"e\": null}";
    Located document =
        DocumentReader.read(SourceFile.of("a.json", text), Limits.DEFAULT).documents().get(0);
    assertThat(document.find(List.of(RegoString.of("größe"))))
        .hasValueSatisfying(
            v -> {
              assertThat(v.value()).isEqualTo(RegoString.of("ü\"ß"));
              assertThat(v.span().text()).isEqualTo("\"\\u00fc\\\"ß\"");
            });
    Located.Object object = (Located.Object) document;
    assertThat(object.keySpan("漢𝄞").map(Span::text)).contains("\"漢𝄞\"");
    assertThat(object.entries().values().stream().map(e -> e.value().span().text()))
        .containsExactly("\"\\u00fc\\\"ß\"", "[1.5, \"𝄞\"]", "null");
  }

  @Test
  void problemsOfJsonBehindCharactersBeyondAsciiHaveTheirPlace() {
    assertThat(problems("a.json", "{\"ß𝄞\": \"ü\", x}"))
        .containsExactly("a.json:1:14: document_syntax: this is not JSON: found `x`");
    assertThat(problems("a.json", "{\"ß\": \"ü"))
        .containsExactly("a.json:1:9: document_syntax: the file ends within the JSON document");
    assertThat(problems("a.json", "{\"ß\": \"ü\\"))
        .containsExactly("a.json:1:10: document_syntax: the file ends within the JSON document");
  }
}
