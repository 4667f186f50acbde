package dev.bylaw.policy;

import dev.bylaw.policy.Policy.Implementation.RegoRules;
import dev.bylaw.rego.RegoCompiler;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.subject.SubjectKind;
import dev.bylaw.subject.SubjectSchemas;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells the type checker what policies see: in the package of a policy with metadata, the input has
 * the form of the kinds that it names. Kinds without a schema may have any form.
 */
final class InputTypes {
  private static final RegoObject ANY_OBJECT =
      RegoObject.of(RegoString.of("type"), RegoString.of("object"));

  private final List<SubjectSchemas> providers = new ArrayList<>();
  private final Map<SubjectKind, Optional<RegoObject>> kinds = new EnumMap<>(SubjectKind.class);
  private final Map<Set<SubjectKind>, RegoValue> joined =
      new HashMap<>(); // most policies share one

  private InputTypes() {}

  /** From the schemas that the class path offers. */
  static InputTypes load() {
    InputTypes types = new InputTypes();
    ServiceLoader.load(SubjectSchemas.class, SubjectSchemas.class.getClassLoader())
        .forEach(types.providers::add);
    return types;
  }

  /** Written when a policy names the kind. */
  private Optional<RegoObject> kind(SubjectKind kind) {
    return kinds.computeIfAbsent(kind, this::provided);
  }

  private Optional<RegoObject> provided(SubjectKind kind) {
    for (SubjectSchemas provider : providers) {
      Optional<RegoObject> schema = provider.schema(kind);
      if (schema.isPresent()) {
        return schema;
      }
    }
    return Optional.empty();
  }

  void declare(List<Policy> policies, RegoCompiler compiler) {
    for (Policy policy : policies) {
      if (policy.implementation() instanceof RegoRules rules && isTyped(policy)) {
        compiler.inputOf(
            rules.packagePath(), joined.computeIfAbsent(policy.subjects(), this::schema));
      }
    }
  }

  /** A policy without metadata reads every kind, and what else there may be. */
  private boolean isTyped(Policy policy) {
    if (policy.subjects().equals(EnumSet.allOf(SubjectKind.class))) {
      return false;
    }
    for (SubjectKind kind : policy.subjects()) {
      if (kind(kind).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private RegoValue schema(Set<SubjectKind> subjects) {
    List<RegoValue> forms = new ArrayList<>();
    Map<RegoValue, RegoValue> definitions = new TreeMap<>();
    for (SubjectKind kind : subjects) {
      RegoObject form = kind(kind).orElse(ANY_OBJECT);
      forms.add(form);
      if (form.get("definitions") instanceof RegoObject shared) {
        definitions.putAll(shared.toMap());
      }
    }
    return RegoObject.builder()
        .put("anyOf", RegoArray.of(forms))
        .put("definitions", RegoObject.of(definitions))
        .build();
  }
}
