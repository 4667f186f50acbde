package dev.bylaw.rego.lint;

import static dev.bylaw.rego.lint.LintRule.Category.TESTS;

import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.With;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tests, and what belongs in tests alone. */
final class TestLooks {
  private TestLooks() {}

  static List<Look> all() {
    return List.of(
        Look.error(
            "file-missing-test-suffix",
            TESTS,
            "Tests are in files named ..._test.rego",
            TestLooks::fileMissingTestSuffix),
        Look.error(
            "identically-named-tests",
            TESTS,
            "No two tests have one name",
            TestLooks::identicallyNamedTests),
        Look.warning(
            "print-call", TESTS, "Nothing is printed outside of tests", TestLooks::printCall),
        Look.warning(
            "test-outside-test-package",
            TESTS,
            "Tests are in packages named ..._test",
            TestLooks::testOutsideTestPackage),
        Look.warning("todo-test", TESTS, "No test is left to do", TestLooks::todoTest),
        Look.warning(
            "with-outside-test",
            TESTS,
            "with is for tests, outside of them it makes rules slow",
            TestLooks::withOutsideTest));
  }

  private static void fileMissingTestSuffix(LintModule module, Look.Report report) {
    if (!module.isTestFile()) {
      module
          .tests()
          .forEach(
              r ->
                  report.at(
                      r.head().reference().span(),
                      "found %s, expected a file named ..._test.rego, or the test goes out with the policies"
                          .formatted(module.source().name())));
    }
  }

  private static void identicallyNamedTests(LintModule module, Look.Report report) {
    Map<String, Rule> first = new HashMap<>();
    module
        .tests()
        .forEach(
            r -> {
              Rule other = first.putIfAbsent(Names.of(r), r);
              if (other != null) {
                report.at(
                    r.head().reference().span(),
                    "%s is in line %d already".formatted(Names.of(r), other.span().line()));
              }
            });
  }

  private static void printCall(LintModule module, Look.Report report) {
    if (!module.isTestFile()) {
      module
          .all(Call.class)
          .filter(c -> Names.called(c).equals("print") || Names.called(c).equals("trace"))
          .forEach(c -> report.at(c.span(), "take it out when you have seen what you wanted"));
    }
  }

  private static void testOutsideTestPackage(LintModule module, Look.Report report) {
    if (!module.isTestPackage() && module.tests().findAny().isPresent()) {
      report.at(
          module.module().packageDeclaration().span(),
          "found tests, expected a package whose name ends with _test");
    }
  }

  private static void todoTest(LintModule module, Look.Report report) {
    module
        .tests()
        .filter(r -> Names.of(r).startsWith("todo_"))
        .forEach(r -> report.at(r.head().reference().span(), "this test is skipped: finish it"));
  }

  private static void withOutsideTest(LintModule module, Look.Report report) {
    if (!module.isTestFile() && !module.isTestPackage()) {
      module
          .all(With.class)
          .forEach(w -> report.at(w.span(), "make what changes an argument of a function"));
    }
  }
}
