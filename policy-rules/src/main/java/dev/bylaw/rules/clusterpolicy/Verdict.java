package dev.bylaw.rules.clusterpolicy;

import dev.bylaw.source.Span;
import java.util.Optional;

/**
 * What a rule says of a cluster.
 *
 * @param path of the attribute that was judged
 * @param reason in words; of every outcome
 * @param place of the value; empty where there is none
 */
public record Verdict(Outcome outcome, String path, String reason, Optional<Span> place) {
  /** Whether the attribute complies. */
  public enum Outcome {
    PASS,
    FAIL,
    /** It cannot be told before the cluster is made. */
    NOT_EVALUATED
  }
}
