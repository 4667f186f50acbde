package dev.bylaw.rego.lint;

import static dev.bylaw.rego.lint.LintRule.Category.POLICIES;

import dev.bylaw.rego.ast.Annotations;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.observe.CoverageReport;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a policy should have: packages with {@code deny}, {@code violation} or {@code warn}. */
final class PolicyLooks {
  private static final Set<String> FIELDS =
      Set.of(
          "scope",
          "title",
          "description",
          "related_resources",
          "authors",
          "organizations",
          "schemas",
          "entrypoint",
          "custom");

  private PolicyLooks() {}

  static List<Look> all() {
    return List.of(
        Look.warning(
            "missing-metadata",
            POLICIES,
            "A policy says what it is, how bad it is, and how to mend a finding",
            PolicyLooks::missingMetadata),
        Look.error(
            "invalid-metadata-attribute",
            POLICIES,
            "Metadata has OPA's fields; all others are below custom",
            PolicyLooks::invalidMetadataAttribute),
        Look.warning(
            "no-failing-test",
            POLICIES,
            "A test shows a finding of each policy",
            PolicyLooks::noFailingTest));
  }

  private static void missingMetadata(LintModule module, Look.Report report) {
    if (module.isTestFile() || module.judging().findAny().isEmpty()) {
      return;
    }
    Span place = module.module().packageDeclaration().span();
    Optional<Annotations> own =
        module.module().annotations().stream().filter(a -> a.scope().equals("package")).findFirst();
    List<String> missing = new ArrayList<>();
    RegoObject values = own.map(Annotations::values).orElse(RegoObject.EMPTY);
    List.of("title", "description").stream()
        .filter(f -> values.get(f) == null)
        .forEach(missing::add);
    RegoValue custom = values.get("custom");
    List.of("kind", "subject", "severity", "remediation").stream()
        .filter(f -> !(custom instanceof RegoObject c) || c.get(f) == null)
        .forEach(f -> missing.add("custom." + f));
    if (!missing.isEmpty()) {
      report.at(
          own.map(Annotations::span).orElse(place),
          "the metadata of the package lacks " + String.join(", ", missing));
    }
  }

  private static void invalidMetadataAttribute(LintModule module, Look.Report report) {
    List<Annotations> all = new ArrayList<>(module.module().annotations());
    module.rules().forEach(r -> all.addAll(r.annotations()));
    for (Annotations one : all) {
      one.span()
          .source()
          .span(one.span().start(), one.span().end())
          .text()
          .lines()
          .filter(line -> line.matches("#\\s?[A-Za-z_]+:.*"))
          .map(line -> line.substring(1, line.indexOf(':')).strip())
          .filter(name -> !FIELDS.contains(name))
          .forEach(
              name ->
                  report.at(
                      one.span(),
                      "found the field %s, which OPA does not know: put it below custom"
                          .formatted(name)));
    }
  }

  private static void noFailingTest(LintModule module, Look.Report report) {
    List<Rule> judging = module.judging().toList();
    Optional<CoverageReport> tested = module.set().tested();
    if (tested.isEmpty() || module.isTestFile() || judging.isEmpty()) {
      return;
    }
    CoverageReport.File file = tested.get().files().get(module.source().name());
    boolean seen =
        file != null
            && judging.stream()
                .map(r -> r.head().span())
                .anyMatch(
                    head ->
                        file.covered().stream()
                            .anyMatch(c -> c.row() == head.line() && c.column() == head.column()));
    if (!seen) {
      report.at(
          judging.get(0).head().span(),
          "no test makes a finding of this policy: nobody has seen it fail");
    }
  }
}
