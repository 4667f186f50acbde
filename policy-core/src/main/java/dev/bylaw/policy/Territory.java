package dev.bylaw.policy;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.subject.Subject;
import java.util.List;
import java.util.Optional;

/**
 * The organisation that a set is for.
 *
 * @param domains empty for any
 */
record Territory(Optional<String> organisation, List<String> domains) {
  static final Territory ANY = new Territory(Optional.empty(), List.of());

  Territory {
    domains = List.copyOf(domains);
  }

  /** Whether there is such a scope. */
  boolean contains(Scope scope) {
    return domains.isEmpty() || scope.domain().map(domains::contains).orElse(true);
  }

  Optional<Diagnostic> problem(Subject subject) {
    boolean lost =
        subject.domain().isPresent() ? !contains(Scope.of(subject)) : subject.product().isPresent();
    return lost && !domains.isEmpty()
        ? Optional.of(
            Diagnostic.error(
                "scope_unknown",
                subject.input().span(),
                "found %s for %s, expected one of the domains of the policy set: %s"
                    .formatted(
                        subject.domain().map(d -> "the domain " + d).orElse("no domain"),
                        subject.path(),
                        String.join(", ", domains))))
        : Optional.empty();
  }
}
