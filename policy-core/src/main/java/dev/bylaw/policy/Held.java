package dev.bylaw.policy;

import dev.bylaw.rego.RegoProgram;
import java.time.LocalDate;
import java.util.List;

/** What holds for subjects of one kind in one place; keeps the answer for one day. Thread-safe. */
final class Held {
  private final List<Terms> terms;
  private final RegoProgram program;
  private volatile Answer last;

  private record Answer(LocalDate day, List<AssignedPolicy> policies) {}

  Held(List<Terms> terms, RegoProgram program) {
    this.terms = terms;
    this.program = program;
    this.last = answer(LocalDate.EPOCH);
  }

  List<AssignedPolicy> on(LocalDate day) {
    Answer known = last;
    if (!known.day().equals(day)) {
      known = answer(day);
      last = known;
    }
    return known.policies();
  }

  private Answer answer(LocalDate day) {
    return new Answer(
        day,
        terms.stream()
            .filter(t -> t.state().value().state() != LifeCycle.RETIRED)
            .map(t -> assigned(t, day))
            .toList());
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
