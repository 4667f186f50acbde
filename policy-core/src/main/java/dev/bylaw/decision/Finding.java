package dev.bylaw.decision;

import dev.bylaw.policy.Policy;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Severity;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One violation.
 *
 * @param severity at the enforcement point; never worse than the policy's
 * @param span the value that is meant; for something absent, where it should stand
 * @param pointer JSON pointer into {@code input} of what is meant, present or absent; of the
 *     subject's document where a check in Java gave a span alone
 * @param found the value at the place, or what the policy says was found
 * @param wanted what the policy says would comply
 * @param because the values of the input that the policy looked at, in its order
 * @param details what the policy adds for machines
 * @param proposal what the policy proposes to do about it, not tried; see docs/fixes.md
 * @param fix edits that mend it, tried by {@link Fixes}
 * @param fingerprint the same for the same violation after lines were moved or inserted; 32
 *     hexadecimal digits
 */
public record Finding(
    Policy policy,
    Severity severity,
    String message,
    Subject subject,
    Span span,
    String pointer,
    Optional<RegoValue> found,
    Optional<RegoValue> wanted,
    List<Because> because,
    Optional<RegoValue> details,
    Optional<RegoValue> proposal,
    Optional<Fix> fix,
    String fingerprint) {
  /** By file, place, policy and message. */
  public static final Comparator<Finding> BY_PLACE =
      Comparator.comparing((Finding f) -> f.span.source().name())
          .thenComparingInt(f -> f.span.start())
          .thenComparing(f -> f.policy.id())
          .thenComparing(Finding::message)
          .thenComparing(f -> f.subject.kind())
          .thenComparing(Finding::fingerprint);

  public Finding {
    because = List.copyOf(because);
  }

  /** The same finding, which says what would comply. */
  Finding withWanted(Optional<RegoValue> wish) {
    return new Finding(
        policy,
        severity,
        message,
        subject,
        span,
        pointer,
        found,
        wish,
        because,
        details,
        proposal,
        fix,
        fingerprint);
  }

  /** The same finding with a fix that works. */
  Finding withFix(Optional<Fix> works) {
    return new Finding(
        policy,
        severity,
        message,
        subject,
        span,
        pointer,
        found,
        wanted,
        because,
        details,
        proposal,
        works,
        fingerprint);
  }

  /**
   * A value that the policy read.
   *
   * @param path as Rego writes it, for example {@code input.sql.tables[0].name}
   * @param span where it stands, or the nearest value around it where it is absent
   */
  public record Because(String path, Span span) {}
}
