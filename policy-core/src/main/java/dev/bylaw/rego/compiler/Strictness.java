package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.RegoVersion;

/**
 * Which checks a module is put to beside those that it needs in order to run.
 *
 * @param shadowing {@code input} and {@code data} keep their meaning, imports their names, and no
 *     deprecated built-in is called: version 1, and strict mode
 * @param unused no import, argument or assigned variable stands there in vain: strict mode
 */
record Strictness(boolean shadowing, boolean unused) {
  static final Strictness NONE = new Strictness(false, false);

  static Strictness of(Module module, boolean strict) {
    return new Strictness(strict || module.version() == RegoVersion.V1, strict);
  }
}
