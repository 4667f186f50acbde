package dev.bylaw.policy;

import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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

  /** As people say it, such as {@code product orders, path sql/**}; what is not said is absent. */
  @Override
  public String toString() {
    Map<String, Optional<String>> said = new LinkedHashMap<>();
    said.put("kind", kind.map(SubjectKind::word));
    said.put("domain", domain);
    said.put("product", product);
    said.put("environment", environment);
    said.put("path", path.map(Glob::text));
    said.put("name", name.map(Glob::text));
    new TreeMap<>(labels).forEach((key, value) -> said.put("label " + key, Optional.of(value)));
    List<String> out = new ArrayList<>();
    said.forEach((what, value) -> value.ifPresent(v -> out.add(what + " " + v)));
    return out.isEmpty() ? "all subjects" : String.join(", ", out);
  }

  /** The domain that is meant, if one is. */
  Optional<String> domain() {
    return domain;
  }
}
