package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Dialect;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.builtin.BuiltinRegistry;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What rules may use of the language, as in OPA's capabilities files.
 *
 * @param builtins by name; empty for all that there are
 * @param futureKeywords that may be imported beside those of version 1
 * @param features by name, for example {@code template_strings}
 */
public record Capabilities(
    Optional<Set<String>> builtins, Set<String> futureKeywords, Set<String> features) {
  /** Those of OPA 1.20. */
  public static final Capabilities ALL =
      new Capabilities(
          Optional.empty(),
          Set.of("and", "not", "or"),
          Set.of("keywords_in_refs", "rego_v1", "template_strings"));

  private static final Set<String> OF_V1 = Set.of("contains", "every", "if", "in");

  public Capabilities {
    builtins = builtins.map(Set::copyOf);
    futureKeywords = Set.copyOf(futureKeywords);
    features = Set.copyOf(features);
  }

  /**
   * Reads a capabilities file.
   *
   * @throws InputException if it is not one
   */
  public static Capabilities read(SourceFile file) {
    try {
      if (RegoJson.parse(file.text()) instanceof RegoObject object) {
        Function<RegoValue, Optional<String>> name =
            b -> b instanceof RegoObject o ? text(o.get("name")) : Optional.empty();
        return new Capabilities(
            Optional.of(names(object, "builtins", name)),
            names(object, "future_keywords", Capabilities::text),
            names(object, "features", Capabilities::text));
      }
      throw refused(file, "a capabilities file is a JSON object");
    } catch (ParseException e) {
      throw refused(file, "a capabilities file is JSON: " + e.getMessage());
    }
  }

  private static Optional<String> text(@Nullable RegoValue value) {
    return value instanceof RegoString s ? Optional.of(s.value()) : Optional.empty();
  }

  private static Set<String> names(
      RegoObject object, String field, Function<RegoValue, Optional<String>> name) {
    Set<String> out = new HashSet<>();
    if (object.get(field) instanceof RegoArray list) {
      list.forEach(v -> name.apply(v).ifPresent(out::add));
    }
    return out;
  }

  private static InputException refused(SourceFile file, String message) {
    return new InputException(
        List.of(Diagnostic.error("capabilities_error", file.span(0, 0), message)));
  }

  /** How texts may be written. */
  public Dialect dialect(RegoVersion version) {
    Set<String> importable = new HashSet<>(futureKeywords);
    importable.addAll(OF_V1);
    return new Dialect(version, Set.of(), importable, version == RegoVersion.V1);
  }

  /** Those of some built-ins that rules may call. */
  public BuiltinRegistry restrict(BuiltinRegistry registry) {
    return builtins.map(registry::only).orElse(registry);
  }

  private boolean has(String... any) {
    for (String feature : any) {
      if (features.contains(feature)) {
        return true;
      }
    }
    return false;
  }

  boolean hasVersionImport() {
    return has("rego_v1_import", "rego_v1");
  }

  boolean hasTemplates() {
    return has("template_strings")
        && builtins.filter(b -> !b.contains("internal.template_string")).isEmpty();
  }

  /** Rules may be named by references of constants. */
  boolean hasDottedHeads() {
    return has("rule_head_ref_string_prefixes", "rule_head_refs", "rego_v1");
  }

  /** Rules may be named by any references. */
  boolean hasGeneralHeads() {
    return has("rule_head_refs", "rego_v1");
  }
}
