package dev.bylaw.rules.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.decision.Finding;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.sql.SqlCorpus.Sample;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Edits scripts at random; rules whose authors give no location must find each edit, at its place.
 * {@code -Dfaults.seed} chooses other edits, {@code -Dfaults.sql} how many.
 */
class SeededSqlFaultsTest {
  private static final int COUNT = Integer.getInteger("faults.sql", 100);

  /** So many statements are looked at for something to edit. */
  private static final int POOL = 1_500;

  private static final int BEFORE = 4;
  private static final int AFTER = 2;
  private static final int TRIES = 50;
  private static final SqlFault.Edit[] EDITS = SqlFault.Edit.values();

  private final Random random = new Random(Long.getLong("faults.seed", 1));
  private List<String> pool = List.of();

  @TempDir Path folder;

  @BeforeEach
  void chooseStatements() throws IOException {
    List<Sample> samples = new ArrayList<>(SqlCorpus.read());
    Collections.shuffle(samples, random);
    pool =
        samples.stream()
            .filter(s -> s.valid() && s.sql().length() < 2_000)
            .map(s -> withoutEnd(s.sql()))
            .filter(sql -> read(sql).filter(r -> statements(r).size() == 1).isPresent())
            .limit(POOL)
            .toList();
  }

  private static String withoutEnd(String sql) {
    String text = sql.strip();
    return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
  }

  @Test
  void everyFaultIsFoundAtItsPlace() throws IOException {
    for (Map.Entry<SqlFault.Edit, String> rule : SqlFault.RULES.entrySet()) {
      Files.writeString(folder.resolve(rule.getKey() + ".rego"), rule.getValue());
    }
    PolicyEngine engine = new PolicyEngine(PolicySetLoader.load(folder, List.of()));
    Map<SqlFault.Edit, List<String>> candidates = candidates();
    int right = 0;
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      SqlFault.Edit edit = EDITS[i % EDITS.length];
      String outcome = outcome(engine, edit, candidates.getOrDefault(edit, List.of()));
      if (outcome.isEmpty()) {
        right++;
      } else {
        wrong.add(edit + ": " + outcome);
      }
    }
    wrong.forEach(w -> System.out.println("faults: " + w));
    System.out.printf("faults: %d of %d at the right place%n", right, COUNT);
    assertThat(right).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(COUNT - COUNT / 100);
  }

  /** The statements that each edit can be made in. */
  private Map<SqlFault.Edit, List<String>> candidates() {
    Map<SqlFault.Edit, List<String>> out = new EnumMap<>(SqlFault.Edit.class);
    Arrays.stream(EDITS).forEach(e -> out.put(e, new ArrayList<>()));
    for (String sql : pool) {
      Subject subject = read(sql).orElseThrow();
      Located statement = statements(subject).get(0);
      for (SqlFault.Edit edit : EDITS) {
        if (!SqlFault.of(edit, statement, statement.span().source()).isEmpty()) {
          out.computeIfAbsent(edit, e -> new ArrayList<>()).add(sql);
        }
      }
    }
    out.forEach((edit, list) -> assertThat(list).as(edit + " can be made").isNotEmpty());
    return out;
  }

  /** What is wrong with what is found, or nothing. */
  private String outcome(PolicyEngine engine, SqlFault.Edit edit, List<String> candidates) {
    for (int tries = 0; tries < TRIES; tries++) {
      String script = script(candidates.get(random.nextInt(candidates.size())));
      Optional<Subject> before = read(script);
      if (before.isPresent() && statements(before.get()).size() == BEFORE + 1 + AFTER) {
        Located statement = statements(before.get()).get(BEFORE);
        List<SqlFault> faults = SqlFault.of(edit, statement, statement.span().source());
        SqlFault fault = faults.get(random.nextInt(faults.size()));
        Optional<Subject> after = read(fault.text());
        if (after.isPresent()
            && statements(after.get()).size() == statements(before.get()).size()) {
          return outcome(engine, fault, before.get(), after.get());
        }
      }
    }
    return "no script could be edited";
  }

  private static String outcome(
      PolicyEngine engine, SqlFault fault, Subject before, Subject after) {
    List<String> known = findings(engine, fault, before).stream().map(Finding::message).toList();
    List<Finding> found =
        findings(engine, fault, after).stream().filter(f -> !known.contains(f.message())).toList();
    SourceFile file = after.input().span().source();
    String expected = file.span(fault.place(), fault.place()).toString();
    return found.isEmpty()
        ? "not found in\n" + fault.text()
        : found.stream()
            .filter(f -> !f.span().toString().equals(expected))
            .findFirst()
            .map(f -> "found at " + f.span() + ", expected at " + expected + " in\n" + fault.text())
            .orElse("");
  }

  private static List<Finding> findings(PolicyEngine engine, SqlFault fault, Subject subject) {
    return engine.decide(List.of(subject), EnforcementPoint.BUILD).findings().stream()
        .filter(f -> f.policy().id().equals(fault.edit().policy()))
        .toList();
  }

  /** With other statements and comments around it. */
  private String script(String sql) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < BEFORE + AFTER; i++) {
      all.add(pool.get(random.nextInt(pool.size())));
    }
    all.add(BEFORE, sql);
    return all.stream()
        .map(s -> "-- 表 a comment; with 'quotes'\n" + s)
        .collect(Collectors.joining("\n;\n\n", "", "\n;\n"));
  }

  private static Optional<Subject> read(String sql) {
    Optional<SubjectReader.Result> read = new SqlReader().read(SourceFile.of("a.sql", sql));
    boolean clean =
        read.isPresent()
            && read.get().subjects().size() == 1
            && read.get().diagnostics().stream().noneMatch(SeededSqlFaultsTest::isUnread);
    return clean ? Optional.of(read.get().subjects().get(0)) : Optional.empty();
  }

  /** A statement that cannot be read is a warning, and tells nothing of its parts. */
  private static boolean isUnread(Diagnostic problem) {
    return problem.isError() || problem.code().equals("sql_parse_error");
  }

  private static List<Located> statements(Subject subject) {
    List<RegoString> path = List.of(RegoString.of("sql"), RegoString.of("statements"));
    return subject.input().find(path).orElse(null) instanceof Located.Array array
        ? array.elements()
        : List.of();
  }
}
