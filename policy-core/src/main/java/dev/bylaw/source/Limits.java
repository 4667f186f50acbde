package dev.bylaw.source;

/**
 * What an input may cost before it is refused. All inclusive.
 *
 * @param maxBytes of one file
 * @param maxNesting of containers in a document, or of brackets in a program
 * @param maxAliases uses of YAML anchors in one file
 */
public record Limits(int maxBytes, int maxNesting, int maxAliases) {
  /** 20 MiB, 200 levels, 100 aliases. */
  public static final Limits DEFAULT = new Limits(20 * 1024 * 1024, 200, 100);

  public Limits {
    if (maxBytes < 1 || maxNesting < 1 || maxAliases < 0) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
