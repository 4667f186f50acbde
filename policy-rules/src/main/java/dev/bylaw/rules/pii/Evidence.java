package dev.bylaw.rules.pii;

/**
 * Why something is taken for personal data.
 *
 * @param category such as {@code email}
 * @param confidence from 0 to 1
 */
public record Evidence(String category, double confidence) {
  Evidence times(double factor) {
    return new Evidence(category, confidence * factor);
  }

  /** More of it: what speaks for it in two ways is surer than either. */
  Evidence and(double more) {
    return new Evidence(category, 1 - (1 - confidence) * (1 - more));
  }
}
