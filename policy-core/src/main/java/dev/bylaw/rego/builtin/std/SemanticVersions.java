package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Semantic versions; a {@code v} in front is allowed.
 *
 * @see <a href="https://semver.org/">Semantic Versioning</a>
 */
final class SemanticVersions {
  private static final String IDENTIFIERS = "([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?";
  private static final String NUMBER = "([+-]?[0-9]{1,19})";
  private static final Pattern VERSION =
      Pattern.compile(
          "v?"
              + NUMBER
              + "\\."
              + NUMBER
              + "\\."
              + NUMBER
              + "(?:-"
              + IDENTIFIERS
              + ")?(?:\\+"
              + IDENTIFIERS
              + ")?");

  private SemanticVersions() {}

  private record Version(List<BigInteger> numbers, String preRelease) {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "semver.compare",
            "(a: string, b: string) => (result: number)",
            "Compares two semantic versions: -1, 0 or 1.",
            (c, args) -> compare(args)),
        Builtin.of(
            "semver.is_valid",
            "(vsn: any) => (result: boolean)",
            "Tells whether a value is a semantic version.",
            (c, args) ->
                RegoBoolean.of(args[0] instanceof RegoString s && parse(s.value()).isPresent())));
  }

  private static Optional<Version> parse(String text) {
    Matcher matcher = VERSION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<BigInteger> numbers = List.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
    String preRelease = matcher.group(4);
    return numbers.stream().allMatch(n -> n.bitLength() < Long.SIZE)
        ? Optional.of(new Version(numbers, preRelease == null ? "" : preRelease))
        : Optional.empty();
  }

  private static BigInteger number(Matcher matcher, int group) {
    return new BigInteger(String.valueOf(matcher.group(group)));
  }

  private static RegoValue compare(RegoValue[] args) throws BuiltinException {
    String first = Args.string(args, 0);
    String second = Args.string(args, 1);
    return RegoNumber.of(compare(version(1, first), version(2, second)));
  }

  private static Version version(int operand, String text) throws BuiltinException {
    return parse(text)
        .orElseThrow(
            () ->
                BuiltinException.of(
                    "operand "
                        + operand
                        + ": string "
                        + GoQuote.string(text)
                        + " is not a valid SemVer"));
  }

  private static int compare(Version a, Version b) {
    for (int i = 0; i < 3; i++) {
      int order = a.numbers.get(i).compareTo(b.numbers.get(i));
      if (order != 0) {
        return order;
      }
    }
    if (a.preRelease.isEmpty() || b.preRelease.isEmpty()) {
      return Boolean.compare(a.preRelease.isEmpty(), b.preRelease.isEmpty());
    }
    List<String> x = Strings.split(a.preRelease, ".");
    List<String> y = Strings.split(b.preRelease, ".");
    for (int i = 0; i < Math.min(x.size(), y.size()); i++) {
      int order = compareIdentifiers(x.get(i), y.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(x.size(), y.size());
  }

  /** Numbers come before words. */
  private static int compareIdentifiers(String a, String b) {
    boolean numberA = a.chars().allMatch(Character::isDigit);
    boolean numberB = b.chars().allMatch(Character::isDigit);
    if (numberA != numberB) {
      return numberA ? -1 : 1;
    }
    return Integer.signum(
        numberA ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b));
  }
}
