package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Body;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.source.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Runs the generated parser over one text, and the builders behind it. */
final class Reader {
  private final Places places;
  private final ExprBuilder exprs;
  private final RegoParser parser;

  Reader(Places places) {
    this.places = places;
    this.exprs = new ExprBuilder(places);
    this.parser = new RegoParser(new TokenArray(places.tokens().code()));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
  }

  /** ANTLR's own words never get out. */
  private <C> C worded(Supplier<C> rule) {
    try {
      return rule.get();
    } catch (ParseCancellationException e) {
      if (e.getCause() instanceof RecognitionException cause) {
        throw SyntaxErrors.of(places, cause);
      }
      throw e;
    }
  }

  /** The trees of statements are let go one by one. */
  RegoSyntax.Parsed<Module> module() {
    ModuleBuilder builder = new ModuleBuilder(places, exprs);
    while (parser.getTokenStream().LA(1) != Token.EOF && !builder.isFull()) {
      builder.add(worded(parser::statement));
    }
    List<Diagnostic> problems = builder.problems();
    boolean failed = false;
    for (Diagnostic problem : problems) {
      failed |= problem.isError();
    }
    return new RegoSyntax.Parsed<>(
        failed ? Optional.empty() : Optional.of(builder.module()), problems);
  }

  Body query() {
    return exprs.body(worded(parser::query).phrase().stream().map(Phrase::of).toList(), false);
  }

  Term term() {
    return exprs.terms().expr(worded(parser::singleTerm).expr());
  }
}
