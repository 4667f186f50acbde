package dev.bylaw.decision;

import dev.bylaw.decision.Decision.SetId;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Decides for a service that runs for long, while its policy set is replaced. Each decision is made
 * by one set as a whole: the one that was in force when it began. Thread-safe.
 *
 * <pre>{@code
 * Gate gate = new Gate(new PolicyEngine(PolicySetLoader.load(folder)));
 * Decision decision = gate.decide(subject, EnforcementPoint.PROVISION);
 * gate.replace(() -> new PolicyEngine(PolicySetLoader.load(folder)));
 * }</pre>
 */
public final class Gate {
  private volatile PolicyEngine engine;
  private final Object replacing = new Object();
  private final Map<SubjectKind, Asked> last = new ConcurrentHashMap<>();

  public Gate(PolicyEngine engine) {
    this.engine = Objects.requireNonNull(engine, "engine");
  }

  private record Asked(Subject subject, EnforcementPoint point) {}

  /** What became of an attempt to replace the policy set. */
  public sealed interface Replacement {
    /** From now on decisions are made by the new set. */
    record Replaced(SetId before, SetId now) implements Replacement {}

    /**
     * The new set cannot be used.
     *
     * @param stays the set that goes on to decide
     * @param reasons never empty
     */
    record Refused(SetId stays, List<Diagnostic> reasons) implements Replacement {
      public Refused {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /** The engine in force, for several questions to one set. */
  public PolicyEngine engine() {
    return engine;
  }

  /** Decides on one subject. */
  public Decision decide(Subject subject, EnforcementPoint point) {
    last.put(subject.kind(), new Asked(subject, point));
    return engine.decide(List.of(subject), point);
  }

  /**
   * Replaces the policy set, or keeps it where the new one cannot be loaded. Decisions go on
   * meanwhile. One replacement waits for another. Before the new set is in force it judges the last
   * subject of each kind once, so that its rules are planned when they are needed.
   *
   * @param loading runs in the calling thread
   */
  public Replacement replace(Supplier<PolicyEngine> loading) {
    synchronized (replacing) {
      SetId before = SetId.of(engine.policySet());
      try {
        PolicyEngine next = Objects.requireNonNull(loading.get(), "an engine");
        last.values().forEach(a -> next.decide(List.of(a.subject()), a.point()));
        engine = next;
        return new Replacement.Replaced(before, SetId.of(next.policySet()));
      } catch (InputException e) {
        return new Replacement.Refused(before, e.diagnostics());
      } catch (RuntimeException e) {
        // where the set comes from is foreign code: the service goes on whatever it throws
        String text = "the policy set cannot be loaded: " + e;
        return new Replacement.Refused(
            before, List.of(Diagnostic.error("policy_set_unusable", text)));
      }
    }
  }
}
