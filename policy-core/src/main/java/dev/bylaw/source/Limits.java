package dev.bylaw.source;

/**
 * What an input may cost before it is refused. All inclusive.
 *
 * @param maxBytes of one file
 * @param maxNesting of containers in a document, or of brackets in a program
 * @param maxAliases uses of YAML anchors in one file
 * @param maxValues keys and values of one document file, with every alias replaced
 */
public record Limits(int maxBytes, int maxNesting, int maxAliases, int maxValues) {
  /** 20 MiB, 200 levels, 100 aliases, 1,000,000 values. */
  public static final Limits DEFAULT = new Limits(20 * 1024 * 1024, 200, 100, 1_000_000);

  /**
   * Of a file with subjects, such as a manifest: 64 MiB, 200 levels, 100 aliases, 10,000,000
   * values.
   */
  public static final Limits DOCUMENT = new Limits(64 * 1024 * 1024, 200, 100, 10_000_000);

  public Limits {
    if (maxBytes < 1 || maxNesting < 1 || maxAliases < 0 || maxValues < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
