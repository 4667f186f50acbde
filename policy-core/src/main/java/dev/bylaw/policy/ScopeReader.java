package dev.bylaw.policy;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.subject.Located;
import java.util.Optional;

/** Reads the name of a scope: {@code DOMAIN}, {@code DOMAIN/PRODUCT} or the organisation's. */
record ScopeReader(Fields fields, Territory territory) {
  Optional<Scope> read(Located value) {
    if (!(value.value() instanceof RegoString text)) {
      fields.problem(
          SetManifest.CODE,
          value.span(),
          "found " + value.value().typeName() + ", expected a domain, or DOMAIN/PRODUCT");
      return Optional.empty();
    }
    Optional<Scope> scope = scope(text.value());
    if (scope.isEmpty()) {
      fields.problem(
          SetManifest.CODE,
          value.span(),
          "found the scope " + text.value() + ", expected a domain, or DOMAIN/PRODUCT");
    }
    if (scope.isPresent() && !territory.contains(scope.get())) {
      String domain = scope.get().domain().orElse("");
      String hint =
          Fields.closest(domain, territory.domains())
              .map(d -> "; did you mean " + d + "?")
              .orElse("");
      fields.problem(
          SetManifest.CODE,
          value.span(),
          "found the domain %s, expected one of: %s%s"
              .formatted(domain, String.join(", ", territory.domains()), hint));
      return Optional.empty();
    }
    return scope;
  }

  private Optional<Scope> scope(String text) {
    if (text.equals("organisation") || territory.organisation().equals(Optional.of(text))) {
      return Optional.of(Scope.ORGANISATION);
    }
    int slash = text.indexOf('/');
    String domain = slash < 0 ? text : text.substring(0, slash);
    String product = slash < 0 ? "" : text.substring(slash + 1);
    if (domain.isBlank() || (slash >= 0 && product.isBlank())) {
      return Optional.empty();
    }
    return Optional.of(slash < 0 ? Scope.domain(domain) : Scope.product(domain, product));
  }
}
