package dev.bylaw.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.builtin.Host;
import dev.bylaw.source.SourceFile;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What depends on more than its arguments works only if the host grants it. */
class RegoGrantsTest {
  private static final String SIGNED =
      "io.jwt.encode_sign({\"alg\":\"ES256\"},{},{\"kty\":\"EC\",\"crv\":\"P-256\","
          + "\"x\":\"EgPFpNVbwVLWUNDFHE9sBODpVVzo0plLLQS_-ouk_2A\","
          + "\"y\":\"h1K-slq3ttNpMYdrLEjoi647R-hiVyIJxt8Tc5qydKA\","
          + "\"d\":\"4yYjdUGeRWdub5CitB0bNu3cj81q5mEE-pSS9fo4g7E\"})";

  private static String answer(Host host, String query) {
    return new RegoCompiler()
        .strictBuiltinErrors(true)
        .host(host)
        .compile()
        .prepare(SourceFile.of("query", query), RegoVersion.V1)
        .evaluate(Optional.empty())
        .toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "time.now_ns() | rules have no clock; grant it with Host.withClock",
        "rand.intn(\"a\", 9) | rules have no random numbers; grant it with Host.withRandom",
        "uuid.rfc4122(\"a\") | rules have no random numbers; grant it with Host.withRandom",
        "net.lookup_ip_addr(\"a.b\") | disallowed host: a.b; grant it with Host.withAllowedHosts",
        "http.send({\"method\": \"get\", \"url\": \"http://a.b/\"}) | disallowed host: a.b; grant it with Host.withAllowedHosts"
      })
  void nothingIsGrantedByDefault(String call, String message) {
    assertThatThrownBy(() -> answer(Host.NOTHING, "x := " + call))
        .isInstanceOfSatisfying(
            RegoEvaluationException.class,
            e -> {
              assertThat(e.diagnostic().code()).isEqualTo("eval_builtin_error");
              assertThat(e.diagnostic().message()).endsWith(": " + message);
            });
  }

  @Test
  void theEnvironmentIsEmptyByDefault() {
    assertThat(answer(Host.NOTHING, "x := opa.runtime()")).isEqualTo("[{\"x\": {}}]");
    assertThat(answer(Host.NOTHING.withEnvironment(Map.of("A", "b")), "x := opa.runtime().env"))
        .isEqualTo("[{\"x\": {\"A\": \"b\"}}]");
  }

  @Test
  void aSignatureThatNeedsRandomNumbersNeedsTheGrant() {
    assertThatThrownBy(() -> answer(Host.NOTHING, "x := " + SIGNED))
        .isInstanceOf(RegoEvaluationException.class)
        .hasMessageContaining("Host.withRandom");
    assertThat(answer(Host.NOTHING.withRandom(new Random(1)), "x := count(" + SIGNED + ")"))
        .isEqualTo("[{\"x\": 111}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"time.now_ns()", "rand.intn(\"a\", 1000000000)", "uuid.rfc4122(\"a\")"})
  void thereIsOneValueInAQueryAndAnotherInTheNext(String call) {
    Host host = Host.NOTHING.withClock(new Ticking()).withRandom(new Random(1));
    String twice = "x := [n | some i in [1, 2]; y := i; n := " + call + "]; x[0] == x[1]";
    String first = answer(host, twice);
    assertThat(first).startsWith("[{");
    assertThat(answer(host, twice)).startsWith("[{").isNotEqualTo(first);
  }

  @Test
  void hostsAreGrantedByName() {
    Host host = Host.NOTHING.withAllowedHosts(Set.of("127.0.0.1", "LocalHost"));
    assertThat(answer(host, "x := net.lookup_ip_addr(\"127.0.0.1\")"))
        .isEqualTo("[{\"x\": {\"127.0.0.1\"}}]");
    assertThat(answer(host, "count(net.lookup_ip_addr(\"localhost\")) > 0")).isEqualTo("[{}]");
  }

  /** One second later whenever it is asked. */
  private static final class Ticking extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      now = now.plusSeconds(1);
      return now;
    }
  }
}
