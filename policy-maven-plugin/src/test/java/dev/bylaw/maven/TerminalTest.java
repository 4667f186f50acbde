package dev.bylaw.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private static final Map<String, String> NOTHING = Map.of();

  private static boolean colour(String style, Map<String, String> environment, boolean attached) {
    return new Terminal(Optional.of(style), environment, true, attached).hasColour();
  }

  @Test
  void aTerminalHasColour() {
    assertThat(colour("auto", NOTHING, true)).isTrue();
    assertThat(colour("auto", NOTHING, false)).isFalse();
    assertThat(new Terminal(Optional.empty(), NOTHING, false, true).hasColour()).isFalse();
  }

  @Test
  void theEnvironmentMayRefuseIt() {
    assertThat(colour("auto", Map.of("NO_COLOR", "1"), true)).isFalse();
    assertThat(colour("auto", Map.of("NO_COLOR", ""), true)).isTrue();
    assertThat(colour("auto", Map.of("TERM", "dumb"), true)).isFalse();
  }

  @Test
  void whatMavenIsToldCountsFirst() {
    assertThat(colour("always", Map.of("NO_COLOR", "1"), false)).isTrue();
    assertThat(colour("never", NOTHING, true)).isFalse();
  }
}
