package dev.bylaw.rego.lint;

import static dev.bylaw.rego.lint.LintRule.Category.BUGS;
import static dev.bylaw.rego.lint.LintRule.Category.IDIOMS;

import dev.bylaw.rego.ast.AstPrinter;
import dev.bylaw.rego.ast.Import;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What names mean, and what rules of one name say together. */
final class ReferenceLooks {
  /** What a policy set gives its policies, though no file has it. */
  private static final String PARAMETERS = "parameters";

  private ReferenceLooks() {}

  static List<Look> all() {
    return List.of(
        Look.error(
            "conflicting-rules",
            BUGS,
            "Rules that hold at once have one value",
            ReferenceLooks::conflictingRules),
        Look.error(
            "duplicate-rule", BUGS, "No rule is written twice", ReferenceLooks::duplicateRule),
        Look.error(
            "inconsistent-args",
            BUGS,
            "Definitions of a function name its arguments alike",
            ReferenceLooks::inconsistentArgs),
        Look.error(
            "leaked-internal-reference",
            BUGS,
            "Names that begin with _ are used in their own package only",
            ReferenceLooks::leakedInternalReference),
        Look.error(
            "rule-shadows-builtin",
            BUGS,
            "No rule has the name of a built-in",
            ReferenceLooks::ruleShadowsBuiltin),
        Look.warning(
            "var-shadows-builtin",
            BUGS,
            "No variable has the name of a built-in",
            ReferenceLooks::varShadowsBuiltin),
        Look.error(
            "unresolved-reference",
            BUGS,
            "What is below data is there",
            ReferenceLooks::unresolvedReference),
        Look.warning(
            "ignored-import",
            IDIOMS,
            "What is imported is used by its short name",
            ReferenceLooks::ignoredImport),
        Look.warning(
            "pointless-import",
            IDIOMS,
            "No import is without effect",
            ReferenceLooks::pointlessImport),
        Look.off(
            "external-reference",
            IDIOMS,
            "A function depends on its arguments alone",
            ReferenceLooks::externalReference));
  }

  private static void conflictingRules(LintModule module, Look.Report report) {
    Map<String, Term> values = new HashMap<>();
    for (Rule rule : module.rules()) {
      Optional<Term> value = rule.head().value();
      if (rule.isDefault() || value.isEmpty() || !(value.get() instanceof Scalar constant)) {
        continue;
      }
      String when =
          AstPrinter.print(rule.head().reference())
              + rule.head().args().map(a -> a.stream().map(Names::text).toList())
              + (Names.hasBody(rule) ? AstPrinter.print(rule.body()) : "");
      Term other = values.putIfAbsent(when, constant);
      if (other instanceof Scalar first && !first.value().equals(constant.value())) {
        report.at(
            rule.head().span(),
            "%s is %s here and %s in line %d, under the same conditions"
                .formatted(
                    Names.of(rule), Names.text(constant), Names.text(first), first.span().line()));
      }
    }
  }

  private static void duplicateRule(LintModule module, Look.Report report) {
    Map<String, Integer> lines = new HashMap<>();
    for (Rule rule : module.rules()) {
      Integer first = lines.putIfAbsent(withoutSpace(rule.span().text()), rule.span().line());
      if (first != null) {
        report.at(rule.head().span(), "the same as in line " + first + ": take one out");
      }
    }
  }

  private static String withoutSpace(String text) {
    return String.join(" ", text.strip().split("\\s+", -1));
  }

  private static void inconsistentArgs(LintModule module, Look.Report report) {
    module
        .set()
        .rules(module.path())
        .forEach(
            (name, rules) -> {
              Rule first = rules.get(0);
              rules.stream()
                  .skip(1)
                  .filter(r -> module.rules().contains(r))
                  .filter(r -> differ(first, r))
                  .forEach(
                      r ->
                          report.at(
                              r.head().span(),
                              "the arguments of %s have other names at %s"
                                  .formatted(name, first.head().span())));
            });
  }

