package dev.bylaw.rego.builtin;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What the host grants to rules. By default nothing: a rule that asks for what was not granted gets
 * an error that names the grant.
 *
 * @param clock for {@code time.now_ns} and the checks of certificates and tokens that need a time
 * @param random for {@code rand.intn} and {@code uuid.rfc4122}
 * @param environment what {@code opa.runtime().env} shows
 * @param allowedHosts host names that {@code http.send} and {@code net.lookup_ip_addr} may reach
 */
public record Host(
    Optional<Clock> clock,
    Optional<RandomGenerator> random,
    Map<String, String> environment,
    Set<String> allowedHosts) {
  public static final Host NOTHING =
      new Host(Optional.empty(), Optional.empty(), Map.of(), Set.of());

  public Host {
    environment = Map.copyOf(environment);
    allowedHosts = Set.copyOf(allowedHosts);
  }
}
