package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Reads Rego text. Stateless and thread-safe. */
public final class RegoSyntax {
  static final String CODE = "rego_parse_error";

  private RegoSyntax() {}

  /** Reads a module. */
  public static Parsed<Module> parse(SourceFile source, RegoVersion version) {
    return parse(source, version, (parser, builder) -> builder.module(parser.module()));
  }

  /** Reads a query: a body without a rule around it. */
  public static Parsed<Body> parseQuery(SourceFile source, RegoVersion version) {
    return parse(source, version, (parser, builder) -> builder.terms().body(parser.query().body()));
  }

  /** Reads one term. */
  public static Parsed<Term> parseTerm(SourceFile source, RegoVersion version) {
    return parse(
        source, version, (parser, builder) -> builder.terms().expr(parser.singleTerm().expr()));
  }

  /** Builds a tree from what the parser reads. */
  private interface Reading<T> {
    T read(RegoParser parser, ModuleBuilder builder);
  }

  private static <T> Parsed<T> parse(SourceFile source, RegoVersion version, Reading<T> reading) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    if (source.text().length() > Limits.DEFAULT.maxBytes()) {
      return refused(
          Diagnostic.error(
              CODE,
              source.span(0, 0),
              "the file is larger than " + Limits.DEFAULT.maxBytes() + " bytes"));
    }
    RegoTokens tokens = new RegoTokens(source.text(), version);
    Optional<Diagnostic> bad = TokenCheck.check(source, tokens.all());
    if (bad.isPresent()) {
      return refused(bad.get());
    }
    CommonToken end = new CommonToken(Token.EOF, "<EOF>");
    end.setStartIndex(source.text().length());
    end.setStopIndex(source.text().length() - 1);
    List<CommonToken> all = new ArrayList<>(tokens.all());
    all.add(end);
    RegoParser parser = new RegoParser(new CommonTokenStream(new ListTokenSource(all)));
    parser.removeErrorListeners();
    parser.setErrorHandler(new SyntaxErrors());
    parser.notTakesBody = tokens.notTakesBody();
    ModuleBuilder builder = new ModuleBuilder(source, version, tokens, diagnostics);
    try {
      T tree = reading.read(parser, builder);
      boolean failed = diagnostics.stream().anyMatch(Diagnostic::isError);
      return new Parsed<>(failed ? Optional.empty() : Optional.of(tree), diagnostics);
    } catch (ParseCancellationException e) {
      Token at = SyntaxErrors.offending(e);
      diagnostics.add(
          Diagnostic.error(
              CODE,
              source.span(at.getStartIndex(), Math.max(at.getStartIndex(), at.getStopIndex() + 1)),
              SyntaxErrors.message(at)));
      return new Parsed<>(Optional.empty(), diagnostics);
    }
  }

  private static <T> Parsed<T> refused(Diagnostic diagnostic) {
    return new Parsed<>(Optional.empty(), List.of(diagnostic));
  }

  /**
   * Either the tree or all problems.
   *
   * @param tree empty if there is an error among the diagnostics
   */
  public record Parsed<T>(Optional<T> tree, List<Diagnostic> diagnostics) {
    public Parsed {
      diagnostics = List.copyOf(diagnostics);
    }

    /** The same problems with another tree. */
    public <U> Parsed<U> map(Function<? super T, U> change) {
      return new Parsed<>(tree.map(change), diagnostics);
    }
  }
}
