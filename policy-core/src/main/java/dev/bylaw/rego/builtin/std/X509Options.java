package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a chain of certificates is verified.
 *
 * @param time empty for the time of the query
 * @param host empty if the name does not matter
 * @param usages object identifiers, of which the chain must permit one
 */
record X509Options(Optional<Instant> time, String host, Set<String> usages) {
  private static final String SERVER_AUTH = X509Extensions.USAGES.get(1);

  static final X509Options DEFAULT = new X509Options(Optional.empty(), "", Set.of(SERVER_AUTH));

  /** In the order of {@link X509Extensions#USAGES}. */
  private static final List<String> USAGES =
      List.of(
          "KeyUsageAny",
          "KeyUsageServerAuth",
          "KeyUsageClientAuth",
          "KeyUsageCodeSigning",
          "KeyUsageEmailProtection",
          "KeyUsageIPSECEndSystem",
          "KeyUsageIPSECTunnel",
          "KeyUsageIPSECUser",
          "KeyUsageTimeStamping",
          "KeyUsageOCSPSigning",
          "KeyUsageMicrosoftServerGatedCrypto",
          "KeyUsageNetscapeServerGatedCrypto",
          "KeyUsageMicrosoftCommercialCodeSigning",
          "KeyUsageMicrosoftKernelCodeSigning");

  static X509Options of(RegoObject options) throws BuiltinException {
    X509Options read = DEFAULT;
    for (RegoValue key : options.keys()) {
      String name = key instanceof RegoString s ? s.value() : "";
      RegoValue value = options.toMap().getOrDefault(key, key);
      read =
          switch (name) {
            case "DNSName" -> new X509Options(read.time, host(value), read.usages);
            case "CurrentTime" -> new X509Options(time(value), read.host, read.usages);
            case "KeyUsages" -> new X509Options(read.time, read.host, usages(value));
            case "MaxConstraintComparisons" -> {
              number(name, value, "valid number");
              yield read; // constraints cost little here
            }
            default -> throw BuiltinException.of("invalid key option");
          };
    }
    return read;
  }

  private static String host(RegoValue value) throws BuiltinException {
    if (value instanceof RegoString s) {
      return s.value();
    }
    throw BuiltinException.of("'DNSName' should be a string");
  }

  private static Optional<Instant> time(RegoValue value) throws BuiltinException {
    long nanos = number("CurrentTime", value, "valid int64 number");
    return Optional.of(Instant.EPOCH.plusNanos(nanos));
  }

  private static long number(String name, RegoValue value, String wanted) throws BuiltinException {
    if (!(value instanceof RegoNumber number)) {
      throw BuiltinException.of("'" + name + "' should be a number");
    }
    if (!number.isLong()) {
      throw BuiltinException.of("'" + name + "' should be a " + wanted);
    }
    return number.longValue();
  }

  private static Set<String> usages(RegoValue value) throws BuiltinException {
    List<RegoValue> wanted;
    if (value instanceof RegoArray array) {
      wanted = array.toList();
    } else if (value instanceof RegoSet set) {
      wanted = set.toList();
    } else {
      throw BuiltinException.of("'KeyUsages' should be an Array or Set");
    }
    Set<String> usages = new TreeSet<>();
    List<String> unknown = new ArrayList<>();
    for (RegoValue usage : wanted) {
      if (usage instanceof RegoString s) {
        int number = USAGES.indexOf(s.value());
        if (number < 0) {
          unknown.add(s.value());
        } else {
          usages.add(X509Extensions.USAGES.get(number));
        }
      }
    }
    if (!unknown.isEmpty()) {
      throw BuiltinException.of(
          "invalid entries for 'KeyUsages' found: [" + String.join(" ", unknown) + "]");
    }
    return usages.isEmpty() ? DEFAULT.usages : usages;
  }
}
