package dev.bylaw.rules.sql;

import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement in which another parser sees other tables.
 *
 * @param statements as policies see them
 * @param ours the tables that only policies see
 * @param theirs the tables that only the other parser sees
 * @param sparkAgrees whether the other parser is JSQLParser, and Spark sees what policies see
 */
record TableDifference(
    List<Located> statements, Set<String> ours, Set<String> theirs, boolean sparkAgrees) {

  /** Why parsers differ. Each is checked on the statement itself. */
  enum Reason {
    /** Spark's grammar defines the language; JSQLParser's reads something else into it. */
    SPARK_AGREES(TableDifference::sparkAgrees),
    /** The statement is not valid, or is listed as unread. */
    UNREAD(d -> d.any("parsed", value -> value.equals(RegoBoolean.FALSE))),
    /** EXPLAIN reads and writes nothing; what it explains is no statement of the script. */
    EXPLAINED(d -> d.ours.isEmpty() && d.any("kind", k -> k.toString().startsWith("\"EXPLAIN"))),
    /** The target is a folder: Spark does not count it among the tables. */
    DIRECTORY(
        d ->
            d.theirs.isEmpty()
                && d.any("kind", RegoString.of("INSERT OVERWRITE")::equals)
                && d.ours.equals(d.names("target", TableDifference::isFolder))),
    /** A name with a part that is filled in later is not known to policies, and listed as such. */
    FILLED_IN(
        d ->
            d.ours.isEmpty()
                && d.theirs.stream().allMatch(t -> t.contains("${") || t.contains(":"))),
    /** {@code s.IDENTIFIER('t')}, new in Spark 4.2: policies see a call of a function. */
    NAME_IN_PARTS(
        d ->
            d.ours.isEmpty()
                && d.any("reads", list -> list.toString().equals("[]"))
                && d.any("functions", list -> list.toString().contains(".identifier\""))),
    /** JSQLParser does not see what is cloned. */
    CLONE(d -> d.theirs.isEmpty() && d.ours.equals(d.texts("clone", "source"))),
    /** JSQLParser takes a version for a part of the name. */
    VERSION(d -> !d.theirs.isEmpty() && d.ours.equals(d.withoutVersions())),
    /** A foreign key names a table, but reads nothing; policies see it as a constraint. */
    FOREIGN_KEY(d -> d.ours.isEmpty() && d.theirs.equals(d.references()));

    @SuppressWarnings("ImmutableEnumChecker") // none of them keeps anything
    private final Predicate<TableDifference> test;

    Reason(Predicate<TableDifference> test) {
      this.test = test;
    }
  }

  /** The first that holds. */
  Optional<Reason> reason() {
    return Stream.of(Reason.values()).filter(reason -> reason.test.test(this)).findFirst();
  }

  private Set<String> withoutVersions() {
    return theirs.stream()
        .map(table -> table.substring(0, Math.max(0, table.indexOf('@'))))
        .collect(Collectors.toSet());
  }

  private boolean any(String key, Predicate<Object> value) {
    return statements.stream()
        .flatMap(statement -> statement.child(RegoString.of(key)).stream())
        .anyMatch(found -> value.test(found.value()));
  }

  private Set<String> names(String key, Predicate<Located> which) {
    Set<String> names = new TreeSet<>();
    for (Located statement : statements) {
      statement
          .find(List.of(RegoString.of(key), RegoString.of("fullName")))
          .filter(which)
          .ifPresent(name -> names.add(text(name)));
    }
    return names;
  }

  private static boolean isFolder(Located name) {
    String written = name.span().text();
    return written.startsWith("'")
        || written.startsWith("\"")
        || written.equalsIgnoreCase("DIRECTORY");
  }

  private Set<String> texts(String... path) {
    Set<String> texts = new TreeSet<>();
    for (Located statement : statements) {
      statement
          .find(Stream.of(path).map(RegoString::of).toList())
          .ifPresent(text -> texts.add(text(text)));
    }
    return texts;
  }

  private Set<String> references() {
    List<Located> constraints = new ArrayList<>();
    for (Located statement : statements) {
      statement
          .child(RegoString.of("constraints"))
          .map(Located.Array.class::cast)
          .ifPresent(list -> constraints.addAll(list.elements()));
    }
    Set<String> tables = new TreeSet<>();
    for (Located constraint : constraints) {
      constraint.child(RegoString.of("references")).ifPresent(t -> tables.add(text(t)));
    }
    return tables;
  }

  static String text(Located value) {
    return SparkTables.plain(((RegoString) value.value()).value());
  }
}
