package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Import;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoString;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Builds the paths of packages and imports. */
final class PathBuilder {
  private static final Set<String> ROOTS = Set.of("data", "future", "input", "rego");

  private final Places places;
  private final TermBuilder terms;

  PathBuilder(Places places, TermBuilder terms) {
    this.places = places;
    this.terms = terms;
  }

  /** A variable and strings behind it. */
  Ref path(RegoParser.OperandContext o) {
    if (!(o.primary() instanceof RegoParser.VariableContext) || o.NEGATIVE() != null) {
      throw SyntaxErrors.at(places, o, o.getStart(), "");
    }
    for (RegoParser.SuffixContext s : o.suffix()) {
      if (s instanceof RegoParser.CallSuffixContext) {
        throw SyntaxErrors.plain(places, s.getStart(), "expected path");
      }
    }
    Term term = terms.operand(o);
    Ref ref = term instanceof Ref r ? r : new Ref(term.span(), term, List.of());
    for (int i = 0; i < ref.path().size(); i++) {
      checkStep(o.suffix(i), ref.path().get(i));
    }
    return ref;
  }

  private void checkStep(RegoParser.SuffixContext s, Term step) {
    if (!(step instanceof Scalar scalar && scalar.value() instanceof RegoString)) {
      String kind = step instanceof Scalar c ? c.value().typeName() : TermKinds.of(step);
      throw SyntaxErrors.plain(
          places, places.after(s.getStart()), "unexpected " + kind + " token: expecting string");
    }
  }

  Import importDeclaration(RegoParser.ImportDeclarationContext i) {
    Ref path = path(i.operand());
    String root = ((Var) path.head()).name();
    String problem =
        switch (root) {
          case "future" -> future(path, i.name() != null);
          case "rego" -> rego(path, i.name() != null);
          default ->
              ROOTS.contains(root)
                  ? reserved(path, i.name() != null)
                  : "unexpected import path, must begin with one of: {data, future, input, rego},"
                      + " got: "
                      + root
                      + " (hint: if this is unexpected, try updating OPA)";
        };
    if (!problem.isEmpty()) {
      throw SyntaxErrors.plain(places, i.operand().getStart(), problem);
    }
    if (i.name() != null && Set.of("data", "input").contains(i.name().getText())) {
      throw SyntaxErrors.at(places, i.name(), places.after(i.name().getStop()), "expected var");
    }
    Optional<String> alias = Optional.ofNullable(i.name()).map(RegoParser.NameContext::getText);
    return new Import(places.span(i), path, alias);
  }

  /** A keyword at the end of a path is no name for what is imported. */
  private String reserved(Ref path, boolean aliased) {
    String last = path.path().isEmpty() ? "" : step(path, path.path().size() - 1);
    return !aliased && places.tokens().isReserved(last)
        ? "unexpected import path, must not end with a keyword, got: "
            + last
            + " (hint: import a different path or use an alias)"
        : "";
  }

  private String future(Ref path, boolean aliased) {
    if (path.path().isEmpty() || !step(path, 0).equals("keywords")) {
      return "invalid import, must be `future.keywords`";
    } else if (aliased) {
      return "`future` imports cannot be aliased";
    }
    Set<String> known = places.tokens().importable();
    return path.path().size() == 1 || known.contains(step(path, 1))
        ? ""
        : "unexpected keyword, must be one of ["
            + String.join(" ", known.stream().sorted().toList())
            + "]";
  }

  private String rego(Ref path, boolean aliased) {
    if (path.path().size() != 1 || !step(path, 0).equals("v1")) {
      return "invalid import `" + path.span().text() + "`, must be `rego.v1`";
    }
    return aliased && !places.tokens().startsAsV1() ? "`rego` imports cannot be aliased" : "";
  }

  private static String step(Ref path, int index) {
    return path.path().get(index) instanceof Scalar s && s.value() instanceof RegoString t
        ? t.value()
        : "";
  }
}
