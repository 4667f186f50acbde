package dev.bylaw.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixesTest {
  private static final Question QUESTION = Question.at(EnforcementPoint.BUILD);

  /** Finds a size that is not Small, and a missing size, and proposes something. */
  private static String policy(String proposal) {
    return """
    package size

    deny contains finding if {
    	object.get(input.warehouse, "size", "") != "Small"
    	finding := {"msg": "too large", "at": ["warehouse", "size"], "fix": %s}
    }
    """
        .formatted(proposal);
  }

  private static final String SET = "{\"set\": [\"warehouse\", \"size\"], \"to\": \"Small\"}";

  private record Case(Map<String, String> texts, List<Map<String, String>> tried) {
    Fixes.Read read(Map<String, String> changed) {
      Map<String, String> all = new TreeMap<>(texts);
      all.putAll(changed);
      List<Subject> subjects = new ArrayList<>();
      all.forEach((path, text) -> subjects.add(Mini.warehouse(path, text)));
      return new Fixes.Read(subjects, List.of());
    }

    Fixes.Read again(Map<String, String> changed) {
      tried.add(changed);
      return read(changed);
    }
  }

  private static Case of(String text) {
    return new Case(Map.of("w.json", text), new ArrayList<>());
  }

  private static Decision fixed(String policy, Case files) {
    PolicyEngine engine = Mini.engine(policy);
    Fixes.Read read = files.read(Map.of());
    Decision decision = engine.decide(read.subjects(), QUESTION);
    return new Fixes(engine, QUESTION, read, files::again).in(decision);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"size\": \"Large\"} | {\"size\": \"Small\"}",
        "{\"size\": 3} | {\"size\": \"Small\"}",
        "{} | {\"size\": \"Small\"}",
        "{ } | {\"size\": \"Small\"}",
        "{\"a\": 1} | {\"size\": \"Small\", \"a\": 1}",
        "~{\n  \"a\": 1\n}~ | ~{\n  \"size\": \"Small\",\n  \"a\": 1\n}~",
      })
  void setsAValueInTheStyleOfTheText(String text, String wanted) {
    Case files = of(text);
    assertThat(fixed(policy(SET), files).findings()).allMatch(f -> f.fix().isPresent());
    assertThat(files.tried()).containsExactly(Map.of("w.json", wanted));
  }

  @Test
  void aFixThatDoesNotMendIsNotShown() {
    String other = SET.replace("Small", "Medium");
    assertThat(fixed(policy(other), of("{\"size\": \"Large\"}")).findings())
        .hasSize(1)
        .allMatch(f -> f.fix().isEmpty() && f.proposal().isPresent());
  }

  @Test
  void aFixThatBringsANewFindingIsNotShown() {
    String more =
        policy(SET)
            + """

            warn contains "too small for reports" if input.warehouse.size == "Small"
            """;
    Case files = of("{\"size\": \"Large\"}");
    assertThat(fixed(more, files).findings()).hasSize(1).allMatch(f -> f.fix().isEmpty());
    assertThat(files.tried()).hasSize(1);
  }

  @Test
  void aFixAfterWhichSomethingCannotBeReadIsNotShown() {
    PolicyEngine engine = Mini.engine(policy(SET));
    Case files = of("{\"size\": \"Large\"}");
    Fixes.Read read = files.read(Map.of());
    Fixes fixes =
        new Fixes(
            engine,
            QUESTION,
            read,
            texts ->
                new Fixes.Read(
                    files.read(texts).subjects(), List.of(Diagnostic.error("broken", "no JSON"))));
    assertThat(fixes.in(engine.decide(read.subjects(), QUESTION)).findings())
        .hasSize(1)
        .allMatch(f -> f.fix().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"set\": [\"warehouse\", \"tags\"], \"to\": 1}",
        "{\"set\": [\"warehouse\", \"size\", \"x\"], \"to\": 1}",
        "{\"set\": [\"warehouse\", \"nothing\", \"x\"], \"to\": 1}",
        "{\"set\": [\"size\"], \"to\": 1}",
        "{\"insert\": \"x\", \"after\": [\"warehouse\", \"size\"]}",
        "{\"rename\": [[\"warehouse\", \"size\"]], \"to\": \"x\"}",
        "[]"
      })
  void whatTheTextDoesNotAllowIsNotTried(String proposal) {
    Case files = of("{\"size\": \"Large\", \"tags\": []}");
    Decision decision = fixed(policy(proposal), files);
    assertThat(decision.findings()).hasSize(1).allMatch(f -> f.fix().isEmpty());
    assertThat(decision.notices()).isEmpty();
    assertThat(files.tried()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"x\"", "{\"set\": [\"a\"]}", "{\"to\": 1}", "[{\"rename\": 1}]"})
  void aProposalThatSaysNothingIsToldWithItsPolicy(String proposal) {
    Decision decision = fixed(policy(proposal), of("{\"size\": \"Large\"}"));
    assertThat(decision.findings()).hasSize(1);
    assertThat(decision.notices())
        .singleElement()
        .satisfies(n -> assertThat(n.code()).isEqualTo("fix_malformed"))
        .satisfies(
            n -> assertThat(n.message()).contains("size", "expected {set: PATH, to: VALUE}"));
  }

  @Test
  void findingsWithTheSameFixAreTriedOnce() {
    String twice =
        policy(SET)
            + """

            deny contains {"msg": "still too large", "fix": %s} if input.warehouse.size == "Large"
            """
                .formatted(SET);
    Case files = of("{\"size\": \"Large\"}");
    assertThat(fixed(twice, files).findings()).hasSize(2).allMatch(f -> f.fix().isPresent());
    assertThat(files.tried()).hasSize(1);
  }

  @Test
  void thereIsAMostThatIsTried() {
    Map<String, String> texts = new TreeMap<>();
    for (int i = 0; i <= Fixes.MOST_TRIED; i++) {
      texts.put("w%03d.json".formatted(i), "{\"size\": \"Large\"}");
    }
    Case files = new Case(texts, new ArrayList<>());
    Decision decision = fixed(policy(SET), files);
    assertThat(files.tried()).hasSize(Fixes.MOST_TRIED);
    assertThat(decision.findings().stream().filter(f -> f.fix().isEmpty())).hasSize(1);
  }

  @Test
  void reportsShowAFixAsLinesAndAsEdits() {
    Decision decision = fixed(policy(SET), of("{\n  \"size\": \"Large\"\n}"));
    assertThat(Mini.console(decision))
        .contains("    diff:   -   \"size\": \"Large\"\n            +   \"size\": \"Small\"\n");
    assertThat(Mini.json(decision))
        .containsPattern("\"fix\" : \\{\\s+\"edits\" : \\[")
        .contains("\"text\" : \"\\\"Small\\\"\"");
  }

  @Test
  void aFixNextToASecretIsNotShown() {
    Decision decision =
        fixed(policy(SET), of("{\"token\": \"dapi" + "0123456789abcdef".repeat(2) + "\"}"));
    assertThat(decision.findings()).hasSize(1).allMatch(f -> f.fix().isPresent());
    assertThat(Mini.console(decision)).contains("too large").doesNotContain("diff:", "0123456789");
    assertThat(Mini.json(decision)).doesNotContain("\"fix\"", "0123456789");
  }
}
