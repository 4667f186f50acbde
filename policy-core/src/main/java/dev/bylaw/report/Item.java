package dev.bylaw.report;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A finding as it may be shown.
 *
 * @param because the paths into the input that the policy read
 * @param repair a fix that works, unless it would show a secret
 * @param excuse present where it is waived
 * @param frames makes the line that is meant and a little around it, for formats that show it
 */
record Item(
    State state,
    Severity severity,
    Rule rule,
    String message,
    Target target,
    Region region,
    Supplier<Frame> frames,
    Optional<RegoValue> found,
    Optional<RegoValue> wanted,
    List<String> because,
    Optional<RegoValue> details,
    Optional<Repair> repair,
    String fingerprint,
    Optional<Excuse> excuse) {
  Item {
    because = List.copyOf(because);
  }

  Frame frame() {
    return frames.get();
  }

  /** What became of a finding. */
  enum State {
    OPEN,
    /** Somebody excepted it. */
    WAIVED,
    /** The baseline has it. */
    KNOWN
  }

  /**
   * Why a finding is waived.
   *
   * @param reason in the words of a waiver, or of a comment in the subject
   * @param waiver who granted it until when; empty for a comment
   * @param place of the waiver or the comment
   */
  record Excuse(String reason, Optional<Granted> waiver, Region place) {
    /** In one line. */
    String text() {
      return waiver.map(w -> w + ": " + reason).orElse(reason);
    }
  }

  /** Who granted a waiver. */
  record Granted(String approver, String ticket, LocalDate expires) {
    @Override
    public String toString() {
      return "until %s, by %s (%s)".formatted(expires, approver, ticket);
    }
  }

  /** The subject of a finding. */
  record Target(
      String kind,
      String name,
      String path,
      Optional<String> product,
      Optional<String> domain,
      Optional<String> environment) {}

  /** A value as people read it: a text without quotes. */
  static String text(RegoValue value) {
    return value instanceof RegoString s && !s.value().isEmpty() ? s.value() : value.toString();
  }
}
