package dev.bylaw.rego.ast;

/** An expression that has a value. */
public sealed interface Term extends Node
    permits Scalar, Var, Ref, ArrayTerm, ObjectTerm, SetTerm, Comprehension, Call, TemplateString {}
