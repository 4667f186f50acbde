package dev.bylaw.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.Golden;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.source.DiagnosticRenderer;
import dev.bylaw.source.InputException;
import dev.bylaw.source.Severity;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicySetLoaderTest {
  static Stream<Path> sets() {
    return Golden.cases("policy/sets").stream();
  }

  @ParameterizedTest
  @MethodSource("sets")
  void loadsOrSaysEverythingThatIsWrong(Path folder) {
    String actual;
    try {
      actual = describe(PolicySetLoader.load(folder, List.of(new NoTabs())));
    } catch (InputException e) {
      actual =
          "refused\n"
              + e.diagnostics().stream()
                  .map(DiagnosticRenderer::render)
                  .collect(Collectors.joining("\n"));
    }
    Golden.check(
        folder.resolve("expected.txt"),
        actual.replace(folder.toString(), folder.getFileName() + ""));
  }

  private static String describe(PolicySet set) {
    StringBuilder out = new StringBuilder(set.name() + " " + set.version() + "\n");
    for (Policy p : set.policies()) {
      AssignedPolicy assigned = assigned(set, p);
      out.append(
          "%s %s %s %s %s %s %s%n"
              .formatted(
                  p.id(),
                  p.kind(),
                  p.subjects().size() == SubjectKind.values().length
                      ? "ALL"
                      : p.subjects().stream().sorted().toList(),
                  p.severity(),
                  assigned.rollout(),
                  points(assigned),
                  p.unknown()));
      out.append("  title: ").append(p.title()).append('\n');
      p.parameters().forEach(x -> out.append("  parameter: " + x.name() + " " + x.type() + "\n"));
    }
    set.program()
        .evaluate(Optional.empty(), List.of("parameters"))
        .ifPresent(v -> out.append("parameters: ").append(RegoJson.write(v)).append('\n'));
    set.warnings().forEach(w -> out.append(DiagnosticRenderer.render(w)));
    return out.toString();
  }

  /** Where it is assigned first. */
  private static AssignedPolicy assigned(PolicySet set, Policy policy) {
    Scope scope = set.scopes(policy.id()).iterator().next();
    Located.Object nothing = new Located.Object(Map.of(), SourceFile.of("s", "").span());
    SubjectKind kind = policy.subjects().stream().sorted().findFirst().orElseThrow();
    Subject subject =
        new Subject(
            kind,
            "s",
            "s",
            scope.product(),
            scope.domain(),
            Optional.empty(),
            Map.of("tier", "gold"),
            nothing);
    return set.inForce(subject, LocalDate.of(2026, 1, 1)).stream()
        .filter(a -> a.policy().id().equals(policy.id()))
        .findFirst()
        .orElseThrow();
  }

  /** Those that are not the default. */
  private static Map<EnforcementPoint, Action> points(AssignedPolicy assigned) {
    Map<EnforcementPoint, Action> out = new TreeMap<>(assigned.points());
    out.values().removeIf(a -> a == Action.DENY);
    return out;
  }

  /** A check in Java that a set may assign. */
  private static final class NoTabs implements Check {
    @Override
    public String id() {
      return "text/no-tabs";
    }

    @Override
    public String title() {
      return "No tabs";
    }

    @Override
    public String description() {
      return "";
    }

    @Override
    public PolicyKind kind() {
      return PolicyKind.CODE;
    }

    @Override
    public Set<SubjectKind> subjects() {
      return Set.of(SubjectKind.SQL);
    }

    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public Optional<String> characteristic() {
      return Optional.empty();
    }

    @Override
    public Optional<String> remediation() {
      return Optional.empty();
    }

    @Override
    public List<Violation> check(Subject subject) {
      return List.of();
    }
  }

  @Test
  void aMissingFolderIsNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> PolicySetLoader.load(folder.resolve("nowhere"), List.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("policy_set_missing")
        .hasMessageContaining("nowhere");
  }

  @Test
  void aFolderWithoutPoliciesIsRefused(@TempDir Path folder) {
    assertThatThrownBy(() -> PolicySetLoader.load(folder, List.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("policy_set_empty");
  }

  @Test
  void theRevisionGoesWithTheContent(@TempDir Path folder) throws IOException {
    Path rego = folder.resolve("main.rego");
    Files.writeString(rego, "package main\n\ndeny contains \"no\" if input.sql\n");
    String first = PolicySetLoader.load(folder, List.of()).revision();
    assertThat(PolicySetLoader.load(folder, List.of()).revision())
        .isEqualTo(first)
        .matches("sha256:[0-9a-f]{64}");
    Files.writeString(rego, "package main\n\ndeny contains \"No\" if input.sql\n");
    assertThat(PolicySetLoader.load(folder, List.of()).revision()).isNotEqualTo(first);
  }
}
