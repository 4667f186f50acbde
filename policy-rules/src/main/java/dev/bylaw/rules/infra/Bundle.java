package dev.bylaw.rules.infra;

import static dev.bylaw.rules.document.ValueType.BLOCK;
import static dev.bylaw.rules.document.ValueType.TEXT;

import dev.bylaw.rules.document.DocumentKind;
import dev.bylaw.rules.document.Form;
import dev.bylaw.rules.document.Normalised;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import dev.bylaw.subject.SubjectReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A <a href="https://docs.databricks.com/dev-tools/bundles/settings">bundle of Databricks
 * assets</a>, as it is written or as {@code databricks bundle validate -o json} gives it out: for
 * each target one subject, and one for each resource.
 */
final class Bundle implements DocumentKind {
  private static final List<String> PARTS =
      List.of(
          "resources",
          "targets",
          "include",
          "variables",
          "workspace",
          "artifacts",
          "sync",
          "permissions");

  private static final Form FORM =
      new Form(
          SubjectKind.BUNDLE,
          Shape.compact()
              .fields(TEXT, "name", "target", "mode")
              .field("run_as", JobShape.RUN_AS)
              .fields(BLOCK, "workspace", "permissions", "presets", "variables", "resources")
              .others(BLOCK),
          List.of("name"));

  private final BundleValues given;

  Bundle(BundleValues given) {
    this.given = given;
  }

  @Override
  public List<Form> forms() {
    return List.of(FORM);
  }

  @Override
  public boolean recognises(Located.Object document) {
    return isRoot(document) || hasResources(document) || changesResources(document);
  }

  /** Whether it is the first file of a bundle. */
  private static boolean isRoot(Located.Object document) {
    return Shape.block(document, "bundle")
            .filter(b -> Shape.text(b, "name").isPresent())
            .isPresent()
        && PARTS.stream().anyMatch(key -> Shape.entry(document, key).isPresent());
  }

  private static boolean hasResources(Located.Object holder) {
    return Shape.block(holder, "resources").stream()
        .anyMatch(
            resources ->
                resources.entries().keySet().stream()
                    .filter(type -> BundleTypes.kind(type).isPresent())
                    .anyMatch(
                        type -> Shape.block(resources, type).filter(Bundle::hasAny).isPresent()));
  }

  /** A key without a value is no resource. */
  private static boolean hasAny(Located.Object resources) {
    return resources.entries().keySet().stream()
        .anyMatch(key -> Shape.entry(resources, key).isPresent());
  }

  private static boolean changesResources(Located.Object document) {
    return Shape.block(document, "targets").stream()
        .flatMap(targets -> targets.entries().values().stream())
        .anyMatch(t -> t.value() instanceof Located.Object target && hasResources(target));
  }

  @Override
  public boolean isLikely(Set<String> words) {
    return (words.contains("bundle") && PARTS.stream().anyMatch(words::contains))
        || List.of(Signatures.CLUSTER, Signatures.WAREHOUSE, Signatures.JOB, Signatures.PIPELINE)
            .stream()
            .anyMatch(signature -> signature.isLikely(words));
  }

  @Override
  public SubjectReader.Result read(SourceFile file, Located.Object document) {
    return read(file, document, SourceFolder.none());
  }

  @Override
  public SubjectReader.Result read(SourceFile file, Located.Object document, SourceFolder folder) {
    Set<Diagnostic> problems = new LinkedHashSet<>();
    BundleFiles files = new BundleFiles(folder, file, problems);
    Optional<String> resolved =
        Shape.block(document, "bundle").flatMap(bundle -> Shape.text(bundle, "target"));
    boolean root = isRoot(document);
    Located.Object whole = root && resolved.isEmpty() ? files.merged(document) : document;
    List<Subject> subjects = new ArrayList<>();
    Substitution.Budget budget = new Substitution.Budget(Limits.DEFAULT.maxValues());
    for (Optional<Map.Entry<String, Located.Entry>> target : targets(whole, resolved)) {
      Located.Object bundle = new BundleTarget(given, problems).of(whole, target);
      Located.Object deployed = resolved.isPresent() ? bundle : Presets.applied(bundle);
      Located.Object known = new Substitution(deployed, given, budget).object(deployed);
      if (budget.isSpent()) {
        problems.add(tooLarge(file));
        break;
      }
      Optional<String> name = target.map(Map.Entry::getKey).or(() -> resolved);
      if (root) {
        Normalised read = FORM.read(file, bundle, facts(known));
        subjects.add(inTarget(name, read.subject()));
        problems.addAll(read.diagnostics());
      }
      new BundleResources(name, subjects, problems).read(bundle, known);
    }
    return new SubjectReader.Result(subjects, List.copyOf(problems), files.taken);
  }

  private static Diagnostic tooLarge(SourceFile file) {
    return Diagnostic.error(
        "bundle_too_large",
        file.span(0, 0),
        "the targets of the bundle hold more values together than the limit of "
            + Limits.DEFAULT.maxValues());
  }

  /** The same subject as it is in a target. */
  static Subject inTarget(Optional<String> target, Subject subject) {
    return target.map(name -> SubjectDocument.in(name, subject)).orElse(subject);
  }

  /** What the bundle is called stands beside the rest. */
  private static Located.Object facts(Located.Object known) {
    Map<String, Located.Entry> facts = new LinkedHashMap<>();
    Shape.block(known, "bundle").ifPresent(block -> facts.putAll(block.entries()));
    facts.putAll(known.entries());
    facts.remove("bundle");
    return new Located.Object(facts, known.span());
  }

  /** All targets; one that has no name where there are none. */
  private static List<Optional<Map.Entry<String, Located.Entry>>> targets(
      Located.Object bundle, Optional<String> resolved) {
    List<Optional<Map.Entry<String, Located.Entry>>> targets = new ArrayList<>();
    if (resolved.isEmpty()) {
      Shape.block(bundle, "targets")
          .ifPresent(all -> all.entries().entrySet().forEach(t -> targets.add(Optional.of(t))));
    }
    return targets.isEmpty() ? List.of(Optional.empty()) : targets;
  }
}
