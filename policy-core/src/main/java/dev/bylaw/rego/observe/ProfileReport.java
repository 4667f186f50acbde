package dev.bylaw.rego.observe;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import java.util.Comparator;
import java.util.List;

/** What the lines of a program cost. */
public record ProfileReport(List<Entry> entries) {
  public static final Comparator<Entry> BY_PLACE =
      Comparator.comparing(Entry::file).thenComparingInt(Entry::row);
  public static final Comparator<Entry> BY_TIME =
      Comparator.comparingLong(Entry::nanos).reversed().thenComparing(BY_PLACE);

  public ProfileReport {
    entries = List.copyOf(entries);
  }

  /**
   * One line.
   *
   * @param first the expression of the line that was evaluated first
   * @param evals how often expressions of the line were evaluated
   * @param redos how often they were asked for another answer
   * @param expressions how many there are in the flat form
   */
  public record Entry(TracePoint first, long nanos, long evals, long redos, int expressions) {
    /** Empty for the query. */
    public String file() {
      return first.span().source().name();
    }

    /** 1-based. */
    public int row() {
      return first.span().line();
    }

    private RegoObject toJson() {
      return object()
          .put(RegoString.of("total_time_ns"), RegoNumber.of(nanos))
          .put(RegoString.of("num_eval"), RegoNumber.of(evals))
          .put(RegoString.of("num_redo"), RegoNumber.of(redos))
          .put(RegoString.of("num_gen_expr"), RegoNumber.of(expressions))
          .put(RegoString.of("location"), location())
          .build();
    }

    private RegoObject location() {
      return object()
          .put(RegoString.of("file"), RegoString.of(file()))
          .put(RegoString.of("row"), RegoNumber.of(row()))
          .put(RegoString.of("col"), RegoNumber.of(first.span().column()))
          .build();
    }

    private static RegoObject.Builder object() {
      return RegoObject.builder();
    }
  }

  /** The same in another order. */
  public ProfileReport sorted(Comparator<Entry> order) {
    return new ProfileReport(entries.stream().sorted(order).toList());
  }

  /** The first entries. */
  public ProfileReport first(int count) {
    return new ProfileReport(entries.stream().limit(count).toList());
  }

  /** As {@code opa eval --profile} writes it. */
  public RegoArray toJson() {
    return RegoArray.of(entries.stream().map(Entry::toJson).toList());
  }

  /** The same as a table, with a line for each entry. */
  public String toText() {
    return ProfileTable.of(entries);
  }
}
