package dev.bylaw.rego.ast;

import java.util.Set;

/**
 * The Rego that a text is written in.
 *
 * @param keywords words that are keywords without an import, for example {@code and}; those of the
 *     version need not be named
 * @param importable words that {@code import future.keywords} may make keywords
 * @param templateStrings whether <code>$"{x}"</code> is allowed
 */
public record Dialect(
    RegoVersion version, Set<String> keywords, Set<String> importable, boolean templateStrings) {
  private static final Set<String> FUTURE =
      Set.of("and", "contains", "every", "if", "in", "not", "or");

  public Dialect {
    keywords = Set.copyOf(keywords);
    importable = Set.copyOf(importable);
  }

  /** All that OPA 1.20 offers for a version. */
  public static Dialect of(RegoVersion version) {
    return new Dialect(version, Set.of(), FUTURE, version == RegoVersion.V1);
  }

  /** The same with keywords that need no import. */
  public Dialect withKeywords(Set<String> words) {
    return new Dialect(version, words, importable, templateStrings);
  }
}
