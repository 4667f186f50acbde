/** The standard built-ins, one final class per family of OPA. */
@NullMarked
package dev.bylaw.rego.builtin.std;

import org.jspecify.annotations.NullMarked;
