package dev.bylaw.rego.lint;

import static dev.bylaw.rego.lint.LintRule.Category.STYLE;

import dev.bylaw.rego.ast.Comment;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.source.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How modules are laid out and named. */
final class StyleLooks {
  private StyleLooks() {}

  static List<Look> all() {
    return List.of(
        Look.warning(
            "default-first", STYLE, "The default comes before the rule", StyleLooks::defaultFirst),
        Look.warning(
            "directory-package-mismatch",
            STYLE,
            "A package is in the folder of its name",
            StyleLooks::directoryPackageMismatch),
        Look.warning(
            "get-or-list-prefix",
            STYLE,
            "Rules are named for what they are, not get_ or list_",
            StyleLooks::getOrListPrefix),
        Look.warning("line-length", STYLE, "Lines are not too long", StyleLooks::lineLength),
        Look.warning(
            "messy-rule", STYLE, "The definitions of a rule stand together", StyleLooks::messyRule),
        Look.warning(
            "no-whitespace-comment",
            STYLE,
            "Behind # comes a space",
            StyleLooks::noWhitespaceComment),
        Look.warning(
            "prefer-snake-case", STYLE, "Names are in snake_case", StyleLooks::preferSnakeCase),
        Look.warning(
            "rule-name-repeats-package",
            STYLE,
            "A rule does not repeat the name of its package",
            StyleLooks::ruleNameRepeatsPackage),
        Look.warning("todo-comment", STYLE, "Nothing is left to do", StyleLooks::todoComment));
  }

  private static void defaultFirst(LintModule module, Look.Report report) {
    Set<String> before = new HashSet<>();
    for (Rule rule : module.rules()) {
      if (rule.isDefault() && before.contains(Names.of(rule))) {
        report.at(rule.head().span(), "put the default of %s before it".formatted(Names.of(rule)));
      }
      before.add(Names.of(rule));
    }
  }

  private static void directoryPackageMismatch(LintModule module, Look.Report report) {
    String name = module.source().name();
    String file = name.substring(0, name.length() - ".rego".length());
    int slash = file.lastIndexOf('/');
    String folder = slash < 0 ? "" : file.substring(0, slash);
    if (!endsPackage(folder, module) && !endsPackage(file, module)) {
      report.at(
          module.module().packageDeclaration().span(),
          "found the folder %s, expected %s, or an end of it"
              .formatted(folder, String.join("/", module.path())));
    }
  }

  /**
   * Whether a path of folders is the end of a package's path; tests stand beside what they test.
   */
  private static boolean endsPackage(String folders, LintModule module) {
    String path = "/" + withoutTest(String.join("/", module.path()));
    return folders.isEmpty() || path.endsWith("/" + withoutTest(folders));
  }

  private static String withoutTest(String path) {
    return path.endsWith("_test") ? path.substring(0, path.length() - "_test".length()) : path;
  }

  private static void getOrListPrefix(LintModule module, Look.Report report) {
    module.rules().stream()
        .filter(r -> Names.of(r).startsWith("get_") || Names.of(r).startsWith("list_"))
        .forEach(
            r ->
                report.at(
                    r.head().reference().span(), "a rule is not an action: name it for its value"));
  }

  private static void lineLength(LintModule module, Look.Report report) {
    SourceFile source = module.source();
    int most = module.set().lineLength();
    for (int line = 1; line <= source.lineCount(); line++) {
      int length = source.lineEnd(line) - source.lineStart(line);
      if (length > most) {
        report.at(
            source.span(source.lineStart(line) + most, source.lineEnd(line)),
            "found %d characters, expected at most %d".formatted(length, most));
      }
    }
  }

  private static void messyRule(LintModule module, Look.Report report) {
    Set<String> before = new HashSet<>();
    String last = "";
    for (Rule rule : module.rules()) {
      String name = Names.of(rule);
      if (!name.equals(last) && !before.add(name)) {
        report.at(
            rule.head().reference().span(),
            "%s is defined further up already: put both together".formatted(name));
      }
      last = name;
    }
  }

  private static void noWhitespaceComment(LintModule module, Look.Report report) {
    module.module().comments().stream()
        .filter(c -> !c.text().isEmpty() && c.text().chars().noneMatch(ch -> ch == '#'))
        .filter(c -> c.text().charAt(0) != ' ' && c.text().charAt(0) != '\t')
        .filter(c -> !(c.text().startsWith("!") && c.span().line() == 1))
        .forEach(c -> report.at(c.span(), "put a space behind #"));
  }

  private static void preferSnakeCase(LintModule module, Look.Report report) {
    module.rules().stream()
        .filter(r -> hasUpperCase(Names.of(r)))
        .forEach(r -> report.at(r.head().reference().span(), "write it in small letters with _"));
  }

  private static boolean hasUpperCase(String name) {
    return name.chars().anyMatch(Character::isUpperCase);
  }

  private static void ruleNameRepeatsPackage(LintModule module, Look.Report report) {
    if (module.path().isEmpty() || module.isTestPackage()) {
      return;
    }
    String own = module.path().get(module.path().size() - 1);
    module.rules().stream()
        .filter(r -> Names.of(r).equals(own) || Names.of(r).startsWith(own + "_"))
        .forEach(
            r ->
                report.at(
                    r.head().reference().span(),
                    "the package is %s already: leave it out of the name".formatted(own)));
  }

  private static void todoComment(LintModule module, Look.Report report) {
    module.module().comments().stream()
        .filter(StyleLooks::isTodo)
        .forEach(c -> report.at(c.span(), "do it, or write it where work is planned"));
  }

  private static boolean isTodo(Comment comment) {
    String text = comment.text().strip();
    return text.startsWith("TODO") || text.startsWith("FIXME") || text.startsWith("XXX");
  }
}
