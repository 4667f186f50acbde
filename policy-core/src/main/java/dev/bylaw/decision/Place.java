package dev.bylaw.decision;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a finding points: a path into the input and the value it leads to, if it leads to one.
 *
 * @param path into {@code input}
 */
record Place(Subject subject, List<RegoValue> path) {
  Place {
    path = List.copyOf(path);
  }

  /**
   * Chooses the place: what the policy names with {@code at}, a path or a value; else what its rule
   * read last of the subject; empty where it read nothing itself.
   */
  static Optional<Place> of(Subject subject, List<List<RegoValue>> reads, Optional<RegoValue> at) {
    return at.flatMap(a -> named(subject, reads, a)).or(() -> read(subject, reads));
  }

  static Place whole(Subject subject) {
    return new Place(subject, List.of(RegoString.of(subject.kind().word())));
  }

  private static Optional<Place> named(Subject subject, List<List<RegoValue>> reads, RegoValue at) {
    if (at instanceof RegoArray array && isPath(subject, array)) {
      return Optional.of(new Place(subject, array.toList()));
    }
    for (int i = reads.size() - 1; i >= 0; i--) {
      for (int length = reads.get(i).size(); length > 1; length--) {
        List<RegoValue> path = reads.get(i).subList(0, length);
        if (subject.input().find(path).filter(l -> l.value().equals(at)).isPresent()) {
          return Optional.of(new Place(subject, path));
        }
      }
    }
    RegoValue kind = RegoString.of(subject.kind().word());
    List<RegoValue> trail = new ArrayList<>(List.of(kind));
    return subject.input().child(kind).flatMap(l -> search(subject, l, at, trail));
  }

  private static boolean isPath(Subject subject, RegoArray array) {
    boolean keys =
        array.toList().stream().allMatch(k -> k instanceof RegoString || k instanceof RegoNumber);
    return keys && array.size() > 0 && subject.input().child(array.get(0)).isPresent();
  }

  /** The first value in document order that equals the one sought. */
  private static Optional<Place> search(
      Subject subject, Located in, RegoValue sought, List<RegoValue> trail) {
    if (in.value().equals(sought)) {
      return Optional.of(new Place(subject, trail));
    }
    Optional<Place> found = Optional.empty();
    if (in instanceof Located.Object object) {
      for (String key : object.entries().keySet()) {
        found = found.or(() -> below(subject, in, RegoString.of(key), sought, trail));
      }
    } else if (in instanceof Located.Array array) {
      for (int i = 0; i < array.elements().size() && found.isEmpty(); i++) {
        found = below(subject, in, RegoNumber.of(i), sought, trail);
      }
    }
    return found;
  }

  private static Optional<Place> below(
      Subject subject, Located in, RegoValue key, RegoValue sought, List<RegoValue> trail) {
    trail.add(key);
    Optional<Place> found = in.child(key).flatMap(c -> search(subject, c, sought, trail));
    trail.remove(trail.size() - 1);
    return found;
  }

  private static Optional<Place> read(Subject subject, List<List<RegoValue>> reads) {
    for (int i = reads.size() - 1; i >= 0; i--) {
      List<RegoValue> path = reads.get(i);
      if (path.size() > 1 && isContent(subject, path.get(0))) {
        return Optional.of(new Place(subject, path));
      }
    }
    return Optional.empty();
  }

  /** Not who the subject is, but what it says. */
  private static boolean isContent(Subject subject, RegoValue first) {
    return subject.input().child(first).isPresent() && !first.equals(RegoString.of("subject"));
  }

  /** The value, where there is one. */
  Optional<Located> value() {
    return subject.input().find(path);
  }

  /**
   * What to show: a scalar itself, for a container the key in front of it, for something absent
   * what should hold it.
   */
  Span span() {
    Located at = subject.input();
    Span span = opening(at);
    for (RegoValue key : path) {
      Optional<Located> next = at.child(key);
      if (next.isEmpty()) {
        return span;
      }
      Span keySpan =
          at instanceof Located.Object object && key instanceof RegoString name
              ? object.keySpan(name.value()).orElse(span)
              : next.get().span();
      at = next.get();
      boolean hasKey = !keySpan.equals(at.span());
      span = at instanceof Located.Scalar ? at.span() : hasKey ? keySpan : opening(at);
    }
    return span;
  }

  /** The first thing that a container holds, or the container where it holds nothing. */
  private static Span opening(Located container) {
    Span whole = container.span();
    if (container instanceof Located.Object object) {
      return object.entries().values().stream()
          .map(Located.Entry::keySpan)
          .filter(s -> s.source() == whole.source() && s.start() >= whole.start())
          .filter(s -> s.end() <= whole.end() && s.end() > s.start())
          .min(Comparator.comparingInt(Span::start))
          .filter(s -> !s.equals(whole))
          .orElse(whole);
    }
    return whole;
  }

  /** As Rego writes a reference. */
  static String text(List<RegoValue> path) {
    StringBuilder out = new StringBuilder("input");
    for (RegoValue key : path) {
      if (key instanceof RegoString name && isName(name.value())) {
        out.append('.').append(name.value());
      } else {
        out.append('[').append(key).append(']');
      }
    }
    return out.toString();
  }

  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128 || !(c == '_' || Character.isLetterOrDigit(c))) {
        return false;
      }
    }
    return !text.isEmpty() && !Character.isDigit(text.charAt(0));
  }

  /** As a JSON pointer into {@code input}. */
  String pointer() {
    StringBuilder out = new StringBuilder();
    for (RegoValue key : path) {
      String name = key instanceof RegoString s ? s.value() : key.toString();
      out.append('/').append(name.replace("~", "~0").replace("/", "~1"));
    }
    return out.toString();
  }

  /** The path with names instead of positions, which insertions do not change. */
  String symbolic() {
    StringBuilder out = new StringBuilder();
    Located at = subject.input();
    for (RegoValue key : path) {
      Optional<Located> next = at.child(key);
      Optional<RegoValue> name =
          key instanceof RegoNumber
              ? next.flatMap(n -> n.child(RegoString.of("name"))).map(Located::value)
              : Optional.empty();
      out.append('/').append(name.orElse(key));
      if (next.isPresent()) {
        at = next.get();
      }
    }
    return out.toString();
  }
}
