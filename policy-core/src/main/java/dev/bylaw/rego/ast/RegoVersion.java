package dev.bylaw.rego.ast;

/**
 * The syntax of a module: V1 needs {@code if} and {@code contains}; V0 is that of OPA before 1.0.
 */
public enum RegoVersion {
  V0,
  V1
}
