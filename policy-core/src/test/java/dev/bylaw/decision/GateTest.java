package dev.bylaw.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.decision.Gate.Replacement.Refused;
import dev.bylaw.decision.Gate.Replacement.Replaced;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Subject SMALL = Mini.warehouse("w.json", "{\"size\": \"Small\"}");
  private static final PolicyEngine SMALL_ONLY = only("Small");
  private static final PolicyEngine LARGE_ONLY = only("Large");

  private final Gate gate = new Gate(SMALL_ONLY);

  private static PolicyEngine only(String size) {
    return Mini.engine(
        "package p\n\ndeny contains \"not %s\" if input.warehouse.size != \"%s\"\n"
            .formatted(size, size));
  }

  private boolean isAllowed() {
    return gate.decide(SMALL, EnforcementPoint.PROVISION).isAllowed();
  }

  @Test
  void aSetIsReplaced() {
    assertThat(isAllowed()).isTrue();
    Gate.Replacement done = gate.replace(() -> LARGE_ONLY);
    assertThat(done)
        .isEqualTo(
            new Replaced(
                Decision.SetId.of(SMALL_ONLY.policySet()),
                Decision.SetId.of(LARGE_ONLY.policySet())));
    assertThat(isAllowed()).isFalse();
  }

  @Test
  void aBadSetIsRefusedAndTheOldOneStays() {
    Gate.Replacement done = gate.replace(() -> Mini.engine("package p\n\ndeny contains if {"));
    assertThat(done)
        .isInstanceOfSatisfying(
            Refused.class,
            r -> {
              assertThat(r.stays()).isEqualTo(Decision.SetId.of(SMALL_ONLY.policySet()));
              assertThat(r.reasons())
                  .first()
                  .asString()
                  .contains("p.rego:3:")
                  .contains("rego_parse_error");
            });
    assertThat(isAllowed()).isTrue();
  }

  @Test
  void aLoaderThatThrowsChangesNothing() {
    Gate.Replacement done =
        gate.replace(
            () -> {
              throw new IllegalStateException("the disk is gone");
            });
    assertThat(done)
        .isInstanceOfSatisfying(
            Refused.class,
            r -> assertThat(r.reasons()).singleElement().asString().contains("the disk is gone"));
    assertThat(isAllowed()).isTrue();
  }

  @Test
  void everyDecisionIsOfOneSet() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    AtomicBoolean stop = new AtomicBoolean();
    Callable<Integer> asking =
        () -> {
          int asked = 0;
          while (!stop.get() || asked == 0) {
            Decision d = gate.decide(SMALL, EnforcementPoint.PROVISION);
            boolean small = d.policySet().revision().equals(SMALL_ONLY.policySet().revision());
            assertThat(d.isAllowed()).isEqualTo(small);
            assertThat(d.errors()).isEmpty();
            asked++;
          }
          return asked;
        };
    List<Future<Integer>> asked = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      asked.add(threads.submit(asking));
    }
    for (int i = 0; i < 2_000; i++) {
      PolicyEngine next = i % 2 == 0 ? LARGE_ONLY : SMALL_ONLY;
      gate.replace(() -> next);
    }
    stop.set(true);
    for (Future<Integer> f : asked) {
      assertThat(f.get()).isPositive();
    }
    threads.shutdown();
  }
}
