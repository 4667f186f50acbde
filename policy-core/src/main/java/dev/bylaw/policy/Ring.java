package dev.bylaw.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.Set;

/**
 * The products that a roll-out reaches first: those that are named, and a share of all others. The
 * share goes by a hash of the product's name, so that a product stays in a ring that grows.
 *
 * @param percent from 0 to 100
 */
record Ring(Set<String> products, int percent) {
  Ring {
    products = Set.copyOf(products);
  }

  boolean contains(Optional<String> product) {
    return percent == 100
        || product.filter(p -> products.contains(p) || share(p) < percent).isPresent();
  }

  /** From 0 to 99. */
  private static int share(String product) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(product.getBytes(StandardCharsets.UTF_8));
      int number = (hash[0] & 0x7f) << 16 | (hash[1] & 0xff) << 8 | (hash[2] & 0xff);
      return number % 100;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Whether every product of the other ring is in this one. */
  boolean includes(Ring other) {
    return percent >= other.percent && (percent == 100 || products.containsAll(other.products));
  }
}
