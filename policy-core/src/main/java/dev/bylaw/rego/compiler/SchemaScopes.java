package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Annotations;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.types.SchemaTypes;
import dev.bylaw.rego.types.Type;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which schemas hold for which rules: those of packages around a rule's package, of the package, of
 * the document and of the rule, the last one said counting most.
 */
final class SchemaScopes {
  private final Schemas schemas;
  private final Problems problems;
  private final Map<List<String>, Annotations> packages = new HashMap<>();
  private final Map<List<String>, Annotations> subpackages = new HashMap<>();
  private final Map<List<String>, Annotations> documents = new HashMap<>();
  private final Map<RegoValue, Type> read = new HashMap<>();

  SchemaScopes(Schemas schemas, Problems problems) {
    this.schemas = schemas;
    this.problems = problems;
  }

  /** Takes note of the annotations of packages and documents; each may be annotated once. */
  void add(List<Module> modules, List<CompiledRule> rules) {
    for (Module m : modules) {
      List<String> path = ModuleCompiler.path(m.packageDeclaration());
      for (Annotations a : m.annotations()) {
        note(a.scope().equals("package") ? packages : subpackages, path, a);
      }
    }
    for (CompiledRule r : rules) {
      for (Annotations a : r.rule().annotations()) {
        if (a.scope().equals("document")) {
          note(documents, r.path(), a);
        }
      }
    }
  }

  private void note(Map<List<String>, Annotations> map, List<String> path, Annotations a) {
    Annotations first = map.putIfAbsent(path, a);
    if (first != null && !first.span().equals(a.span())) {
      Span span = first.span();
      problems.type(
          a.span(),
          a.scope() + " annotation redeclared: " + span.source().name() + ":" + span.line());
    }
  }

  /** The schemas that hold for a rule. */
  SchemaEnv of(CompiledRule rule, List<String> packagePath) {
    SchemaEnv env = new SchemaEnv();
    Span place = rule.rule().span();
    input(packagePath, place).ifPresent(t -> env.put(List.of(RegoString.of("input")), t));
    for (int i = 1; i <= packagePath.size(); i++) {
      apply(subpackages.get(packagePath.subList(0, i)), env, place);
    }
    apply(packages.get(packagePath), env, place);
    apply(documents.get(rule.path()), env, place);
    for (Annotations a : rule.rule().annotations()) {
      if (a.scope().equals("rule")) {
        apply(a, env, place);
      }
    }
    return env;
  }

  private Optional<Type> input(List<String> packagePath, Span place) {
    RegoValue own = schemas.packages().get(packagePath);
    return own == null
        ? schemas.input().flatMap(s -> type(s, place))
        : Optional.of(read.computeIfAbsent(own, SchemaTypes::extensible));
  }

  private void apply(@Nullable Annotations a, SchemaEnv env, Span place) {
    if (a == null || !(a.values().get("schemas") instanceof RegoArray entries)) {
      return;
    }
    for (RegoValue e : entries) {
      if (e instanceof RegoObject entry && entry.get("path") instanceof RegoArray path) {
        schema(entry, place).flatMap(s -> type(s, place)).ifPresent(t -> env.put(path.toList(), t));
      }
    }
  }

  private Optional<RegoValue> schema(RegoObject entry, Span place) {
    return entry.get("schema") instanceof RegoArray reference
        ? named(reference, place)
        : Optional.ofNullable(entry.get("definition"));
  }

  private Optional<RegoValue> named(RegoArray reference, Span place) {
    if (!schemas.isGiven()) {
      return Optional.empty();
    }
    List<String> path = new ArrayList<>();
    reference.forEach(v -> path.add(v instanceof RegoString s ? s.value() : v.toString()));
    RegoValue schema = schemas.named().get(path.subList(1, path.size()));
    if (schema == null) {
      problems.type(place, "undefined schema: " + String.join(".", path));
    }
    return Optional.ofNullable(schema);
  }

  private Optional<Type> type(RegoValue schema, Span place) {
    try {
      return Optional.of(read.computeIfAbsent(schema, SchemaTypes::of));
    } catch (IllegalArgumentException e) {
      problems.type(place, "unable to compile the schema: " + e.getMessage());
      return Optional.empty();
    }
  }
}
