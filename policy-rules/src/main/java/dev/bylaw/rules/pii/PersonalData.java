package dev.bylaw.rules.pii;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds columns that look like personal data. What is found is a guess: names in several languages,
 * types, formats and example values speak for it or against it, and so do the other columns of the
 * table. Thread-safe.
 */
public final class PersonalData {
  private static final Dictionary DICTIONARY = new Dictionary();

  /** From here on a column makes its neighbours suspicious. */
  private static final double SURE = 0.8;

  /** A confidence from which a column is likely to be personal. */
  public static final double LIKELY = 0.6;

  private final List<String> table;
  private final IdentityHashMap<Column, Optional<Evidence>> byName = new IdentityHashMap<>();
  private final int sure;

  /**
   * A column as it is described.
   *
   * @param type logical or physical; empty if none is known
   * @param format of its texts, such as {@code email}; empty if none is known
   * @param examples values, which are looked at and never handed on
   */
  public record Column(String name, String type, String format, List<String> examples) {
    public Column {
      examples = List.copyOf(examples);
    }
  }

  private PersonalData(List<String> table, List<Column> columns) {
    this.table = table;
    int sure = 0;
    for (Column column : columns) {
      Optional<Evidence> evidence = name(column);
      byName.put(column, evidence);
      sure += evidence.isPresent() && evidence.get().confidence() >= SURE ? 1 : 0;
    }
    this.sure = sure;
  }

  /** To judge the columns of a table. */
  public static PersonalData of(String table, List<Column> columns) {
    return new PersonalData(DICTIONARY.words(table), columns);
  }

  /** What a column seems to be, if anything. */
  public Optional<Evidence> judge(Column column) {
    Optional<Evidence> named =
        named(column).map(e -> sure >= 2 && e.confidence() > 0.2 ? e.and(0.3) : e);
    Optional<Evidence> shown = values(column);
    if (named.isPresent() && shown.isPresent()) {
      return Optional.of(stronger(named.get(), shown.get()));
    }
    return named.or(() -> shown);
  }

  private static Evidence stronger(Evidence one, Evidence other) {
    return one.confidence() >= other.confidence()
        ? one.and(other.confidence())
        : other.and(one.confidence());
  }

  /** Whether a value is one of a real person's, by its form and check digits. */
  public static boolean isReal(String value) {
    return Values.of(value).filter(e -> e.confidence() >= SURE).isPresent()
        && !Values.isNobodys(value);
  }

  private Optional<Evidence> named(Column column) {
    Optional<Evidence> known = byName.get(column);
    return known == null ? name(column) : known;
  }

  private Optional<Evidence> name(Column column) {
    List<String> words = DICTIONARY.words(column.name());
    Optional<Evidence> best = Optional.empty();
    for (int at = 0; at < words.size(); at++) {
      for (Dictionary.Term term : DICTIONARY.at(words, at)) {
        Evidence here = weighed(term, words, at, column);
        if (best.isEmpty() || here.confidence() > best.get().confidence()) {
          best = Optional.of(here);
        }
      }
    }
    return best;
  }

  private Evidence weighed(Dictionary.Term term, List<String> words, int at, Column column) {
    List<String> before = words.subList(0, at);
    List<String> after = words.subList(at + term.words().size(), words.size());
    double means = DICTIONARY.any("after", after) || DICTIONARY.any("before", before) ? 0.3 : 1;
    return ofWhom(term.evidence(), before).times(means * fits(term, column));
  }

  /** What names a person or a thing stands before the word, or is the table. */
  private Evidence ofWhom(Evidence evidence, List<String> before) {
    if (DICTIONARY.any("person", before)) {
      return evidence.and(0.5);
    } else if (DICTIONARY.any("thing", before)) {
      return evidence.times(0.4);
    }
    List<String> last = table.subList(Math.max(0, table.size() - 1), table.size());
    if (DICTIONARY.any("person", table) && !DICTIONARY.any("thing", last)) {
      return evidence.and(0.45);
    }
    boolean thing = evidence.confidence() < SURE && DICTIONARY.any("thing", table);
    return thing ? evidence.times(0.7) : evidence;
  }

  /** How well the type goes with what the name says. */
  private static double fits(Dictionary.Term term, Column column) {
    String type = kind(column.type());
    if (type.equals("boolean")) {
      return 0.1;
    } else if (type.isEmpty() || term.types().contains(type)) {
      return Stream.of("uuid", "uri", "date-time").anyMatch(column.format()::equals) ? 0.5 : 1;
    }
    return type.equals("date") ? 0.1 : 0.5;
  }

  private static String kind(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    if (lower.startsWith("bool")) {
      return "boolean";
    } else if (lower.startsWith("date") || lower.startsWith("time")) {
      return "date";
    }
    boolean number =
        Stream.of("int", "num", "dec", "double", "float", "long", "bigint", "small", "tiny", "real")
            .anyMatch(lower::startsWith);
    boolean text =
        Stream.of("str", "text", "varchar", "char", "nvarchar").anyMatch(lower::startsWith);
    return number ? "number" : text ? "text" : "";
  }

  /** Formats and values that speak for themselves. */
  private static Optional<Evidence> values(Column column) {
    if (column.format().equals("email")) {
      return Optional.of(new Evidence("email", 0.95));
    }
    if (column.examples().isEmpty()) {
      return Optional.empty();
    }
    List<Optional<Evidence>> seen = column.examples().stream().map(Values::of).toList();
    return seen.stream().allMatch(Optional::isPresent)
        ? seen.get(0).map(e -> seen.size() > 2 ? e.and(e.confidence() / 2) : e)
        : Optional.empty();
  }
}
