package dev.bylaw.report;

import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Subject;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges tables until there are so many findings, and writes each format: {@code java -Xmx512m
 * dev.bylaw.report.ReportLoad 100000 FOLDER}. Prints {@code findings N} and for each format its
 * size and time.
 */
final class ReportLoad {
  static final int COLUMNS = 50;
  private static final int POLICIES = 40;
  private static final List<String> DOMAINS =
      List.of("orders", "marketing", "finance", "logistics", "people", "risk");
  private static final List<String> CHARACTERISTICS =
      List.of("understandable", "secure", "trustworthy", "interoperable", "cost");
  private static final List<String> KINDS = List.of("code", "data", "infra");

  private ReportLoad() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[1]);
    Report report = report(Integer.parseInt(args[0]), folder);
    System.out.println("findings " + report.decision().findings().size());
    for (ReportFormat format : ReportFormat.values()) {
      long start = System.nanoTime();
      Path file = folder.resolve(format.fileName());
      try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        format.write(report, out);
      }
      long millis = (System.nanoTime() - start) / 1_000_000;
      System.out.println(format + " " + Files.size(file) + " bytes " + millis + " ms");
    }
  }

  /** At least so many findings, over tables of six domains. */
  static Report report(int findings, Path folder) throws IOException {
    Path rules = Files.createDirectories(folder.resolve("set"));
    for (int i = 0; i < POLICIES; i++) {
      Files.writeString(rules.resolve("p" + i + ".rego"), policy(i));
    }
    PolicySet set = PolicySetLoader.load(rules, List.of());
    List<Subject> subjects = new ArrayList<>();
    for (int i = 0; i * COLUMNS < findings; i++) {
      subjects.add(Mesh.subject(SourceFile.of(name(i), table(i))));
    }
    return Mesh.report(set, subjects);
  }

  private static String name(int i) {
    String domain = DOMAINS.get(i % DOMAINS.size());
    return "%s/product-%d/table.t%d.yaml".formatted(domain, i % 40, i);
  }

  private static String policy(int i) {
    String severity = i % 4 == 0 ? "error" : i % 4 == 3 ? "info" : "warning";
    return """
    # METADATA
    # title: Columns of type %1$d are documented
    # description: People who find a table in the catalogue must be able to tell what its columns mean.
    # custom:
    #   kind: %2$s
    #   subject: table
    #   severity: %3$s
    #   characteristic: %4$s
    #   owner: governance-council
    #   remediation: Give the column a comment.
    package p%1$d

    deny contains finding if {
    	some column in input.table.columns
    	column.type == "t%1$d"
    	not column.comment
    	finding := {
    		"msg": sprintf("the column %%s of the table %%s has no comment", [column.name, input.table.name]),
    		"at": column.name,
    	}
    }
    """
        .formatted(
            i,
            KINDS.get(i % KINDS.size()),
            severity,
            CHARACTERISTICS.get(i % CHARACTERISTICS.size()));
  }

  private static String table(int i) {
    StringBuilder out = new StringBuilder("name: table_" + i + "\nowner: team\ncolumns:\n");
    for (int c = 0; c < COLUMNS; c++) {
      int policy = (i * 7 + c) % (POLICIES - 2);
      out.append("  - {name: column_%d_%d, type: t%d}\n".formatted(i, c, policy));
    }
    return out.toString();
  }
}