  private static boolean differ(Rule first, Rule second) {
    List<Term> left = first.head().args().orElse(List.of());
    List<Term> right = second.head().args().orElse(List.of());
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      if (left.get(i) instanceof Var a
          && right.get(i) instanceof Var b
          && !Names.isUnnamed(a.name())
          && !Names.isUnnamed(b.name())
          && !a.name().equals(b.name())) {
        return true;
      }
    }
    return false;
  }

  private static void leakedInternalReference(LintModule module, Look.Report report) {
    if (module.isTestFile()) {
      return;
    }
    for (Rule rule : module.rules()) {
      Walk.all(rule, Ref.class)
          .forEach(
              ref ->
                  module
                      .document(ref, rule)
                      .filter(path -> !isBelow(path, module.path()) && isInternal(path))
                      .ifPresent(
                          path ->
                              report.at(
                                  ref.span(),
                                  "%s is for its own package: it begins with _"
                                      .formatted(Names.text(ref)))));
    }
  }

  private static boolean isInternal(List<String> path) {
    return path.stream().anyMatch(n -> n.startsWith("_"));
  }

  private static boolean isBelow(List<String> path, List<String> parent) {
    return path.size() >= parent.size() && path.subList(0, parent.size()).equals(parent);
  }

  private static void ruleShadowsBuiltin(LintModule module, Look.Report report) {
    for (Rule rule : module.rules()) {
      String name = Names.of(rule);
      if (module.set().hidesBuiltin(name)) {
        report.at(
            rule.head().reference().span(),
            "%s is a built-in of Rego, which cannot be called here any more".formatted(name));
      }
    }
  }

  private static void varShadowsBuiltin(LintModule module, Look.Report report) {
    for (Rule rule : module.rules()) {
      Set<String> told = new HashSet<>();
      Walk.all(rule, Var.class)
          .filter(v -> module.declared(rule).contains(v.name()))
          .filter(v -> module.set().hidesBuiltin(v.name()) && told.add(v.name()))
          .forEach(
              v ->
                  report.at(
                      v.span(),
                      "%s is a built-in of Rego, which cannot be called here any more"
                          .formatted(v.name())));
    }
  }

  private static void unresolvedReference(LintModule module, Look.Report report) {
    module
        .imports()
        .filter(i -> isUnknown(Names.path(i.path()), module))
        .forEach(i -> report.at(i.path().span(), unknown(i.path())));
    module
        .all(Ref.class)
        .filter(r -> r.path().size() == Names.constants(r.path()).size())
        .filter(r -> isUnknown(Names.path(r), module))
        .forEach(r -> report.at(r.span(), unknown(r)));
  }

  private static boolean isUnknown(List<String> path, LintModule module) {
    return path.size() > 1
        && path.get(0).equals("data")
        && !path.get(1).equals(PARAMETERS)
        && !module.set().knows(path.subList(1, path.size()));
  }

  private static String unknown(Ref ref) {
    return "no module and no data of this folder has %s: it is undefined"
        .formatted(Names.text(ref));
  }

  private static void ignoredImport(LintModule module, Look.Report report) {
    Map<List<String>, Import> imported = new HashMap<>();
    module
        .imports()
        .filter(i -> Names.path(i.path()).size() > 1)
        .filter(i -> Names.path(i.path()).get(0).equals("data"))
        .forEach(i -> imported.put(Names.path(i.path()), i));
    for (Ref ref : module.all(Ref.class).toList()) {
      List<String> path = Names.path(ref);
      for (int i = path.size(); i > 1; i--) {
        Import one = imported.get(path.subList(0, i));
        if (one != null) {
          report.at(ref.span(), "this is imported: write " + Names.of(one));
          break;
        }
      }
    }
  }

  private static void pointlessImport(LintModule module, Look.Report report) {
    for (Import one : module.module().imports()) {
      List<String> path = Names.path(one.path());
      if (path.get(0).equals("rego") || path.get(0).equals("future")) {
        boolean needed = path.contains("not") || path.contains("and") || path.contains("or");
        if (!needed) {
          report.at(one.span(), "Rego is like that since OPA 1.0: take it out");
        }
      } else if (path.get(0).equals("data") && path.subList(1, path.size()).equals(module.path())) {
        report.at(one.span(), "this is the module's own package: name its rules as they are");
      } else if (one.alias().filter(path.get(path.size() - 1)::equals).isPresent()) {
        report.at(one.span(), "the name behind as is the one it has anyway: leave it out");
      }
    }
  }

  private static void externalReference(LintModule module, Look.Report report) {
    for (Rule rule : module.rules()) {
      if (rule.head().args().isEmpty()) {
        continue;
      }
      Walk.all(rule, Ref.class)
          .filter(
              r ->
                  r.head() instanceof Var v
                      && (v.name().equals("input") || v.name().equals("data")))
          .forEach(
              r ->
                  report.at(
                      r.span(),
                      "%s reads %s: make it an argument".formatted(Names.of(rule), Names.text(r))));
    }
  }
}
