package dev.bylaw.policy;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may let a subject through although a policy denies it.
 *
 * @param approvers of {@link Kind#OVERRIDABLE}: the only ones who may grant it; empty for everyone
 *     whose scope covers the policy's
 */
public record OverrideLevel(Kind kind, Set<String> approvers) {
  /** Everyone whose scope covers the policy's may grant a waiver. */
  public static final OverrideLevel OVERRIDABLE = new OverrideLevel(Kind.OVERRIDABLE, Set.of());

  public static final OverrideLevel ADVISORY = new OverrideLevel(Kind.ADVISORY, Set.of());
  public static final OverrideLevel HARD = new OverrideLevel(Kind.HARD, Set.of());

  /** From weak to strong. */
  public enum Kind {
    /** The policy never blocks. */
    ADVISORY,
    /** A named approver may grant a waiver, which is recorded. */
    OVERRIDABLE,
    /** There are no waivers. */
    HARD
  }

  public OverrideLevel {
    approvers = Set.copyOf(approvers);
    if (kind != Kind.OVERRIDABLE && !approvers.isEmpty()) {
      throw new IllegalArgumentException("only what is overridable has approvers");
    }
  }

  /** By these approvers alone. */
  public static OverrideLevel by(Set<String> approvers) {
    return new OverrideLevel(Kind.OVERRIDABLE, approvers);
  }

  /** The level that is at least as strict as both; approvers must be named by both. */
  OverrideLevel and(OverrideLevel other) {
    if (kind != other.kind || approvers.isEmpty() || other.approvers.isEmpty()) {
      boolean mine =
          kind == other.kind ? other.approvers.isEmpty() : kind.compareTo(other.kind) > 0;
      return mine ? this : other;
    }
    Set<String> both = new TreeSet<>(approvers);
    both.retainAll(other.approvers);
    return both.isEmpty() ? HARD : by(both);
  }

  /** {@code hard}, or {@code overridable by cto, dpo}. */
  @Override
  public String toString() {
    String by = approvers.isEmpty() ? "" : " by " + String.join(", ", new TreeSet<>(approvers));
    return kind.name().toLowerCase(Locale.ROOT) + by;
  }
}
