package dev.bylaw.rules;

import dev.bylaw.rules.descriptor.Standards;
import dev.bylaw.rules.document.DocumentKind;
import dev.bylaw.rules.document.Form;
import dev.bylaw.rules.infra.BundleValues;
import dev.bylaw.rules.infra.InfraConfig;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads YAML and JSON files that hold data products or contracts by one of the {@linkplain
 * Standards standards}, or the configuration of a cluster, SQL warehouse, job or pipeline, also
 * within a Databricks bundle. A file is parsed once; its content tells what it is. Every document
 * of a file is one subject or several.
 */
public final class DescriptorReader implements SubjectReader {
  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

  private static final Pattern NO_WORD = Pattern.compile("\\W+");

  private final List<DocumentKind> kinds;

  /** For {@link java.util.ServiceLoader}. */
  public DescriptorReader() {
    this(BundleValues.NONE);
  }

  /** With values for the references of bundles. */
  public DescriptorReader(BundleValues given) {
    List<DocumentKind> all = new ArrayList<>(Standards.kinds());
    all.addAll(InfraConfig.kinds(given));
    kinds = List.copyOf(all);
  }

  /** What the subjects look like that this reader finds. */
  List<Form> forms() {
    List<Form> forms = new ArrayList<>();
    for (DocumentKind kind : kinds) {
      forms.addAll(kind.forms());
    }
    return forms;
  }

  /**
   * Reads a file. One that cannot be parsed is of this reader's only if its words say that it was
   * meant to be.
   */
  @Override
  public Optional<Result> read(SourceFile file) {
    return read(file, SourceFolder.none());
  }

  @Override
  public Optional<Result> read(SourceFile file, SourceFolder folder) {
    String name = file.name().toLowerCase(Locale.ROOT);
    if (!isDocument(name)) {
      return Optional.empty();
    }
    DocumentReader.Result parsed = DocumentReader.read(file);
    List<Subject> subjects = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>(parsed.diagnostics());
    Set<String> taken = new HashSet<>();
    boolean ours = parsed.documents().isEmpty() && isLikely(file);
    for (Located document : parsed.documents()) {
      Optional<Result> result =
          document instanceof Located.Array list
              ? list(file, list, folder)
              : read(file, document, folder);
      if (result.isPresent()) {
        ours = true;
        taken.addAll(result.get().taken());
        subjects.addAll(result.get().subjects());
        diagnostics.addAll(result.get().diagnostics());
      }
    }
    diagnostics.sort(Diagnostic.BY_PLACE);
    return ours ? Optional.of(new Result(subjects, diagnostics, taken)) : Optional.empty();
  }

  private static boolean isDocument(String name) {
    for (String ending : ENDINGS) {
      if (name.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Result> read(SourceFile file, Located document, SourceFolder folder) {
    if (!(document instanceof Located.Object object)) {
      return Optional.empty();
    }
    for (DocumentKind kind : kinds) {
      if (kind.recognises(object)) {
        return Optional.of(kind.read(file, object, folder));
      }
    }
    return Optional.empty();
  }

  /**
   * A list of documents, as Databricks' command line prints it. It is of this reader's if one of
   * its elements is.
   */
  private Optional<Result> list(SourceFile file, Located.Array list, SourceFolder folder) {
    List<Subject> subjects = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    List<Located> unknown = new ArrayList<>();
    for (Located element : list.elements()) {
      Optional<Result> result = read(file, element, folder);
      result.ifPresent(r -> taken.addAll(r.taken()));
      result.ifPresent(r -> subjects.addAll(r.subjects()));
      result.ifPresent(r -> diagnostics.addAll(r.diagnostics()));
      if (result.isEmpty()) {
        unknown.add(element);
      }
    }
    if (unknown.size() == list.elements().size()) {
      return Optional.empty();
    }
    unknown.stream().map(DescriptorReader::unlike).forEach(diagnostics::add);
    return Optional.of(new Result(subjects, diagnostics, taken));
  }

  private static Diagnostic unlike(Located element) {
    return Diagnostic.error(
        "list_element",
        element.span(),
        "found something else than the other elements of the list, expected a descriptor or a configuration");
  }

  private boolean isLikely(SourceFile file) {
    Set<String> words = NO_WORD.splitAsStream(file.text()).collect(Collectors.toSet());
    return kinds.stream().anyMatch(kind -> kind.isLikely(words));
  }
}
