package dev.bylaw.rules.infra;

import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rules.document.DocumentKind;
import dev.bylaw.rules.document.Form;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import dev.bylaw.subject.SubjectReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A plan of a bundle, as {@code databricks bundle plan -o json} writes it (plan_version 2). */
final class BundlePlan implements DocumentKind {
  private static final String RESOURCES = "resources.";

  @Override
  public List<Form> forms() {
    return List.of(PlanShape.FORM);
  }

  @Override
  public boolean recognises(Located.Object document) {
    return Shape.entry(document, "plan_version").isPresent()
        && Shape.block(document, "plan").isPresent();
  }

  @Override
  public boolean isLikely(Set<String> words) {
    return words.contains("plan_version") && words.contains("plan");
  }

  @Override
  public SubjectReader.Result read(SourceFile file, Located.Object document) {
    Optional<Located.Entry> version = Shape.entry(document, "plan_version");
    if (version.filter(v -> v.value().value().equals(RegoNumber.of(2))).isEmpty()) {
      Diagnostic problem =
          Diagnostic.error(
              "plan_version",
              version.map(v -> v.value().span()).orElse(document.span()),
              "expected plan_version 2 of a bundle's plan");
      return new SubjectReader.Result(List.of(), List.of(problem));
    }
    List<Diagnostic> problems = new ArrayList<>();
    List<PlannedResource> resources = new ArrayList<>();
    Shape.block(document, "plan")
        .ifPresent(
            plan ->
                plan.entries()
                    .forEach(
                        (address, entry) -> {
                          if (entry.value() instanceof Located.Object change) {
                            resources.add(resource(address, change, problems));
                          } else {
                            problems.add(misshapen(address, entry.value()));
                          }
                        }));
    Map<String, Located.Entry> facts = new LinkedHashMap<>();
    version.ifPresent(
        v -> {
          facts.put("tool", SubjectDocument.entry(SubjectDocument.text("databricks", v.keySpan())));
          facts.put("format_version", v);
        });
    Shape.entry(document, "cli_version").ifPresent(v -> facts.put("tool_version", v));
    return new Plan(file, document, facts, resources).result(problems);
  }

  private static Diagnostic misshapen(String address, Located found) {
    return Diagnostic.error(
        "plan_shape", found.span(), "expected what happens to " + address + ", an object");
  }

  private static PlannedResource resource(
      String address, Located.Object change, List<Diagnostic> problems) {
    String action = Shape.text(change, "action").orElse("");
    Located actions =
        new Located.Array(
            Shape.entry(change, "action").stream().map(Located.Entry::value).toList(),
            Shape.entry(change, "action").map(e -> e.value().span()).orElse(change.span()));
    Optional<Located.Object> after =
        Shape.block(change, "new_state").flatMap(state -> state(state, problems));
    Optional<SubjectKind> kind = kind(address);
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    after.ifPresent(a -> entries.put("after", SubjectDocument.entry(a)));
    return new PlannedResource(
        change,
        address,
        word(action),
        actions,
        kind.filter(k -> !action.equals("delete")),
        after,
        entries);
  }

  /** As in a plan of Terraform. */
  private static String word(String action) {
    return switch (action) {
      case "skip" -> "no-op";
      case "recreate" -> "replace";
      default -> action;
    };
  }

  /** {@code resources.jobs.nightly}, or {@code resources.jobs.nightly.permissions}. */
  private static Optional<SubjectKind> kind(String address) {
    if (!address.startsWith(RESOURCES)) {
      return Optional.empty();
    } else if (address.endsWith(".permissions")) {
      return Optional.of(SubjectKind.PERMISSIONS);
    } else if (address.endsWith(".grants")) {
      return Optional.of(SubjectKind.GRANTS);
    }
    int end = address.indexOf('.', RESOURCES.length());
    return end < 0
        ? Optional.empty()
        : BundleTypes.kind(address.substring(RESOURCES.length(), end));
  }

  /** The value, with the references that its {@code vars} name by their paths. */
  private static Optional<Located.Object> state(Located.Object state, List<Diagnostic> problems) {
    Optional<Located> value = Shape.entry(state, "value").map(Located.Entry::value);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    StateReferences references = new StateReferences();
    Shape.block(state, "vars")
        .ifPresent(
            vars ->
                vars.entries()
                    .forEach(
                        (path, reference) -> {
                          if (!references.add(path, reference)) {
                            problems.add(misplaced(reference));
                          }
                        }));
    Located known = references.in(value.get());
    references.left().forEach(reference -> problems.add(misplaced(reference)));
    return known instanceof Located.Object object ? Optional.of(object) : Optional.empty();
  }

  private static Diagnostic misplaced(Located.Entry reference) {
    return Diagnostic.error(
        "plan_shape", reference.keySpan(), "expected a path to a part of the value");
  }
}
