package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** Reads Rego text. Stateless and thread-safe. */
public final class RegoSyntax {
  private RegoSyntax() {}

  /** Reads a module. */
  public static Parsed<Module> parse(SourceFile source, RegoVersion version) {
    throw new UnsupportedOperationException();
  }

  /** Reads a query: a body without a rule around it. */
  public static Parsed<Body> parseQuery(SourceFile source, RegoVersion version) {
    throw new UnsupportedOperationException();
  }

  /** Reads one term. */
  public static Parsed<Term> parseTerm(SourceFile source, RegoVersion version) {
    throw new UnsupportedOperationException();
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
  }
}
