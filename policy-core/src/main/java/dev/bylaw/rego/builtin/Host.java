package dev.bylaw.rego.builtin;

import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What the host grants to rules. By default nothing: a rule that asks for what was not granted gets
 * an error that names the grant. Immutable; as thread-safe as what was granted.
 *
 * @param clock for {@code time.now_ns} and the checks of certificates and tokens that need a time
 * @param random for {@code rand.intn}, {@code uuid.rfc4122} and signatures that need a random
 *     number
 * @param environment what {@code opa.runtime().env} shows
 * @param allowedHosts host names and addresses that {@code http.send} and {@code
 *     net.lookup_ip_addr} may reach, in lower case; there is no wildcard
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
    Set<String> names = new HashSet<>();
    for (String name : allowedHosts) {
      names.add(name.toLowerCase(Locale.ROOT));
    }
    allowedHosts = Set.copyOf(names);
  }

  public Host withClock(Clock granted) {
    return new Host(Optional.of(granted), random, environment, allowedHosts);
  }

  /**
   * The generator must be thread-safe if programs run in several threads, and hard to predict if
   * its numbers guard something.
   */
  public Host withRandom(RandomGenerator granted) {
    return new Host(clock, Optional.of(granted), environment, allowedHosts);
  }

  public Host withEnvironment(Map<String, String> granted) {
    return new Host(clock, random, granted, allowedHosts);
  }

  public Host withAllowedHosts(Set<String> granted) {
    return new Host(clock, random, environment, granted);
  }

  /**
   * @throws BuiltinException if it was not granted
   */
  public Clock requireClock() throws BuiltinException {
    return clock.orElseThrow(() -> notGranted("no clock", "withClock"));
  }

  /**
   * @throws BuiltinException if it was not granted
   */
  public RandomGenerator requireRandom() throws BuiltinException {
    return random.orElseThrow(() -> notGranted("no random numbers", "withRandom"));
  }

  /**
   * @throws BuiltinException if the host may not be reached
   */
  public void requireHost(String name) throws BuiltinException {
    if (!allowedHosts.contains(name.toLowerCase(Locale.ROOT))) {
      throw BuiltinException.notGranted(
          "disallowed host: " + name + "; grant it with Host.withAllowedHosts");
    }
  }

  private static BuiltinException notGranted(String what, String how) {
    return BuiltinException.notGranted("rules have " + what + "; grant it with Host." + how);
  }
}
