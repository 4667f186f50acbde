package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.ast.Comment;
import dev.bylaw.rego.ast.Import;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.RuleHead;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.parser.RegoSyntax;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/** Modules of Rego as values, in the form that OPA gives its syntax trees in JSON. */
final class RegoModules {
  private RegoModules() {}

  static RegoObject parse(String name, String text) throws BuiltinException {
    RegoSyntax.Parsed<Module> parsed = RegoSyntax.parse(SourceFile.of(name, text), RegoVersion.V1);
    if (parsed.tree().isEmpty()) {
      throw BuiltinException.of(message(name, parsed.diagnostics()));
    }
    return module(parsed.tree().get());
  }

  private static String message(String name, List<Diagnostic> diagnostics) {
    if (diagnostics.size() == 1 && diagnostics.get(0).message().equals("empty module")) {
      return name + ":0: " + diagnostics.get(0).code() + ": empty module";
    }
    String count =
        diagnostics.size() == 1 ? "1 error occurred: " : diagnostics.size() + " errors occurred:\n";
    return diagnostics.stream()
        .map(RegoModules::message)
        .collect(Collectors.joining("\n", count, ""));
  }

  private static String message(Diagnostic diagnostic) {
    String message = diagnostic.code() + ": " + diagnostic.message();
    if (diagnostic.span().isEmpty()) {
      return message;
    }
    Span span = diagnostic.span().get();
    String file = span.source().name();
    String place = file.isEmpty() ? span.line() + ":" + span.column() : file + ":" + span.line();
    String line = span.source().lineText(span.line());
    int at = Math.min(span.column(), line.length()) - 1;
    int indent = line.length() - line.stripLeading().length();
    String caret = " ".repeat(Math.max(0, at - indent)) + "^";
    return place + ": " + message + "\n\t" + line.strip() + "\n\t" + caret;
  }

  private static RegoObject module(Module module) {
    RegoObject.Builder out = RegoObject.builder();
    RegoValue path = RegoTerms.parts(module.packageDeclaration().path());
    out.put("package", RegoObject.of(RegoString.of("path"), path));
    put("imports", module.imports().stream().map(RegoModules::imported).toList(), out);
    put("rules", module.rules().stream().map(RegoModules::rule).toList(), out);
    put("comments", module.comments().stream().map(RegoModules::comment).toList(), out);
    return out.build();
  }

  private static void put(String field, List<RegoObject> values, RegoObject.Builder out) {
    if (!values.isEmpty()) {
      out.put(field, RegoArray.of(values));
    }
  }

  private static RegoObject imported(Import imported) {
    RegoObject.Builder out = RegoObject.builder();
    out.put("path", RegoTerms.reference(imported.path()));
    imported.alias().ifPresent(alias -> out.put("alias", RegoString.of(alias)));
    return out.build();
  }

  private static RegoObject comment(Comment comment) {
    RegoObject place =
        RegoObject.builder()
            .put("file", RegoString.of(comment.span().source().name()))
            .put("row", RegoNumber.of(comment.span().line()))
            .put("col", RegoNumber.of(comment.span().column()))
            .build();
    return RegoObject.builder()
        .put("Text", X509Names.base64(Encodings.utf8(comment.text())))
        .put("Location", place)
        .build();
  }

  private static RegoObject rule(Rule rule) {
    RegoObject.Builder out = RegoObject.builder();
    out.put("head", head(rule.head()));
    out.put("body", RegoBodies.body(rule.body()));
    if (rule.isDefault()) {
      out.put("default", RegoBoolean.TRUE);
    }
    rule.otherwise().ifPresent(other -> out.put("else", rule(other)));
    return out.build();
  }

  private static RegoObject head(RuleHead head) {
    RegoObject.Builder out = RegoObject.builder();
    out.put("ref", RegoTerms.parts(head.reference()));
    head.args().ifPresent(args -> out.put("args", RegoTerms.all(args)));
    head.key().ifPresent(key -> out.put("key", RegoTerms.term(key)));
    if (head.key().isEmpty()) {
      Term yes = new Scalar(head.span(), RegoBoolean.TRUE);
      out.put("value", RegoTerms.term(head.value().orElse(yes)));
    }
    if (head.assigned()) {
      out.put("assign", RegoBoolean.TRUE);
    }
    putName(head, out);
    return out.build();
  }

  /** A name stands beside the reference where there is at most one operand, in brackets. */
  private static void putName(RuleHead head, RegoObject.Builder out) {
    List<Term> operands = head.reference().path();
    boolean bracketed =
        operands.size() == 1
            && !(operands.get(0) instanceof Scalar s
                && s.value() instanceof RegoString text
                && s.span().text().equals(text.value()));
    if (!operands.isEmpty() && !bracketed) {
      return;
    }
    if (head.reference().head() instanceof Var name) {
      out.put("name", RegoString.of(name.name()));
    }
    if (bracketed) {
      out.put("key", RegoTerms.term(operands.get(0)));
    }
  }
}
