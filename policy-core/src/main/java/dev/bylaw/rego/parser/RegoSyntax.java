package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Dialect;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads Rego text. Stateless and thread-safe. */
public final class RegoSyntax {
  private static final String SMALL_STACK =
      "the source nests too deeply for this thread; simplify it or give the thread more stack";

  private RegoSyntax() {}

  /** Reads a module. */
  public static Parsed<Module> parse(SourceFile source, RegoVersion version) {
    return parse(source, Dialect.of(version));
  }

  /** Reads a module. */
  public static Parsed<Module> parse(SourceFile source, Dialect dialect) {
    return read(source, dialect, Reader::module);
  }

  /** Reads a query: a body without a rule around it. */
  public static Parsed<Body> parseQuery(SourceFile source, RegoVersion version) {
    return parseQuery(source, Dialect.of(version));
  }

  /** Reads a query: a body without a rule around it. */
  public static Parsed<Body> parseQuery(SourceFile source, Dialect dialect) {
    return read(source, dialect, reader -> new Parsed<>(Optional.of(reader.query()), List.of()));
  }

  /** Reads one term. */
  public static Parsed<Term> parseTerm(SourceFile source, RegoVersion version) {
    return read(
        source, Dialect.of(version), reader -> new Parsed<>(Optional.of(reader.term()), List.of()));
  }

  private static <T> Parsed<T> read(
      SourceFile source, Dialect dialect, Function<Reader, Parsed<T>> reading) {
    if (source.text().length() > Limits.DEFAULT.maxBytes()) {
      return refused(
          List.of(
              Diagnostic.error(
                  SyntaxErrors.CODE,
                  source.span(0, 0),
                  "the file is larger than " + Limits.DEFAULT.maxBytes() + " bytes")));
    }
    int nul = source.text().indexOf('\0');
    if (nul >= 0) {
      return refused(
          List.of(
              Diagnostic.error(
                  SyntaxErrors.CODE, source.span(nul, nul + 1), "illegal null character")));
    }
    Places places = new Places(source, new RegoTokens(source.text(), dialect));
    Optional<Diagnostic> deep = NestingCheck.check(places);
    if (deep.isPresent()) {
      return refused(List.of(deep.get()));
    }
    try {
      return reading.apply(new Reader(places));
    } catch (SyntaxException e) {
      return refused(e.diagnostics());
    } catch (
        StackOverflowError e) { // the limits are for threads with the stack that Java gives them
      return refused(List.of(Diagnostic.error(SyntaxErrors.CODE, source.span(0, 0), SMALL_STACK)));
    }
  }

  private static <T> Parsed<T> refused(List<Diagnostic> diagnostics) {
    return new Parsed<>(Optional.empty(), diagnostics);
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
