package dev.bylaw.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.subject.Subject;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ReuseTest {
  private static final String RULES =
      """
      package %s

      import data.shared.size

      deny contains {"msg": "too large", "at": input.warehouse.size} if size(input.warehouse) > 1

      deny contains sprintf("tag %%s", [t.name]) if {
      	some t in input.warehouse.tags
      	not t.value
      }

      warn contains "has both" if {
      	input.warehouse.size
      	object.keys(input.warehouse.extra) & {"a", "b"} == {"a", "b"}
      }
      """;
  private static final Map<String, String> SET =
      Map.of(
          "shared.rego", "package shared\n\nsize(w) := count(w.size) if w.size\n",
          "a.rego", RULES.formatted("a"),
          "b.rego",
              """
              package b

              deny contains "elsewhere" if input.subject.path != "w.json"

              deny contains "clash" if clash

              clash := 1 if input.warehouse.extra.a
              clash := 2 if input.warehouse.extra.b
              """);
  private static final PolicyEngine FULL = new PolicyEngine(Mini.set(SET), Mini.CLOCK);

  @Property(tries = 300)
  void aRunThatReusesDecidesAsAFullRun(
      @ForAll("runs") List<Subject> subjects, @ForAll boolean tiny) {
    Reuse reuse = Reuse.upTo(tiny ? 3 : 1_000);
    PolicyEngine reusing = FULL.reusing(reuse);
    for (Subject subject : subjects) {
      for (EnforcementPoint point : List.of(EnforcementPoint.BUILD, EnforcementPoint.AUDIT)) {
        assertThat(Mini.json(reusing.decide(List.of(subject), point)))
            .isEqualTo(Mini.json(FULL.decide(List.of(subject), point)));
      }
    }
    assertThat(Mini.console(reusing.decide(subjects, EnforcementPoint.BUILD)))
        .isEqualTo(Mini.console(FULL.decide(subjects, EnforcementPoint.BUILD)));
  }

  @Provide
  Arbitrary<List<Subject>> runs() {
    Arbitrary<String> path = Arbitraries.of("w.json", "v.json");
    Arbitrary<String> blank = Arbitraries.of("", " ", "\n", "\n\n  ");
    Arbitrary<String> size =
        Arbitraries.of("", "\"size\": \"S\",", "\"size\": \"XL\",", "\"size\": null,");
    Arbitrary<String> tags =
        Arbitraries.of(
                "{\"name\": \"t\"}",
                "{\"name\": \"u\", \"value\": 1}",
                "{\"name\": \"t\", \"value\": null}")
            .list()
            .ofMaxSize(3)
            .map(l -> "\"tags\": [" + String.join(",\n", l) + "],");
    Arbitrary<String> extra =
        Arbitraries.of("{}", "{\"a\": 1}", "{\"b\": 1}", "{\"a\": 1, \"b\": 1}", "[]")
            .map(e -> "\"extra\": " + e);
    return Combinators.combine(path, blank, size, tags, extra)
        .as((p, b, s, t, e) -> Mini.warehouse(p, b + "{" + s + b + t + e + "}"))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Test
  void onlyRulesThatCanReadAChangeAreEvaluatedAgain() {
    Reuse reuse = Reuse.upTo(100);
    PolicyEngine engine = FULL.reusing(reuse);
    decide(engine, "{\"size\": \"S\", \"extra\": {}}");
    assertThat(reuse.misses()).isEqualTo(3);
    decide(engine, "{\n\n\"extra\": {}, \"size\": \"S\"}");
    assertThat(reuse.misses()).as("moved lines").isEqualTo(3);
    assertThat(reuse.hits()).isEqualTo(3);
    decide(FULL.reusing(reuse), "{\"size\": \"S\", \"extra\": {}, \"owner\": \"x\"}");
    assertThat(reuse.misses()).as("only one rule hands the warehouse to a function").isEqualTo(4);
    Decision d = decide(engine, "{\n\"size\": \"XL\", \"extra\": {}}");
    assertThat(d.findings()).singleElement().asString().contains("too large");
    assertThat(d.findings().get(0).span().line()).isEqualTo(2);
  }

  private static Decision decide(PolicyEngine engine, String json) {
    return engine.decide(List.of(Mini.warehouse("w.json", json)), EnforcementPoint.BUILD);
  }
}
