package dev.bylaw.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a policy is rolled out, as it was assigned.
 *
 * @param until the last day of grace; present with {@link LifeCycle#GRACE} alone
 */
public record Rollout(LifeCycle state, Optional<LocalDate> until) {
  public static final Rollout ENFORCED = of(LifeCycle.ENFORCED);

  private static final List<LifeCycle> FROM_WEAK =
      List.of(
          LifeCycle.RETIRED,
          LifeCycle.DRAFT,
          LifeCycle.OBSERVE,
          LifeCycle.GRACE,
          LifeCycle.ENFORCED);

  /** The stronger one is the larger; of two with grace, the one that ends earlier. */
  static final Comparator<Rollout> STRENGTH =
      Comparator.comparingInt((Rollout r) -> FROM_WEAK.indexOf(r.state))
          .thenComparing(r -> r.until.orElse(LocalDate.MAX), Comparator.reverseOrder());

  public Rollout {
    if ((state == LifeCycle.GRACE) != until.isPresent()) {
      throw new IllegalArgumentException("grace, and nothing else, has a last day");
    }
  }

  /** Of a state without a date. */
  public static Rollout of(LifeCycle state) {
    return new Rollout(state, Optional.empty());
  }

  /** The state is {@link LifeCycle#GRACE}. */
  public static Rollout graceUntil(LocalDate last) {
    return new Rollout(LifeCycle.GRACE, Optional.of(last));
  }

  /** The state on a day: grace that is over is enforced. */
  public LifeCycle on(LocalDate day) {
    return until.isPresent() && day.isAfter(until.get()) ? LifeCycle.ENFORCED : state;
  }

  /** {@code observe}, or {@code grace until 2027-03-31}. */
  @Override
  public String toString() {
    return state.name().toLowerCase(Locale.ROOT) + until.map(d -> " until " + d).orElse("");
  }
}
