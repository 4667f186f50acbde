package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Annotations;
import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Comment;
import dev.bylaw.rego.ast.Expr;
import dev.bylaw.rego.ast.Import;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.PackageDeclaration;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.RuleHead;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;

/** Builds modules from what the parser read. */
final class ModuleBuilder {
  private final RegoVersion version;
  private final RegoTokens tokens;
  private final TermBuilder terms;
  private final SourceFile source;
  private final List<Diagnostic> diagnostics;

  ModuleBuilder(
      SourceFile source, RegoVersion version, RegoTokens tokens, List<Diagnostic> diagnostics) {
    this.source = source;
    this.version = version;
    this.tokens = tokens;
    this.diagnostics = diagnostics;
    this.terms = new TermBuilder(source, tokens.notTakesBody(), diagnostics);
  }

  TermBuilder terms() {
    return terms;
  }

  Module module(RegoParser.ModuleContext m) {
    List<Comment> comments = new ArrayList<>();
    for (CommonToken t : tokens.all()) {
      if (t.getType() == RegoLexer.COMMENT) {
        comments.add(new Comment(terms.span(t), t.getText().substring(1)));
      }
    }
    MetadataReader metadata = new MetadataReader(source, comments, diagnostics);
    PackageDeclaration declaration = packageDeclaration(m.packageDeclaration());
    List<Annotations> annotations =
        new ArrayList<>(metadata.before(declaration.span().start(), "package"));
    List<Import> imports = new ArrayList<>();
    List<Rule> rules = new ArrayList<>();
    for (RegoParser.StatementContext s : m.statement()) {
      if (s.importDeclaration() != null) {
        imports.add(importDeclaration(s.importDeclaration()));
      } else {
        RegoParser.RuleDefinitionContext rule = s.ruleDefinition();
        List<Annotations> own = new ArrayList<>(metadata.before(terms.span(rule).start(), "rule"));
        for (Annotations a : own) {
          if (a.scope().equals("package") || a.scope().equals("subpackages")) {
            annotations.add(a);
          }
        }
        own.removeIf(annotations::contains);
        rules(rule, own, rules);
      }
    }
    return new Module(source.span(), version, declaration, imports, rules, annotations, comments);
  }

  private PackageDeclaration packageDeclaration(RegoParser.PackageDeclarationContext p) {
    Ref name = terms.reference(p.reference());
    List<Term> path = new ArrayList<>();
    path.add(new Scalar(name.head().span(), RegoString.of(((Var) name.head()).name())));
    path.addAll(name.path());
    for (Term t : path) {
      if (!(t instanceof Scalar s && s.value() instanceof RegoString)) {
        terms.problem(t.span(), "package name cannot contain variables or non-string values");
      }
    }
    return new PackageDeclaration(
        terms.span(p), new Ref(name.span(), new Var(name.head().span(), "data"), path));
  }

  private Import importDeclaration(RegoParser.ImportDeclarationContext i) {
    Ref path = terms.reference(i.reference());
    String root = ((Var) path.head()).name();
    if (!List.of("data", "input", "rego", "future").contains(root)) {
      terms.problem(
          path.span(),
          "unexpected import path, must begin with one of: {data, future, input, rego}, got: "
              + root);
    }
    return new Import(terms.span(i), path, Optional.ofNullable(i.name()).map(n -> n.getText()));
  }

  private Body truth(Span span) {
    return new Body(
        span, List.of(new Expr.TermExpr(span, new Scalar(span, RegoBoolean.TRUE), List.of())));
  }

  private Body ifBody(RegoParser.IfBodyContext b) {
    if (b.braceBody() != null) {
      return terms.exprs().braceBody(b.braceBody());
    }
    Expr only = terms.exprs().literal(b.literal());
    return new Body(only.span(), List.of(only));
  }

