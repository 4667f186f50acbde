package dev.bylaw.rego.compiler;

/**
 * How modules are checked.
 *
 * @param strict refuses names that are not used, and in version 0 what version 1 refuses
 * @param printing whether calls of {@code print} stay
 * @param capabilities what rules may use of the language
 * @param schemas what is known of inputs and data
 */
public record CompileOptions(
    boolean strict, boolean printing, Capabilities capabilities, Schemas schemas) {
  public static final CompileOptions DEFAULT =
      new CompileOptions(false, false, Capabilities.ALL, Schemas.NONE);
}
