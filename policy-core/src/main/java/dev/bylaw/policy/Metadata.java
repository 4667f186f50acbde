package dev.bylaw.policy;

import dev.bylaw.rego.ast.Annotations;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Severity;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a {@code # METADATA} block says of a policy. */
final class Metadata {
  static final String CODE = "policy_metadata_error";
  private static final List<String> KNOWN =
      List.of(
          "kind",
          "subject",
          "severity",
          "owner",
          "characteristic",
          "remediation",
          "unknown",
          "suppressible",
          "parameters");

  private final Fields fields;
  private final Located.Object top;
  private final Located.Object custom;

  Metadata(Annotations annotations, Fields fields) {
    this.fields = fields;
    this.top = (Located.Object) located(annotations.values(), "", annotations);
    this.custom =
        fields.get(top, "custom").orElse(null) instanceof Located.Object object
            ? object
            : new Located.Object(Map.of(), annotations.span());
    for (Map.Entry<String, Located.Entry> field : custom.entries().entrySet()) {
      misspelt(field.getKey(), field.getValue());
    }
  }

  private void misspelt(String key, Located.Entry entry) {
    if (!KNOWN.contains(key)) {
      Fields.closest(key, KNOWN)
          .ifPresent(
              k ->
                  fields.problem(
                      CODE,
                      entry.value().span(),
                      "found the field " + key + ", did you mean " + k + "?"));
    }
  }

  /** Whether the block makes its package a policy. */
  static boolean isPolicy(Annotations annotations) {
    return annotations.values().get("custom") instanceof RegoObject custom
        && (custom.get("kind") != null || custom.get("subject") != null);
  }

  private static Located located(RegoValue value, String pointer, Annotations a) {
    Span span = a.places().getOrDefault(pointer, a.span());
    if (value instanceof RegoObject object) {
      Map<String, Located.Entry> entries = new LinkedHashMap<>();
      for (RegoValue key : object.keys()) {
        String name = ((RegoString) key).value();
        RegoValue child = object.get(name);
        if (child != null) {
          String path = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
          Located at = located(child, path, a);
          entries.put(name, new Located.Entry(at.span(), at));
        }
      }
      return new Located.Object(entries, span);
    } else if (value instanceof RegoArray array) {
      List<Located> elements = new ArrayList<>();
      for (int i = 0; i < array.size(); i++) {
        elements.add(located(array.get(i), pointer + "/" + i, a));
      }
      return new Located.Array(elements, span);
    }
    return new Located.Scalar(value, span);
  }

  Optional<String> title() {
    return fields.text(top, "title", CODE);
  }

  Optional<String> description() {
    return fields.text(top, "description", CODE);
  }

  Optional<String> custom(String key) {
    return fields.text(custom, key, CODE);
  }

  Optional<PolicyKind> kind() {
    Optional<Located> value = fields.get(custom, "kind");
    if (value.isEmpty()) {
      fields.problem(CODE, custom.span(), "expected custom.kind: code, data or infra");
    }
    return value.flatMap(v -> fields.word(v, PolicyKind.class, "the kind", CODE));
  }

  Severity severity() {
    return fields
        .get(custom, "severity")
        .flatMap(v -> fields.word(v, Severity.class, "the severity", CODE))
        .orElse(Severity.ERROR);
  }

  UnknownMeans unknown() {
    return fields
        .get(custom, "unknown")
        .flatMap(v -> fields.word(v, UnknownMeans.class, "the meaning of unknown", CODE))
        .orElse(UnknownMeans.WARN);
  }

  boolean suppressible() {
    Optional<Located> value = fields.get(custom, "suppressible");
    if (value.isPresent() && !(value.get().value() instanceof RegoBoolean)) {
      fields.problem(
          CODE,
          value.get().span(),
          "found " + value.get().value().typeName() + ", expected true or false for suppressible");
    }
    return value.filter(v -> v.value().equals(RegoBoolean.TRUE)).isPresent();
  }

  Set<SubjectKind> subjects() {
    Optional<Located> value = fields.get(custom, "subject");
    if (value.isEmpty()) {
      fields.problem(
          CODE, custom.span(), "expected custom.subject, one or several of: " + kindWords());
      return Set.of();
    }
    Set<SubjectKind> kinds = EnumSet.noneOf(SubjectKind.class);
    subjects(value.get(), kinds);
    return kinds;
  }

  private void subjects(Located value, Set<SubjectKind> out) {
    if (value instanceof Located.Array array) {
      for (Located element : array.elements()) {
        subjects(element, out);
      }
      return;
    }
    for (String word : fields.texts(value, "a kind of subject", CODE)) {
      Optional<SubjectKind> kind = SubjectKind.of(word);
      kind.ifPresent(out::add);
      if (kind.isEmpty()) {
        fields.problem(
            CODE,
            value.span(),
            "found the kind of subject " + word + ", expected one of: " + kindWords());
      }
    }
  }

  private static String kindWords() {
    return String.join(
        ", ", EnumSet.allOf(SubjectKind.class).stream().map(SubjectKind::word).toList());
  }

  /** The addresses of {@code related_resources}, which are texts or objects with {@code ref}. */
  List<String> links() {
    List<String> out = new ArrayList<>();
    if (fields.get(top, "related_resources").orElse(null) instanceof Located.Array array) {
      for (Located element : array.elements()) {
        if (element instanceof Located.Object object) {
          fields.text(object, "ref", CODE).ifPresent(out::add);
        } else {
          out.addAll(fields.texts(element, "an address", CODE));
        }
      }
    }
    return out;
  }

  List<Parameter> parameters() {
    Optional<Located> value = fields.get(custom, "parameters");
    if (value.isPresent() && value.get() instanceof Located.Object object) {
      List<Parameter> parameters = new ArrayList<>();
      for (Map.Entry<String, Located.Entry> e : object.entries().entrySet()) {
        new ParameterReader(fields)
            .read(e.getKey(), e.getValue().value())
            .ifPresent(parameters::add);
      }
      return parameters;
    }
    value.ifPresent(
        v ->
            fields.problem(
                CODE,
                v.span(),
                "found "
                    + v.value().typeName()
                    + ", expected a mapping from a parameter's name to its type"));
    return List.of();
  }
}