  private void rules(
      RegoParser.RuleDefinitionContext r, List<Annotations> annotations, List<Rule> into) {
    Span span = terms.span(r);
    List<RegoParser.ExprContext> exprs = new ArrayList<>(r.expr());
    Ref reference = terms.reference(r.reference());
    Optional<Term> value = Optional.empty();
    Optional<Term> key = Optional.empty();
    if (r.operator != null) {
      value = Optional.of(terms.expr(exprs.remove(exprs.size() - 1)));
    }
    if (r.CONTAINS() != null) {
      key = Optional.of(terms.expr(exprs.remove(exprs.size() - 1)));
    }
    Optional<List<Term>> args =
        r.LPAREN_ADJ() == null ? Optional.empty() : Optional.of(terms.exprs(exprs));
    boolean hasBody = r.ifBody() != null || !r.braceBody().isEmpty();
    if (!tokens.isV1()
        && args.isEmpty()
        && value.isEmpty()
        && key.isEmpty()
        && r.IF() == null
        && reference.path().size() == 1
        && isKey(r.reference())) {
      // v0: p[x] { ... } is a set
      key = Optional.of(reference.path().get(0));
      reference = new Ref(reference.span(), reference.head(), List.of());
    }
    checkForm(r, span, hasBody);
    RuleHead head =
        new RuleHead(
            headSpan(r),
            reference,
            args,
            key,
            value,
            r.operator != null && r.operator.getType() == RegoLexer.ASSIGN);
    List<Body> bodies = new ArrayList<>();
    if (r.ifBody() != null) {
      bodies.add(ifBody(r.ifBody()));
    }
    r.braceBody().forEach(b -> bodies.add(terms.exprs().braceBody(b)));
    if (bodies.isEmpty()) {
      bodies.add(truth(head.span()));
    }
    for (int i = 0; i < bodies.size(); i++) {
      boolean last = i == bodies.size() - 1;
      into.add(
          new Rule(
              span,
              r.DEFAULT() != null,
              head,
              bodies.get(i),
              last ? otherwise(r.elseBranch(), 0, head) : Optional.empty(),
              annotations));
    }
  }

  private static boolean isKey(RegoParser.ReferenceContext r) {
    return r.LBRACK_ADJ().size() == 1;
  }

  private Span headSpan(RegoParser.RuleDefinitionContext r) {
    int start = r.reference().getStart().getStartIndex();
    int end = terms.span(r).end();
    if (r.IF() != null) {
      end = terms.span(r.IF().getSymbol()).start();
    } else if (!r.braceBody().isEmpty()) {
      end = terms.span(r.braceBody(0)).start();
    } else if (!r.elseBranch().isEmpty()) {
      end = terms.span(r.elseBranch(0)).start();
    }
    while (end > start && Character.isWhitespace(source.text().charAt(end - 1))) {
      end--;
    }
    return source.span(start, end);
  }

  private void checkForm(RegoParser.RuleDefinitionContext r, Span span, boolean hasBody) {
    if (tokens.isV1() && r.ifBody() == null && !r.braceBody().isEmpty()) {
      terms.problem(span, "`if` keyword is required before rule body");
    }
    boolean plain = r.operator == null && r.CONTAINS() == null && !hasBody && r.DEFAULT() == null;
    if (plain && tokens.isV1()) {
      terms.problem(
          span, "`contains` keyword is required for partial set rules, or a value or a body");
    }
    if (r.DEFAULT() != null && r.operator == null) {
      terms.problem(span, "illegal default rule (value missing)");
    }
    if (r.DEFAULT() != null && hasBody) {
      terms.problem(span, "default rules must not have a body");
    }
  }

  private Optional<Rule> otherwise(
      List<RegoParser.ElseBranchContext> branches, int at, RuleHead outer) {
    if (at == branches.size()) {
      return Optional.empty();
    }
    RegoParser.ElseBranchContext e = branches.get(at);
    Span span = terms.span(e);
    Optional<Term> value = Optional.ofNullable(e.expr()).map(terms::expr);
    RuleHead head =
        new RuleHead(
            span,
            outer.reference(),
            outer.args(),
            Optional.empty(),
            value,
            e.operator != null && e.operator.getType() == RegoLexer.ASSIGN);
    Body body =
        e.ifBody() != null
            ? ifBody(e.ifBody())
            : e.braceBody() != null ? terms.exprs().braceBody(e.braceBody()) : truth(span);
    return Optional.of(
        new Rule(span, false, head, body, otherwise(branches, at + 1, outer), List.of()));
  }
}
