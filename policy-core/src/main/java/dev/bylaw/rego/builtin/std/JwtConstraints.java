package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code io.jwt.decode_verify} demands of a token beside its signature.
 *
 * @param time in nanoseconds since 1970; empty for the time of the query
 */
record JwtConstraints(
    JwtKeys keys,
    Optional<String> algorithm,
    Optional<String> issuer,
    Optional<String> audience,
    Optional<BigDecimal> time) {
  private static final int NANOS = 9;
  private static final BigDecimal LATEST = BigDecimal.valueOf(Long.MAX_VALUE);

  static JwtConstraints of(RegoObject wanted) throws BuiltinException {
    Optional<JwtKeys> keys = Optional.empty();
    for (RegoValue key : wanted.keys()) {
      String name = key instanceof RegoString s ? s.value() : key.toString();
      switch (name) {
        case "cert" -> keys = Optional.of(JwtKeys.parse(text(wanted, name).orElse("")));
        case "secret" -> {
          if (keys.isPresent()) {
            throw BuiltinException.of("duplicate key constraints");
          }
          keys = Optional.of(JwtKeys.shared(text(wanted, name).orElse("")));
        }
        case "alg", "aud", "iss" -> text(wanted, name);
        case "time" -> time(wanted);
        default -> throw BuiltinException.of("unknown token validation constraint: " + name);
      }
    }
    return new JwtConstraints(
        keys.orElseThrow(() -> BuiltinException.of("no key constraint")),
        text(wanted, "alg"),
        text(wanted, "iss"),
        text(wanted, "aud"),
        time(wanted));
  }

  private static Optional<String> text(RegoObject wanted, String name) throws BuiltinException {
    RegoValue value = wanted.get(name);
    if (value == null) {
      return Optional.empty();
    } else if (value instanceof RegoString s) {
      return Optional.of(s.value());
    }
    throw BuiltinException.of(name + " constraint: must be a string");
  }

  private static Optional<BigDecimal> time(RegoObject wanted) throws BuiltinException {
    RegoValue value = wanted.get("time");
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof RegoNumber number)) {
      throw BuiltinException.of("token time constraint: must be a number");
    }
    if (number.signum() < 0) {
      throw BuiltinException.of("token time constraint: must not be negative");
    }
    return Optional.of(number.decimalValue().min(LATEST));
  }

  /** True if the payload is for whom it should be, from whom it should be. */
  boolean meetsParties(RegoObject payload) {
    RegoValue from = payload.get("iss");
    RegoValue to = payload.get("aud");
    boolean rightIssuer = issuer.isEmpty() || is(from, issuer.get());
    if (audience.isEmpty()) {
      return rightIssuer && to == null;
    }
    String wanted = audience.get();
    return rightIssuer
        && (to instanceof RegoArray many
            ? many.toList().stream().anyMatch(one -> is(one, wanted))
            : is(to, wanted));
  }

  private static boolean is(@Nullable RegoValue value, String text) {
    return value instanceof RegoString s && s.value().equals(text);
  }

  /** True if the payload speaks of no time, or of one that has come and has not passed. */
  static boolean isValidAt(BigDecimal nanos, RegoObject payload) throws BuiltinException {
    BigDecimal now = nanos.scaleByPowerOfTen(-NANOS);
    Optional<BigDecimal> end = seconds(payload, "exp");
    if (end.isPresent() && now.compareTo(end.get()) >= 0) {
      return false;
    }
    Optional<BigDecimal> start = seconds(payload, "nbf");
    return start.isEmpty() || now.compareTo(start.get()) >= 0;
  }

  private static Optional<BigDecimal> seconds(RegoObject payload, String claim)
      throws BuiltinException {
    RegoValue value = payload.get(claim);
    if (value == null) {
      return Optional.empty();
    } else if (value instanceof RegoNumber number) {
      return Optional.of(number.decimalValue());
    }
    throw BuiltinException.of(claim + " value must be a number");
  }
}
