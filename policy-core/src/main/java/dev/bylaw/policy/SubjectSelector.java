package dev.bylaw.policy;

import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which subjects are meant: all that is said must be met. Immutable. */
public final class SubjectSelector {
  private static final Set<String> EVERYTHING = Set.of("*", "**", "**/*");

  private final Optional<SubjectKind> kind;
  private final Optional<String> product;
  private final Optional<String> domain;
  private final Optional<String> environment;
  private final Optional<Glob> path;
  private final Optional<Glob> name;
  private final Map<String, String> labels;

  SubjectSelector(
      Optional<SubjectKind> kind,
      Optional<String> product,
      Optional<String> domain,
      Optional<String> environment,
      Optional<Glob> path,
      Optional<Glob> name,
      Map<String, String> labels) {
    this.kind = kind;
    this.product = product;
    this.domain = domain;
    this.environment = environment;
    this.path = path;
    this.name = name;
    this.labels = Map.copyOf(labels);
  }

  /** Whether a subject is meant. */
  public boolean matches(Subject s) {
    return isAt(s)
        && kind.map(s.kind()::equals).orElse(true)
        && isOrEmpty(environment, s.environment())
        && path.map(g -> g.matches(s.path())).orElse(true)
        && name.map(g -> g.matches(s.name())).orElse(true)
        && labels.entrySet().stream()
            .allMatch(l -> l.getValue().equals(s.labels().get(l.getKey())));
  }

  /** Whether a subject is in the product and the domain that are meant. */
  public boolean isAt(Subject s) {
    return isOrEmpty(product, s.product()) && isOrEmpty(domain, s.domain());
  }

  private static boolean isOrEmpty(Optional<String> wanted, Optional<String> found) {
    return wanted.isEmpty() || wanted.equals(found);
  }

  /** Whether it names a product, a path or a name. */
  boolean isNarrow() {
    return product.isPresent() || isNarrow(path) || isNarrow(name);
  }

  private static boolean isNarrow(Optional<Glob> glob) {
    return glob.isPresent() && !EVERYTHING.contains(glob.get().text());
  }

  /** The domain that is meant, if one is. */
  Optional<String> domain() {
    return domain;
  }
}
