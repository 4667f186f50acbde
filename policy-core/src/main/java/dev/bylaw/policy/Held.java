package dev.bylaw.policy;

import dev.bylaw.rego.RegoProgram;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds for subjects of one kind in one place; keeps the answer for one day. Thread-safe. */
final class Held {
  private final List<Terms> terms;
  private final RegoProgram program;
  private volatile @Nullable Answer last; // on first use; a race works it out twice

  private record Answer(LocalDate day, List<AssignedPolicy> policies) {}

  Held(List<Terms> terms, RegoProgram program) {
    this.terms = terms;
    this.program = program;
  }

  List<AssignedPolicy> on(LocalDate day) {
    Answer known = last;
    if (known == null || !known.day().equals(day)) {
      known = answer(day);
      last = known;
    }
    return known.policies();
  }

  private Answer answer(LocalDate day) {
    List<AssignedPolicy> policies = new ArrayList<>();
    for (Terms each : terms) {
      if (each.state().value().state() != LifeCycle.RETIRED) {
        policies.add(assigned(each, day));
      }
    }
    return new Answer(day, List.copyOf(policies));
  }

  private AssignedPolicy assigned(Terms t, LocalDate day) {
    Rollout rollout = t.state().value();
    return new AssignedPolicy(
        t.policy().withSeverity(t.severity().value()),
        t.scope(),
        rollout,
        rollout.on(day),
        t.actions(),
        t.override().value(),
        t.values(),
        program,
        t.place());
  }
}
