package dev.bylaw.rules.sql;

import dev.bylaw.rules.sql.dialect.Dialect;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A comment that names the dialect of a script: {@code -- bylaw:dialect postgresql}. */
record DialectComment(Dialect dialect, Optional<Diagnostic> problem) {
  private static final String SIGN = "bylaw:dialect";

  static DialectComment in(List<Span> comments) {
    return comments.stream()
        .filter(comment -> Suppressions.words(comment.text()).startsWith(SIGN))
        .findFirst()
        .map(DialectComment::of)
        .orElse(new DialectComment(Dialect.DATABRICKS, Optional.empty()));
  }

  private static DialectComment of(Span comment) {
    String word = Suppressions.words(comment.text()).substring(SIGN.length()).strip();
    Optional<Dialect> dialect = Dialect.of(word);
    Optional<Diagnostic> problem =
        dialect.isPresent() ? Optional.empty() : Optional.of(unknown(comment, word));
    return new DialectComment(dialect.orElse(Dialect.DATABRICKS), problem);
  }

  private static Diagnostic unknown(Span comment, String word) {
    String known =
        Arrays.stream(Dialect.values()).map(Dialect::word).collect(Collectors.joining(", "));
    return Diagnostic.error(
        "sql_dialect", comment, "found the dialect " + word + ", expected one of: " + known);
  }
}
