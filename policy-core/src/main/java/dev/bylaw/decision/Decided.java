package dev.bylaw.decision;

import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.subject.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the elements of a policy at one subject come from. For one thread. */
final class Decided {
  private final Subject subject;
  private final Explainer explainer;
  private @Nullable Map<RegoValue, Decisive> decisive;

  Decided(Subject subject, Explainer explainer) {
    this.subject = subject;
    this.explainer = explainer;
  }

  Subject subject() {
    return subject;
  }

  /**
   * What the policy names; else what its rule read last; else what decided in the rules that it
   * asked, for which it is evaluated once more; else the subject as a whole.
   */
  Place place(RegoValue element, List<List<RegoValue>> reads, Optional<RegoValue> at) {
    return Place.of(subject, reads, at)
        .or(() -> decisive(element).map(d -> new Place(subject, d.path())))
        .orElseGet(() -> Place.whole(subject));
  }

  private Optional<Decisive> decisive(RegoValue element) {
    if (decisive == null) {
      decisive = explainer.decisive(subject);
    }
    return Optional.ofNullable(decisive.get(element));
  }
}
