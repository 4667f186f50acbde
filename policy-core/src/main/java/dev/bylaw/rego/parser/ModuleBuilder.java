package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Annotations;
import dev.bylaw.rego.ast.Comment;
import dev.bylaw.rego.ast.Import;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.PackageDeclaration;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds a module, statement by statement. A syntax error ends it at once. What a statement may
 * define is looked at behind that, for all statements, and what version 1 asks of them at the end.
 */
final class ModuleBuilder {
  /** Nobody reads more; the text behind them is left unread. */
  private static final int MAX_PROBLEMS = 1_000;

  private final Places places;
  private final RuleBuilder ruleBuilder;
  private final PathBuilder paths;
  private final VersionCheck versionCheck;
  private final MetadataReader metadata;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final List<Diagnostic> metadataProblems = new ArrayList<>();
  private final List<Import> imports = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<Annotations> annotations = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private Optional<PackageDeclaration> declaration = Optional.empty();
  private boolean first = true;

  ModuleBuilder(Places places, ExprBuilder exprs) {
    this.places = places;
    this.ruleBuilder = new RuleBuilder(places, exprs);
    this.paths = new PathBuilder(places, exprs.terms());
    this.versionCheck = new VersionCheck(places);
    places
        .tokens()
        .comments()
        .forEach(t -> comments.add(new Comment(places.span(t), t.getText().substring(1))));
    this.metadata = new MetadataReader(places.source(), comments, metadataProblems);
  }

  void add(RegoParser.StatementContext s) {
    if (first && s.packageDeclaration() == null) {
      problem(s, "package expected");
    }
    if (s.packageDeclaration() != null) {
      declare(s.packageDeclaration());
    } else if (s.importDeclaration() != null) {
      imports.add(paths.importDeclaration(s.importDeclaration()));
      metadata.before(places.span(s).start(), "import");
    } else {
      define(s.definition());
    }
    first = false;
  }

  boolean isFull() {
    return problems.size() >= MAX_PROBLEMS;
  }

  private void problem(org.antlr.v4.runtime.ParserRuleContext c, String message) {
    Span span = places.span(c.getStart());
    problems.add(Diagnostic.error(SyntaxErrors.CODE, span, message));
  }

  private void declare(RegoParser.PackageDeclarationContext p) {
    Ref name = paths.path(p.operand());
    if (!first) {
      problem(p, "unexpected package");
      return;
    }
    List<Term> path = new ArrayList<>();
    path.add(new Scalar(name.head().span(), RegoString.of(((Var) name.head()).name())));
    path.addAll(name.path());
    Ref absolute = new Ref(name.span(), new Var(name.head().span(), "data"), path);
    declaration = Optional.of(new PackageDeclaration(places.span(p), absolute));
    annotations.addAll(metadata.before(places.span(p).start(), "package"));
  }

  private void define(RegoParser.DefinitionContext d) {
    ruleBuilder.check(d);
    Optional<String> unfit = HeadCheck.problem(d);
    if (unfit.isPresent()) {
      problem(d, unfit.get());
      d.braces().forEach(b -> problem(b, "set cannot be used for rule name"));
      return;
    }
    versionCheck.check(d);
    rules.addAll(ruleBuilder.rules(d, metadata.before(places.span(d).start(), "rule")));
  }

  /** The problems of the first kind of which there are any; none if the module is sound. */
  List<Diagnostic> problems() {
    if (first) {
      return List.of(
          Diagnostic.error(SyntaxErrors.CODE, places.source().span(0, 0), "empty module"));
    } else if (!problems.isEmpty()) {
      return problems;
    }
    metadata.end();
    List<Diagnostic> late = new ArrayList<>(metadataProblems);
    if (places.tokens().isV1()) {
      late.addAll(versionCheck.problems());
    }
    return late;
  }

  /** To be called if there are no problems. */
  Module module() {
    RegoVersion version = places.tokens().isV1() ? RegoVersion.V1 : RegoVersion.V0;
    return new Module(
        places.source().span(),
        version,
        declaration.orElseThrow(),
        imports,
        rules,
        annotations,
        comments);
  }
}
