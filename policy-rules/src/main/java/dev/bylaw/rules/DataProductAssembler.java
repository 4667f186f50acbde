package dev.bylaw.rules;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.sql.SchemaState;
import dev.bylaw.rules.sql.SqlRun;
import dev.bylaw.rules.sql.state.BreakingChanges;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Joins the subjects of a product's folder into one of kind {@link SubjectKind#DATA_PRODUCT}, whose
 * values keep their places in the files they came from. Stateless and thread-safe.
 */
final class DataProductAssembler {
  private DataProductAssembler() {}

  /**
   * One subject for each folder that has exactly one product, by folder.
   *
   * @param subjects by their paths below one folder
   * @param files the paths of all files below it
   * @param previous the same of the version before, if it is known
   * @param run that read the scripts among the subjects
   */
  static List<Subject> assemble(
      List<Subject> subjects, List<String> files, List<Subject> previous, SqlRun run) {
    Map<String, Subject> before = new HashMap<>();
    previous.stream()
        .filter(subject -> subject.kind() == SubjectKind.DATA_PRODUCT)
        .forEach(subject -> before.put(subject.path(), subject));
    ProductFolders folders = new ProductFolders(subjects);
    Map<String, List<Subject>> members =
        byFolder(subjects, subject -> folders.folderOf(subject.path()));
    Map<String, List<String>> layout = byFolder(files, folders::folderOf);
    List<Subject> whole = new ArrayList<>();
    folders
        .single()
        .forEach(
            (folder, product) ->
                whole.add(
                    new Assembly(
                            folder, product, Optional.ofNullable(before.get(product.path())), run)
                        .subject(
                            members.getOrDefault(folder, List.of()),
                            layout.getOrDefault(folder, List.of()))));
    return whole;
  }

  private static <T> Map<String, List<T>> byFolder(
      List<T> all, Function<T, Optional<String>> folderOf) {
    Map<String, List<T>> byFolder = new HashMap<>();
    for (T one : all) {
      folderOf
          .apply(one)
          .ifPresent(folder -> byFolder.computeIfAbsent(folder, f -> new ArrayList<>()).add(one));
    }
    return byFolder;
  }

  /** A subject's document as an element of a list, with its path and its environment. */
  static Located member(Subject subject, String path) {
    Located document = document(subject);
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    entries.put("path", SubjectDocument.entry(SubjectDocument.text(path, start(subject))));
    subject
        .environment()
        .ifPresent(
            e ->
                entries.put(
                    "environment", SubjectDocument.entry(SubjectDocument.text(e, start(subject)))));
    if (document instanceof Located.Object object) {
      entries.putAll(object.entries());
    }
    return new Located.Object(entries, document.span());
  }

  private static Located document(Subject subject) {
    return subject
        .input()
        .child(RegoString.of(subject.kind().word()))
        .orElseThrow(() -> new IllegalArgumentException("no document in " + subject.path()));
  }

  private static Span start(Subject subject) {
    return subject.input().span().source().span(0, 0);
  }

  /** One product while it is put together. */
  private static final class Assembly {
    private final String folder;
    private final Subject product;
    private final Optional<Subject> previous;
    private final SqlRun run;
    private final Span start;
    private final List<Located> unknown = new ArrayList<>();

    Assembly(String folder, Subject product, Optional<Subject> previous, SqlRun run) {
      this.run = run;
      this.folder = folder;
      this.product = product;
      this.previous = previous;
      this.start = start(product);
    }

    Subject subject(List<Subject> members, List<String> files) {
      rebase(product, "/product");
      Map<String, Located> compute = new LinkedHashMap<>();
      Map<String, Located> input = new LinkedHashMap<>();
      input.put("product", document(product));
      input.put("contracts", list(members, SubjectKind.CONTRACT, "/contracts"));
      input.put("sql", list(members, SubjectKind.SQL, "/sql"));
      Located state = state(members);
      input.put("state", state);
      previous.ifPresent(before -> compare(before, state, input));
      compute.put("clusters", list(members, SubjectKind.CLUSTER, "/compute/clusters"));
      compute.put("warehouses", list(members, SubjectKind.WAREHOUSE, "/compute/warehouses"));
      compute.put("jobs", list(members, SubjectKind.JOB, "/compute/jobs"));
      compute.put("pipelines", list(members, SubjectKind.PIPELINE, "/compute/pipelines"));
      input.put("compute", SubjectDocument.object(start, compute));
      input.put("layout", SubjectDocument.object(start, Map.of("files", paths(files))));
      product.input().child(RegoString.of("raw")).ifPresent(raw -> input.put("raw", raw));
      input.put("unknown", new Located.Array(unknown, start));
      Subject whole =
          SubjectDocument.of(
              SubjectKind.DATA_PRODUCT,
              product.name(),
              product.path(),
              SubjectDocument.object(start, input));
      return SubjectDocument.within(whole, product.product(), product.domain());
    }

    /** With what the version before was, and what of it does not hold any more. */
    private void compare(Subject before, Located state, Map<String, Located> input) {
      Map<String, Located> previous = new LinkedHashMap<>();
      for (String key : List.of("product", "contracts", "state")) {
        before.input().child(RegoString.of(key)).ifPresent(value -> previous.put(key, value));
      }
      input.put("previous", SubjectDocument.object(start(before), previous));
      Located promised = previous.getOrDefault("state", state);
      input.put(
          "breaking", new Located.Array(BreakingChanges.between(promised, state, start), start));
    }

    /** The tables that the product's scripts leave behind, in the order of their paths. */
    private Located state(List<Subject> members) {
      List<SourceFile> scripts =
          members.stream()
              .filter(member -> member.kind() == SubjectKind.SQL)
              .map(member -> member.input().span().source())
              .toList();
      SchemaState state = new SchemaState(run, scripts, "/state", start);
      for (SubjectDocument.Unknown gap : state.unknown()) {
        Map<String, Located> entry = new LinkedHashMap<>();
        entry.put("pointer", SubjectDocument.text(gap.pointer(), gap.span()));
        entry.put("reason", SubjectDocument.text(gap.reason(), gap.span()));
        unknown.add(SubjectDocument.object(gap.span(), entry));
      }
      return state.state();
    }

    private Located list(List<Subject> members, SubjectKind kind, String pointer) {
      List<Located> elements = new ArrayList<>();
      for (Subject member : members) {
        if (member.kind() == kind) {
          rebase(member, pointer + "/" + elements.size());
          elements.add(member(member, relative(member.path())));
        }
      }
      return new Located.Array(elements, start);
    }

    /** What is unknown of a member, by its place in the whole. */
    private void rebase(Subject member, String pointer) {
      UnknownList.moved(member, "/" + member.kind().word(), pointer).forEach(unknown::add);
    }

    private Located paths(List<String> files) {
      return new Located.Array(
          files.stream().map(f -> SubjectDocument.text(relative(f), start)).toList(), start);
    }

    private String relative(String path) {
      return folder.isEmpty() ? path : path.substring(folder.length() + 1);
    }
  }
}
