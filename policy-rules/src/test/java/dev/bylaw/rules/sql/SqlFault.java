package dev.bylaw.rules.sql;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An edit of one word, text or clause of a script.
 *
 * @param text of the whole script after the edit
 * @param place 0-based offset in that text where a finding about it should point
 */
record SqlFault(Edit edit, String text, int place) {
  private static final String COMMENT = "COMMENT";

  /** What is written instead of a value, by its place in a statement of {@code input.sql}. */
  enum Edit {
    TARGET("target/name", "zz_target"),
    COLUMN("columns/*/name", "zz_column"),
    TYPE("columns/*/type", "VARIANT"),
    COMMENT("comment", "'todo'"),
    LOCATION("location", "'dbfs:/mnt/zz'"),
    PRINCIPAL("principals/*", "zz_everyone"),
    PRIVILEGE("privileges/*", "MANAGE"),
    READ("reads/*/fullName", "zz.hidden.source"),
    FUNCTION("functions/*/name", "zz_random"),
    LITERAL("literals/*/value", "'zz-secret'"),
    PROPERTY("properties/*", "'zz_off'"),
    TAG("tags/*", "'zz_tag'"),
    OWNER("owner", "zz_owner"),
    /** The clause is deleted; a finding should point at the column. */
    NO_COLUMN_COMMENT("columns/*/comment", ""),
    /** The clause is deleted; a finding should point at the statement. */
    NO_COMMENT("comment", "");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> path;

    private final String replacement;

    Edit(String path, String replacement) {
      this.path = List.of(path.split("/", -1));
      this.replacement = replacement;
    }

    String policy() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The edits of one kind that a statement allows. */
  static List<SqlFault> of(Edit edit, Located statement, SourceFile file) {
    List<List<Located>> found = new ArrayList<>();
    find(statement, edit.path, new ArrayList<>(List.of(statement)), found);
    return found.stream().flatMap(way -> fault(edit, way, file).stream()).toList();
  }

  /** Collects the ways to what a path leads to, each with all that is on it. */
  private static void find(
      Located at, List<String> path, List<Located> way, List<List<Located>> out) {
    if (path.isEmpty()) {
      out.add(List.copyOf(way));
      return;
    }
    List<Located> next = new ArrayList<>();
    if (!path.get(0).equals("*")) {
      at.child(RegoString.of(path.get(0))).ifPresent(next::add);
    } else if (at instanceof Located.Array array) {
      next.addAll(array.elements());
    } else if (at instanceof Located.Object object) {
      object.entries().values().forEach(e -> next.add(e.value()));
    }
    for (Located child : next) {
      way.add(child);
      find(child, path.subList(1, path.size()), way, out);
      way.remove(way.size() - 1);
    }
  }

  private static Optional<SqlFault> fault(Edit edit, List<Located> way, SourceFile file) {
    Located value = way.get(way.size() - 1);
    Span span = value.span();
    if (!isPlain(value, file) || isQuoted(span.text()) != edit.replacement.startsWith("'")) {
      boolean deleted = edit.replacement.isEmpty() && isQuoted(span.text());
      return deleted ? deleted(edit, way, file) : Optional.empty();
    }
    return Optional.of(
        new SqlFault(
            edit, replaced(file.text(), span.start(), span.end(), edit.replacement), span.start()));
  }

  /** Without the word COMMENT and its text. */
  private static Optional<SqlFault> deleted(Edit edit, List<Located> way, SourceFile file) {
    Span span = way.get(way.size() - 1).span();
    String before = file.text().substring(0, span.start()).stripTrailing();
    int start = before.length() - COMMENT.length();
    if (!before.toUpperCase(Locale.ROOT).endsWith(COMMENT)
        || file.text().substring(start).equals(file.text())) {
      return Optional.empty();
    }
    Located holder = way.get(way.size() - 2);
    String text = replaced(file.text(), start, span.end(), "");
    return Optional.of(new SqlFault(edit, text, holder.span().start()));
  }

  private static boolean isPlain(Located value, SourceFile file) {
    String written = value.span().text();
    return value.span().source() == file
        && value.value() instanceof RegoString s
        && (written.equalsIgnoreCase(s.value()) || written.equals("'" + s.value() + "'"));
  }

  private static boolean isQuoted(String text) {
    return text.startsWith("'") && text.endsWith("'") && text.length() > 1;
  }

  private static String replaced(String text, int start, int end, String by) {
    return text.substring(0, start) + by + text.substring(end);
  }

  /** The rule of each edit, as authors write them: none says where. */
  static final Map<Edit, String> RULES =
      Map.ofEntries(
          rule(Edit.TARGET, "startswith(s.target.name, \"zz_\")", "s.target.name"),
          rule(Edit.COLUMN, "some c in s.columns\n\tstartswith(c.name, \"zz_\")", "c.name"),
          rule(Edit.TYPE, "some c in s.columns\n\tupper(c.type) == \"VARIANT\"", "c.name"),
          rule(Edit.COMMENT, "lower(s.comment) in {\"todo\", \"tbd\"}", "s.comment"),
          rule(Edit.LOCATION, "regex.match(`^(dbfs:|/mnt/)`, s.location)", "s.location"),
          rule(
              Edit.PRINCIPAL, "some p in s.principals\n\tp == \"zz_everyone\"", "s.securable.name"),
          rule(Edit.PRIVILEGE, "some p in s.privileges\n\tp == \"MANAGE\"", "s.securable.name"),
          rule(
              Edit.READ,
              "some r in s.reads\n\tnot is_known(r.fullName)",
              "r.fullName",
              "\nis_known(name) if not startswith(name, \"zz.hidden.\")\n"),
          rule(
              Edit.FUNCTION,
              "some f in s.functions\n\tf.name in forbidden",
              "f.name",
              "\nforbidden := {\"zz_random\", \"zz_now\"}\n"),
          rule(Edit.LITERAL, "some l in s.literals\n\tcontains(l.value, \"zz-secret\")", "l.value"),
          rule(Edit.PROPERTY, "some key, value in s.properties\n\tvalue == \"zz_off\"", "key"),
          rule(
              Edit.TAG,
              """
              some key, value in s.tags
              \tnot value in {"gold", "silver"}
              \tstartswith(value, "zz_")""",
              "key"),
          rule(
              Edit.OWNER,
              "s.owner\n\tnot endswith(s.owner, \"_team\")\n\tstartswith(s.owner, \"zz_\")",
              "s.owner"),
          rule(Edit.NO_COLUMN_COMMENT, "some c in s.columns\n\tnot c.comment", "c.name"),
          rule(Edit.NO_COMMENT, "not s.comment", "s.kind"));

  private static Map.Entry<Edit, String> rule(Edit edit, String conditions, String shown) {
    return rule(edit, conditions, shown, "");
  }

  private static Map.Entry<Edit, String> rule(
      Edit edit, String conditions, String shown, String others) {
    String text =
        """
        # METADATA
        # custom: {kind: code, subject: sql, severity: error}
        package %s

        deny contains sprintf("%%v: %%v", [i, %s]) if {
        	some i, s in input.sql.statements
        	%s
        }
        %s\
        """
            .formatted(edit.name().toLowerCase(Locale.ROOT), shown, conditions, others);
    return Map.entry(edit, text);
  }
}
