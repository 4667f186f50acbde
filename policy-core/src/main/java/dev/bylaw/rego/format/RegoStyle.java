package dev.bylaw.rego.format;

import dev.bylaw.rego.ast.RegoVersion;

/** Which Rego is read, and which is written. */
public enum RegoStyle {
  /** Version 1: {@code opa fmt}. */
  V1(RegoVersion.V1, RegoVersion.V1),
  /** Rego as it was before OPA 1.0: {@code opa fmt --v0-compatible}. */
  V0(RegoVersion.V0, RegoVersion.V0),
  /**
   * Reads Rego as it was before OPA 1.0 and writes what is the same in both versions: {@code opa
   * fmt --v0-v1}.
   */
  V0_V1(RegoVersion.V0, RegoVersion.V1);

  private final RegoVersion reads;
  private final RegoVersion writes;

  RegoStyle(RegoVersion reads, RegoVersion writes) {
    this.reads = reads;
    this.writes = writes;
  }

  RegoVersion reads() {
    return reads;
  }

  RegoVersion writes() {
    return writes;
  }
}
