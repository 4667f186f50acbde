package dev.bylaw.rules.check;

import dev.bylaw.policy.Check;
import dev.bylaw.policy.Parameter;
import dev.bylaw.policy.PolicyKind;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.descriptor.Standards;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.Severity;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code descriptor/schema-valid}: a descriptor or a bundle keeps to the JSON Schema of its own
 * standard. The schemas are the user's: the standards re-issue theirs, and the licences of some do
 * not let others hand them on.
 */
public final class DescriptorSchema implements Check {
  private static final String SCHEMAS = "schemas";

  /** Standards whose contracts are files; those of others are parts of their product's file. */
  private static final Set<String> OF_CONTRACTS = Set.of("odcs", "dcs");

  /** An entry of a property file, such as a model; the schema is that of an entry. */
  private static final String DBT_ENTRY = "dbt 2";

  private final Map<String, SchemaFile> schemas;

  /** For {@link java.util.ServiceLoader}. */
  public DescriptorSchema() {
    this(Map.of());
  }

  private DescriptorSchema(Map<String, SchemaFile> schemas) {
    this.schemas = Map.copyOf(schemas);
  }

  @Override
  public String id() {
    return "descriptor/schema-valid";
  }

  @Override
  public String title() {
    return "Descriptors keep to the schema of their standard";
  }

  @Override
  public String description() {
    return "Other tools refuse a descriptor that its own standard would not accept.";
  }

  @Override
  public PolicyKind kind() {
    return PolicyKind.CODE;
  }

  @Override
  public Set<SubjectKind> subjects() {
    return Set.of(SubjectKind.PRODUCT, SubjectKind.CONTRACT, SubjectKind.BUNDLE);
  }

  /** Many official examples fail their own schema. */
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Optional<String> characteristic() {
    return Optional.of("interoperability");
  }

  @Override
  public Optional<String> remediation() {
    return Optional.of("Write the value as the standard says.");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.of(
            id(),
            SCHEMAS,
            Parameter.Type.OBJECT,
            "the files of the standards' JSON Schemas in this folder, each by the standard's name,"
                + " with or without its version: {\"odcs v3.1.0\": schemas/odcs-v3.1.0.json}"));
  }

  @Override
  public Check configured(Settings settings) {
    List<Diagnostic> problems = new ArrayList<>();
    Map<String, SchemaFile> read = new HashMap<>();
    if (settings.chosen().get(SCHEMAS) instanceof Located.Object files) {
      files
          .entries()
          .forEach(
              (name, entry) ->
                  schema(entry.value(), settings.folder(), problems)
                      .ifPresent(schema -> read.put(name, schema)));
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return new DescriptorSchema(read);
  }

  private static Optional<SchemaFile> schema(
      Located file, SourceFolder folder, List<Diagnostic> problems) {
    if (!(file.value() instanceof RegoString path)) {
      problems.add(
          Diagnostic.error(
              "schema_invalid",
              file.span(),
              "found %s, expected the path of a JSON Schema in the folder of the policy set"
                  .formatted(file.value().typeName())));
      return Optional.empty();
    }
    return SchemaFile.read(path.value(), file.span(), folder, problems);
  }

  @Override
  public List<Violation> check(Subject subject) {
    Optional<Located.Object> document = Shape.block(subject.input(), subject.kind().word());
    Optional<Located.Object> raw = Shape.block(subject.input(), "raw");
    if (document.isEmpty() || raw.isEmpty()) {
      return List.of();
    }
    String standard = Shape.text(document.get(), "standard").orElseGet(() -> subject.kind().word());
    String full =
        Shape.text(document.get(), "standardVersion").map(v -> standard + " " + v).orElse(standard);
    boolean entry = full.equals(DBT_ENTRY) && schemas.containsKey(DBT_ENTRY);
    if (isPart(subject, document.get()) && !entry) {
      return List.of();
    }
    return Optional.ofNullable(schemas.getOrDefault(full, schemas.get(standard)))
        .map(schema -> schema.violations(Standards.body(raw.get())))
        .orElseGet(() -> List.of(missing(full, document.get())));
  }

  private static boolean isPart(Subject subject, Located.Object document) {
    return subject.kind() == SubjectKind.CONTRACT
        && Shape.text(document, "standard").filter(OF_CONTRACTS::contains).isEmpty();
  }

  private static Violation missing(String name, Located.Object document) {
    return new Violation(
        ("no JSON Schema is named for %s, so the file was not held against one; name it in the"
                + " parameter schemas")
            .formatted(name),
        document.child(RegoString.of("standard")).map(Located::span).orElse(document.span()),
        Optional.of(name),
        Optional.empty());
  }
}
