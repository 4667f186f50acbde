package dev.bylaw.rego.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Generated text as a tree that knows which of its parts can be left out or made simpler. */
sealed interface Piece {
  /** Text as it is. */
  record Text(String text) implements Piece {
    @Override
    public String toString() {
      return text;
    }
  }

  /** Parts of which none can be left out. */
  record Whole(List<Piece> parts) implements Piece {
    @Override
    public String toString() {
      return parts.stream().map(Piece::toString).collect(Collectors.joining());
    }
  }

  /** Parts of which all but {@code least} can be left out. */
  record Several(String separator, int least, List<Piece> parts) implements Piece {
    @Override
    public String toString() {
      return parts.stream().map(Piece::toString).collect(Collectors.joining(separator));
    }
  }

  /** A piece with simpler ones that can stand in its place. */
  record Either(Piece piece, List<Piece> simpler) implements Piece {
    @Override
    public String toString() {
      return piece.toString();
    }
  }

  /** Of texts and pieces. */
  static Piece of(Object... parts) {
    if (parts.length == 1) {
      return parts[0] instanceof Piece p ? p : new Text(parts[0].toString());
    }
    return new Whole(Stream.of(parts).map(Piece::of).toList());
  }

  static Piece several(String separator, int least, List<Piece> parts) {
    return new Several(separator, least, List.copyOf(parts));
  }

  default Piece or(Object... simpler) {
    return new Either(this, Stream.of(simpler).map(Piece::of).toList());
  }

  /** All pieces that are one step simpler, those with the largest steps first. */
  default Stream<Piece> smaller() {
    if (this instanceof Either e) {
      return Stream.concat(
          e.simpler.stream(), e.piece.smaller().map(p -> new Either(p, e.simpler)));
    } else if (this instanceof Whole w) {
      return inside(w.parts).map(Whole::new);
    } else if (this instanceof Several s) {
      return Stream.concat(shorter(s.parts, s.least), inside(s.parts))
          .map(parts -> new Several(s.separator, s.least, parts));
    }
    return Stream.empty();
  }

  /** With one part made simpler. */
  private static Stream<List<Piece>> inside(List<Piece> parts) {
    return IntStream.range(0, parts.size())
        .boxed()
        .flatMap(
            i ->
                parts
                    .get(i)
                    .smaller()
                    .map(
                        part -> {
                          List<Piece> copy = new ArrayList<>(parts);
                          copy.set(i, part);
                          return copy;
                        }));
  }

  /** Without one half, then without one part. */
  private static Stream<List<Piece>> shorter(List<Piece> parts, int least) {
    int size = parts.size();
    if (size <= least) {
      return Stream.empty();
    }
    Stream<List<Piece>> halves =
        size - size / 2 >= least && size > 3
            ? Stream.of(parts.subList(0, size / 2), parts.subList(size / 2, size))
            : Stream.empty();
    Stream<List<Piece>> singles =
        IntStream.range(0, size)
            .mapToObj(
                i -> {
                  List<Piece> copy = new ArrayList<>(parts);
                  copy.remove(i);
                  return copy;
                });
    return Stream.concat(halves.filter(half -> half.size() >= least), singles);
  }
}
