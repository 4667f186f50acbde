package dev.bylaw.rego.builtin.std.regex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An automaton answers as RE2/J does, or not at all. */
class AutomatonTest {
  private static final List<String> PIECES =
      List.of(
          "a",
          "b",
          "k",
          "S",
          "-",
          "é",
          "😀",
          "\n",
          ".",
          "^",
          "$",
          "\\A",
          "\\z",
          "|",
          "(",
          ")",
          "(?:",
          "(?i)",
          "(?i:",
          "(?s)",
          "(?P<n>",
          "*",
          "+",
          "?",
          "{2}",
          "{1,}",
          "{0,2}",
          "{,2}",
          "{",
          "}",
          "[ab]",
          "[^a]",
          "[^\\W]",
          "[]a]",
          "[\\w-.]",
          "[a-c-]",
          "[+--]",
          "\\d",
          "\\s",
          "\\W",
          "\\.",
          "\\x{6b}",
          "\\x41",
          "\\b",
          "\\pL",
          "[[:alpha:]]",
          "[é-ü]");

  @Property(tries = 5_000)
  void answersAsRe2(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
    Pattern valid = compiled(pattern);
    Automaton.of(pattern)
        .ifPresent(
            automaton ->
                assertThat(automaton.find(text))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(
                        valid.matcher(text).find()
                            ? Automaton.Answer.FOUND
                            : Automaton.Answer.ABSENT));
  }

  private static Pattern compiled(String pattern) {
    Optional<Pattern> compiled = Optional.empty();
    try {
      compiled = Optional.of(Pattern.compile(pattern));
    } catch (PatternSyntaxException e) {
      Assume.that(false);
    }
    return compiled.orElseThrow();
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(7).map(p -> String.join("", p));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "a", "b", "K", "s", "ſ", "\u212a", "-", "é", "😀", "\ud83d", "\n", "1", ".", "A")
        .list()
        .ofMaxSize(6)
        .map(p -> String.join("", p));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AKIA[0-9A-Z]{16}|dapi[0-9a-f]{32}|://[^/\\s:@]+:[^/\\s:@${]{3,}@",
        "^[0-9]+\\.[0-9]+\\.[0-9]+$",
        "\\A(?:(?s)\\x{6d}.*)\\z",
        "(?i)^(dev|test)_[a-z]{1,10}$",
      })
  void theCommonerPatternsHaveOne(String pattern) {
    assertThat(Automaton.of(pattern)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\bword\\b", "\\pL+", "(?m)^a$", "[[:alpha:]]", "(?i)é", "(?U)a+", "\\Qa\\E"})
  void othersHaveNone(String pattern) {
    Pattern.compile(pattern);
    assertThat(Automaton.of(pattern)).isEmpty();
  }

  @Test
  void aLargePatternHasNone() {
    assertThat(Automaton.of("((a{9}){9}){9}".repeat(2))).isEmpty();
  }

  @Test
  void manyStatesAreGivenUp() {
    Automaton automaton = Automaton.of("a[ab]{12}c").orElseThrow();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 4_096; i++) {
      text.append(Integer.toBinaryString(i).replace('0', 'b').replace('1', 'a'));
    }
    assertThat(automaton.find(text.toString())).isEqualTo(Automaton.Answer.TOO_LARGE);
    assertThat(automaton.find("ba")).isEqualTo(Automaton.Answer.ABSENT);
  }
}
