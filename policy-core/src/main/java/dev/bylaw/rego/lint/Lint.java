package dev.bylaw.rego.lint;

import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.builtin.std.StandardBuiltins;
import dev.bylaw.rego.observe.CoverageReport;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Severity;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks at modules by all rules. Modules must compile; what they are told here is beside that.
 * Stateless and thread-safe.
 */
public final class Lint {
  private static final List<Look> LOOKS =
      Stream.of(
              BugLooks.all(),
              ReferenceLooks.all(),
              IdiomLooks.all(),
              StyleLooks.all(),
              TestLooks.all(),
              PolicyLooks.all())
          .flatMap(List::stream)
          .toList();

  /** What compilers tell, and this goal with them. */
  private static final List<LintRule> COMPILED =
      List.of(
          new LintRule(
              "input-path",
              LintRule.Category.POLICIES,
              LintLevel.ERROR,
              "A policy reads what its kind of subject has"),
          new LintRule(
              "strict",
              LintRule.Category.BUGS,
              LintLevel.ERROR,
              "Nothing is imported, assigned or passed without use"));

  private Lint() {}

  /** All rules, those of the compiler too. */
  public static List<LintRule> rules() {
    return Stream.concat(LOOKS.stream().map(Look::rule), COMPILED.stream()).toList();
  }

  /**
   * Looks at the modules that a compiler has.
   *
   * @param tested what the tests among them cover, where they were run
   * @param compiled findings of {@code strict} and {@code input-path}
   * @return in order of their places; the code of each is the rule's id
   */
  public static List<Diagnostic> look(
      RegoCompiler compiler,
      Optional<CoverageReport> tested,
      List<Diagnostic> compiled,
      LintSettings settings) {
    return look(compiler.modules(), compiler.documents(), tested, compiled, settings);
  }

  static List<Diagnostic> look(
      List<Module> modules,
      RegoObject data,
      Optional<CoverageReport> tested,
      List<Diagnostic> compiled,
      LintSettings settings) {
    LintSet set =
        new LintSet(modules, data, StandardBuiltins.registry(), tested, settings.lineLength());
    List<Diagnostic> found = new ArrayList<>();
    Set<LintSettings.Exempt> used = new HashSet<>();
    for (LintModule module : set.modules()) {
      look(module, compiled, settings, used, found);
    }
    settings.exempt().stream()
        .filter(e -> !used.contains(e))
        .map(
            e ->
                Diagnostic.warning(
                    "lint-ignore", e.place(), "there is nothing to except here: take it out"))
        .forEach(found::add);
    return found.stream().sorted(Diagnostic.BY_PLACE).toList();
  }

  private static void look(
      LintModule module,
      List<Diagnostic> compiled,
      LintSettings settings,
      Set<LintSettings.Exempt> used,
      List<Diagnostic> found) {
    Directives directives = new Directives(module);
    List<Diagnostic> here = new ArrayList<>();
    for (Look look : LOOKS) {
      LintLevel level = settings.level(look.rule());
      if (level != LintLevel.IGNORE) {
        look.examination()
            .examine(
                module, (place, message) -> here.add(finding(look.rule(), level, place, message)));
      }
    }
    for (LintRule rule : COMPILED) {
      LintLevel level = settings.level(rule);
      compiled.stream()
          .filter(d -> level != LintLevel.IGNORE && d.code().equals(rule.id()))
          .flatMap(d -> d.span().stream().map(s -> finding(rule, level, s, d.message())))
          .filter(d -> isIn(d, module))
          .forEach(here::add);
    }
    here.stream()
        .filter(d -> !isExempt(d, module, settings, used))
        .filter(d -> !directives.except(d.code(), d.span().orElseThrow()))
        .forEach(found::add);
    found.addAll(directives.problems());
  }

  private static boolean isIn(Diagnostic finding, LintModule module) {
    return finding.span().filter(s -> s.source().name().equals(module.source().name())).isPresent();
  }

  private static Diagnostic finding(LintRule rule, LintLevel level, Span place, String message) {
    Severity severity = level == LintLevel.ERROR ? Severity.ERROR : Severity.WARNING;
    return new Diagnostic(rule.id(), severity, Optional.of(place), message);
  }

  private static boolean isExempt(
      Diagnostic finding, LintModule module, LintSettings settings, Set<LintSettings.Exempt> used) {
    List<LintSettings.Exempt> found =
        settings.exempt().stream()
            .filter(e -> e.rules().contains(finding.code()))
            .filter(e -> e.files().test(module.source().name()))
            .toList();
    used.addAll(found);
    return !found.isEmpty();
  }
}
