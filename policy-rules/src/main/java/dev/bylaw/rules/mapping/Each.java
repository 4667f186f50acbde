package dev.bylaw.rules.mapping;

import dev.bylaw.rules.document.Reading;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A list of objects, one for each member.
 *
 * @param together whether all paths count, and not only the first that leads somewhere
 */
record Each(String target, Supplier<Mapping> element, boolean together, Paths paths)
    implements Rule {
  @Override
  public Optional<Located.Entry> from(Node node, Reading at) {
    Walk walk = new Walk(node, at);
    List<Holder> fitting = new ArrayList<>();
    List<Holder> others = new ArrayList<>();
    for (Path path : paths.all()) {
      if ((together || fitting.isEmpty()) && !hasScalar(others)) {
        for (Holder holder : Holder.of(path, node, walk)) {
          (holder.fits() ? fitting : others).add(holder);
        }
      }
    }
    if (fitting.isEmpty()) {
      return others.isEmpty() ? Optional.empty() : Optional.of(others.get(0).node().entry());
    }
    return Holder.list(fitting, elements(fitting, at));
  }

  private static boolean hasScalar(List<Holder> holders) {
    for (Holder holder : holders) {
      if (holder.node().isScalar()) {
        return true;
      }
    }
    return false;
  }

  /** An element that is no object is left out later, so that it has no index. */
  private List<Located> elements(List<Holder> holders, Reading at) {
    List<Located> elements = new ArrayList<>();
    int objects = 0;
    for (Holder holder : holders) {
      for (Node member : holder.members()) {
        Located read = element.get().value(member, at.below(objects));
        objects += read instanceof Located.Object ? 1 : 0;
        elements.add(read);
      }
    }
    return elements;
  }

  @Override
  public Stream<Row> rows(Set<Mapping> outer) {
    return Mapping.rows(new Row(target + "[]", paths.toString(), "", true), element.get(), outer);
  }
}
