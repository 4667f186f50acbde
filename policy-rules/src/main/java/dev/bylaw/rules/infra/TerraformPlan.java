package dev.bylaw.rules.infra;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.document.DocumentKind;
import dev.bylaw.rules.document.Form;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A plan of Terraform or OpenTofu as {@code terraform show -json} writes it (<a
 * href="https://developer.hashicorp.com/terraform/internals/json-format">JSON output format</a>,
 * 1.x). Resources of all modules stand in one list there.
 */
final class TerraformPlan implements DocumentKind {
  private static final List<String> FACTS =
      List.of("format_version", "applyable", "complete", "errored");

  private static final List<String> RESOURCE =
      List.of("module_address", "mode", "type", "name", "provider_name");

  private static final Set<String> GONE = Set.of("delete", "forget", "read");

  @Override
  public List<Form> forms() {
    return List.of(PlanShape.FORM);
  }

  @Override
  public boolean recognises(Located.Object document) {
    boolean plan =
        Shape.entry(document, "resource_changes").isPresent()
            || Shape.block(document, "planned_values").isPresent();
    return plan && Shape.entry(document, "format_version").isPresent();
  }

  @Override
  public boolean isLikely(Set<String> words) {
    return words.contains("format_version")
        && (words.contains("resource_changes") || words.contains("planned_values"));
  }

  @Override
  public SubjectReader.Result read(SourceFile file, Located.Object document) {
    Secrets secrets = Secrets.of(document);
    if (secrets.isEmpty()) {
      return read(document);
    }
    return file.name().endsWith(".json")
        ? read(secrets.removed(document))
        : new SubjectReader.Result(List.of(), List.of(inClear(file)));
  }

  /** Points into an empty text, because the lines of the file may not be shown. */
  private static Diagnostic inClear(SourceFile file) {
    return Diagnostic.error(
        "plan_secrets",
        SourceFile.of(file.name(), "").span(),
        "the plan has sensitive values, which are removed from JSON only; let the file's name end"
            + " with .json");
  }

  private static SubjectReader.Result read(Located.Object document) {
    Located.Entry version = document.entries().get("format_version");
    if (version == null
        || !(version.value().value() instanceof RegoString text && text.value().startsWith("1."))) {
      return refused(version == null ? document.span() : version.value().span());
    }
    List<Diagnostic> problems = new ArrayList<>();
    Map<String, Located.Entry> facts = new LinkedHashMap<>();
    facts.put(
        "tool", SubjectDocument.entry(SubjectDocument.text("terraform", version.value().span())));
    facts.putAll(PlannedResource.entries(document, FACTS));
    Shape.entry(document, "terraform_version").ifPresent(v -> facts.put("tool_version", v));
    return new Plan(document.span().source(), document, facts, resources(document, problems))
        .result(problems);
  }

  private static SubjectReader.Result refused(Span place) {
    return new SubjectReader.Result(
        List.of(),
        List.of(
            Diagnostic.error(
                "plan_version", place, "expected a plan with format_version 1.x of Terraform")));
  }

  private static List<PlannedResource> resources(
      Located.Object document, List<Diagnostic> problems) {
    List<PlannedResource> resources = new ArrayList<>();
    Optional<Located> changes = Shape.entry(document, "resource_changes").map(Located.Entry::value);
    List<Located> elements = List.of(); // a plan that changes nothing has no list
    if (changes.isPresent() && changes.get() instanceof Located.Array list) {
      elements = list.elements();
    } else {
      changes.ifPresent(c -> problems.add(misshapen("resource_changes", "a list", c)));
    }
    for (Located element : elements) {
      if (element instanceof Located.Object resource
          && Shape.block(resource, "change").isPresent()) {
        resource(resource).ifPresent(resources::add);
      } else {
        problems.add(misshapen("a resource", "an object with a change", element));
      }
    }
    return resources;
  }

  private static Diagnostic misshapen(String what, String expected, Located found) {
    return Diagnostic.error(
        "plan_shape", found.span(), "expected %s as %s of the plan".formatted(expected, what));
  }

  /** Empty for objects that Terraform only knows from an earlier failure. */
  private static Optional<PlannedResource> resource(Located.Object resource) {
    Located.Object change = Shape.block(resource, "change").orElseThrow();
    if (Shape.entry(resource, "deposed").isPresent()) {
      return Optional.empty();
    }
    Located actions =
        Shape.entry(change, "actions")
            .map(Located.Entry::value)
            .orElseGet(() -> new Located.Array(List.of(), change.span()));
    String action = PlannedResource.word(actions);
    String type = Shape.text(resource, "type").orElse("");
    boolean managed = Shape.text(resource, "mode").filter("data"::equals).isEmpty();
    Optional<Located> after = after(change);
    Map<String, Located.Entry> entries = PlannedResource.entries(resource, RESOURCE);
    entries.putAll(PlannedResource.entries(change, List.of("before")));
    after.ifPresent(value -> entries.put("after", entry(change, value)));
    return Optional.of(
        new PlannedResource(
            resource,
            Shape.text(resource, "address").orElse(type),
            action,
            actions,
            TerraformTypes.kind(type).filter(kind -> managed && !GONE.contains(action)),
            after
                .flatMap(TerraformPlan::attributes)
                .flatMap(
                    attributes ->
                        TerraformTypes.kind(type)
                            .map(kind -> TerraformTypes.body(kind, attributes))),
            entries));
  }

  private static Optional<Located> after(Located.Object change) {
    Optional<Located> known = Shape.entry(change, "after").map(Located.Entry::value);
    return Shape.entry(change, "after_unknown")
        .map(unknown -> AfterApply.joined(known, unknown.value()))
        .orElse(known);
  }

  private static Optional<Located.Object> attributes(Located after) {
    return after instanceof Located.Object attributes ? Optional.of(attributes) : Optional.empty();
  }

  private static Located.Entry entry(Located.Object change, Located value) {
    return new Located.Entry(change.keySpan("after").orElse(value.span()), value);
  }
}
