package dev.bylaw.rules.mapping;

import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.document.Reading;
import dev.bylaw.subject.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A list of what all the paths lead to, each value once. */
record Listed(String target, Paths paths) implements Rule {
  @Override
  public Optional<Located.Entry> from(Node node, Reading at) {
    List<Holder> holders = Holder.all(paths.all(), node, new Walk(node, at));
    Map<RegoValue, Located> values = new LinkedHashMap<>();
    for (Holder holder : holders) {
      for (Node member : holder.members()) {
        values.putIfAbsent(member.value().value(), member.value());
      }
    }
    return Holder.list(holders, List.copyOf(values.values()));
  }

  @Override
  public Stream<Row> rows(Set<Mapping> outer) {
    return Stream.of(new Row(target + "[]", paths.toString(), "", true));
  }
}
