package dev.bylaw.rules.infra;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Values for the references of bundles that stand in no file: {@code var.size} is the variable that
 * {@code --var size=...} and {@code BUNDLE_VAR_size} set, {@code workspace.current_user.short_name}
 * who deploys. A variable that is given goes before what targets say. Immutable and thread-safe.
 */
public final class BundleValues {
  /** No values. */
  public static final BundleValues NONE = new BundleValues(Map.of());

  private static final String ENVIRONMENT = "BUNDLE_VAR_";

  private final Map<String, Located> values = new TreeMap<>();

  private BundleValues(Map<String, String> texts) {
    texts.forEach((reference, text) -> values.put(reference, value(reference, text)));
  }

  /**
   * Values by references, written as in a bundle: numbers, truth values, lists and maps, too. Each
   * has the place of a text that is named like its reference.
   */
  public static BundleValues of(Map<String, String> texts) {
    return new BundleValues(texts);
  }

  /** The variables that an environment sets for the Databricks CLI. */
  public static BundleValues ofEnvironment(Map<String, String> environment) {
    Map<String, String> texts = new TreeMap<>();
    environment.forEach(
        (name, text) -> {
          if (name.startsWith(ENVIRONMENT)) {
            texts.put("var." + name.substring(ENVIRONMENT.length()), text);
          }
        });
    return of(texts);
  }

  /**
   * These and others, which go before.
   *
   * @param others YAML: values by references, {@code {var.size: Small}}
   * @throws InputException if it is something else
   */
  public BundleValues with(SourceFile others) {
    DocumentReader.Result read = DocumentReader.read(others);
    List<Diagnostic> problems = new ArrayList<>(read.diagnostics());
    BundleValues all = of(Map.of());
    if (read.documents().size() == 1 && read.documents().get(0) instanceof Located.Object object) {
      object.entries().forEach((reference, entry) -> all.values.put(reference, entry.value()));
    } else if (!read.hasErrors()) {
      problems.add(
          Diagnostic.error(
              "bundle_values",
              others.span(),
              "expected values by references, as {var.size: Small, workspace.host: text}"));
    }
    if (problems.stream().anyMatch(Diagnostic::isError)) {
      throw new InputException(problems);
    }
    values.forEach(all.values::putIfAbsent);
    return all;
  }

  private static Located value(String reference, String text) {
    SourceFile source = SourceFile.of(reference, text);
    DocumentReader.Result read = DocumentReader.read(source);
    return read.hasErrors() || read.documents().size() != 1
        ? SubjectDocument.text(text, source.span())
        : read.documents().get(0);
  }

  Optional<Located> value(String reference) {
    return Optional.ofNullable(values.get(reference));
  }
}
