package dev.bylaw.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.value.RegoJava;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Severity;
import dev.bylaw.source.SourceFile;
import java.math.BigDecimal;
import java.text.ParseException;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegoJavaTest {
  private static final String JSON =
      "{\"a\": [1, 2.5, \"x\", true, null, {\"b\": []}], \"c\": 12345678901234567890, \"d\": {}}";

  /** A decision as a record. */
  record Answer(String name, List<Long> sizes, boolean ok) {}

  private static RegoProgram compile(String module) {
    return new RegoCompiler().module(SourceFile.of("p.rego", "package p\n\n" + module)).compile();
  }

  @Test
  void viewsEqualWhatParsingGives() throws ParseException, JsonProcessingException {
    JsonNode tree = new ObjectMapper().readTree(JSON);
    RegoValue parsed = RegoJson.parse(JSON);
    assertThat(RegoJava.view(tree)).isEqualTo(parsed).hasSameHashCodeAs(parsed);
    assertThat(RegoJava.view(RegoJava.toJava(parsed))).isEqualTo(parsed);
    assertThat(RegoJava.toJackson(parsed)).isEqualTo(RegoJava.toJackson(RegoJava.view(tree)));
    assertThat(RegoJava.view(tree).compareTo(parsed)).isZero();
    assertThat(RegoJava.view(tree).toString()).isEqualTo(parsed.toString());
  }

  @Test
  void viewsTakeWhatJavaProgramsHave() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("z", Arrays.asList(1, null));
    map.put("set", Set.of(2.0f));
    map.put("array", new String[] {"a"});
    map.put("enum", Severity.ERROR);
    map.put("none", Optional.empty());
    map.put("decimal", new BigDecimal("1.10"));
    assertThat(RegoJava.view(map))
        .hasToString(
            "{\"array\": [\"a\"], \"decimal\": 1.1, \"enum\": \"ERROR\", \"none\": null, \"set\":"
                + " [2], \"z\": [1, null]}");
    assertThatThrownBy(() -> RegoJava.view(new Object()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Rego has no value for java.lang.Object");
    assertThatThrownBy(() -> RegoJava.view(Map.of(1, 2)).toString())
        .hasMessage("found the key 1, expected a text");
  }

  @Test
  void onlyWhatARuleLooksAtIsFetched() {
    Map<String, Object> trap =
        new AbstractMap<>() {
          @Override
          public Set<Entry<String, Object>> entrySet() {
            throw new AssertionError("nobody asked");
          }
        };
    Map<String, Object> input = Map.of("wanted", 1, "other", trap, "more", List.of(trap));
    assertThat(
            compile("answer := input.wanted + 1")
                .evaluate(Optional.of(RegoJava.view(input)), List.of("p", "answer")))
        .hasToString("Optional[2]");
  }

  @Test
  void resultsBecomeRecords() {
    RegoValue value =
        compile("answer := {\"name\": \"orders\", \"sizes\": {3, 1}, \"ok\": true}")
            .evaluate(Optional.empty(), List.of("p", "answer"))
            .orElseThrow();
    assertThat(RegoJava.to(Answer.class, value))
        .isEqualTo(new Answer("orders", List.of(1L, 3L), true));
    assertThatThrownBy(() -> RegoJava.to(Answer.class, RegoString.of("x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void dataIsReplacedWithoutCompiling() {
    RegoProgram first =
        new RegoCompiler()
            .module(SourceFile.of("p.rego", "package p\n\nanswer := data.limit + 1"))
            .data((RegoObject) RegoJava.view(Map.of("limit", 1)))
            .compile();
    RegoProgram second = first.withData((RegoObject) RegoJava.view(Map.of("limit", 10)));
    List<String> path = List.of("p", "answer");
    assertThat(first.evaluate(Optional.empty(), path)).hasToString("Optional[2]");
    assertThat(second.evaluate(Optional.empty(), path)).hasToString("Optional[11]");
    assertThat(first.evaluate(Optional.empty(), path)).hasToString("Optional[2]");
  }

  @Test
  void hostsAddBuiltins() {
    Builtin greet =
        Builtin.of(
            "acme.greet",
            "(name: string) => (text: string)",
            "Greets.",
            (context, args) -> RegoString.of("hello " + ((RegoString) args[0]).value()));
    RegoProgram program =
        new RegoCompiler()
            .builtin(greet)
            .module(SourceFile.of("p.rego", "package p\n\nanswer := acme.greet(\"kim\")"))
            .compile();
    assertThat(program.evaluate(Optional.empty(), List.of("p", "answer")))
        .hasToString("Optional[\"hello kim\"]");
  }
}
