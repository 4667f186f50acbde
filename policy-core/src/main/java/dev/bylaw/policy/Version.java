package dev.bylaw.policy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A version, ordered as Semantic Versioning does it: numbers by value, {@code 1.0} as {@code
 * 1.0.0}, a pre-release before its release. What follows {@code +} does not count.
 */
record Version(List<BigInteger> numbers, List<String> preRelease) implements Comparable<Version> {
  private static final Comparator<String> IDENTIFIERS =
      Comparator.comparing((String s) -> !isNumber(s))
          .thenComparing(s -> isNumber(s) ? new BigInteger(s) : BigInteger.ZERO)
          .thenComparing(Comparator.naturalOrder());

  Version {
    numbers = List.copyOf(numbers);
    preRelease = List.copyOf(preRelease);
  }

  /** Any text is a version: the numbers that it starts with, and the rest. */
  static Version of(String text) {
    String plain = text.contains("+") ? text.substring(0, text.indexOf('+')) : text;
    int dash = plain.indexOf('-');
    String release = dash < 0 ? plain : plain.substring(0, dash);
    List<BigInteger> numbers = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (String part : release.split("\\.", -1)) {
      if (rest.isEmpty() && isNumber(part)) {
        numbers.add(new BigInteger(part));
      } else {
        rest.add(part);
      }
    }
    while (!numbers.isEmpty() && numbers.get(numbers.size() - 1).signum() == 0) {
      numbers.remove(numbers.size() - 1);
    }
    if (dash >= 0) {
      rest.addAll(Arrays.asList(plain.substring(dash + 1).split("\\.", -1)));
    }
    return new Version(numbers, rest);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() < 30
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  @Override
  public int compareTo(Version other) {
    int byNumbers = Arrays.compare(array(numbers), array(other.numbers));
    if (byNumbers != 0) {
      return byNumbers;
    }
    if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
      return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
    }
    return Arrays.compare(
        preRelease.toArray(String[]::new), other.preRelease.toArray(String[]::new), IDENTIFIERS);
  }

  private static BigInteger[] array(List<BigInteger> numbers) {
    return numbers.toArray(BigInteger[]::new);
  }
}
