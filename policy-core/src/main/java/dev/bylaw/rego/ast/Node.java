package dev.bylaw.rego.ast;

import dev.bylaw.source.Span;

/** Anything that was read from a Rego text. */
public sealed interface Node
    permits Module,
        PackageDeclaration,
        Import,
        Rule,
        RuleHead,
        Body,
        Expr,
        With,
        Term,
        Annotations,
        Comment {
  Span span();
}
