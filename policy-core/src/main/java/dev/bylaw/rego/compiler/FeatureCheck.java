package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.AstPrinter;
import dev.bylaw.rego.ast.Import;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.RuleHead;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import java.util.List;

/** Refuses what the capabilities leave out. */
final class FeatureCheck {
  private final Capabilities capabilities;
  private final Problems problems;

  FeatureCheck(Capabilities capabilities, Problems problems) {
    this.capabilities = capabilities;
    this.problems = problems;
  }

  void check(Module module) {
    if (!capabilities.hasVersionImport()) {
      module.imports().forEach(this::version);
    }
    if (!capabilities.hasGeneralHeads()) {
      module.rules().forEach(this::head);
    }
    if (!capabilities.hasTemplates()) {
      module.rules().forEach(r -> Terms.visit(r, this::template));
    }
  }

  private void version(Import i) {
    if (i.path().head() instanceof Var v && v.name().equals("rego")) {
      problems.compile(i.span(), "rego.v1 import is not supported");
    }
  }

  private void head(Rule rule) {
    RuleHead head = rule.head();
    List<Term> path = head.reference().path();
    boolean object = head.key().isEmpty() && head.args().isEmpty() && path.size() == 1;
    String text = AstPrinter.print(head.reference());
    if (path.isEmpty() || object) {
      return;
    } else if (!capabilities.hasDottedHeads()) {
      problems.compile(rule.span(), "rule heads with refs are not supported: " + text);
    } else if (path.stream().anyMatch(t -> !(t instanceof Scalar))) {
      problems.type(
          rule.span(),
          "rule heads with general refs (containing variables) are not supported: " + text);
    }
  }

  private boolean template(Term term) {
    if (term instanceof TemplateString) {
      problems.compile(term.span(), "template-strings are not supported");
    }
    return true;
  }
}
