package dev.bylaw.policy;

import dev.bylaw.subject.Subject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where policies are assigned: the organisation, one of its domains, or a product of a domain.
 *
 * @param domain empty for the organisation
 * @param product empty for the organisation and for a domain
 */
public record Scope(Optional<String> domain, Optional<String> product) {
  public static final Scope ORGANISATION = new Scope(Optional.empty(), Optional.empty());

  public Scope {
    if (domain.isEmpty() && product.isPresent()) {
      throw new IllegalArgumentException("a product is in a domain");
    }
  }

  public static Scope domain(String domain) {
    return new Scope(Optional.of(domain), Optional.empty());
  }

  public static Scope product(String domain, String product) {
    return new Scope(Optional.of(domain), Optional.of(product));
  }

  /** Where a subject is; of a subject without a domain nothing but the organisation is known. */
  public static Scope of(Subject subject) {
    return subject.domain().isEmpty()
        ? ORGANISATION
        : new Scope(subject.domain(), subject.product());
  }

  /** Whether this is the other scope or one above it. */
  public boolean covers(Scope other) {
    return domain.isEmpty()
        || (domain.equals(other.domain) && (product.isEmpty() || product.equals(other.product)));
  }

  /** 0 for the organisation, 1 for a domain, 2 for a product. */
  public int depth() {
    return domain.isEmpty() ? 0 : product.isEmpty() ? 1 : 2;
  }

  /** Written out, as {@link #hashCode}: what records link for it takes longest in a fresh JVM. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Scope s && domain.equals(s.domain) && product.equals(s.product);
  }

  @Override
  public int hashCode() {
    return domain.hashCode() * 31 + product.hashCode();
  }

  /** {@code organisation}, {@code DOMAIN} or {@code DOMAIN/PRODUCT}. */
  @Override
  public String toString() {
    return domain.map(d -> d + product.map(p -> "/" + p).orElse("")).orElse("organisation");
  }
}
