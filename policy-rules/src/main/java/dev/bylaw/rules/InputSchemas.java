package dev.bylaw.rules;

import static dev.bylaw.rules.document.ValueType.ANY;
import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.listOf;
import static dev.bylaw.rules.document.ValueType.mapOf;

import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rules.document.Form;
import dev.bylaw.rules.document.SchemaWriter;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.subject.SubjectKind;
import dev.bylaw.subject.SubjectSchemas;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The schemas of all kinds of subject that this library reads. Immutable and thread-safe. */
public final class InputSchemas implements SubjectSchemas {
  private static final Shape SUBJECT =
      Shape.closed()
          .fields(TEXT, "kind", "name", "path", "product", "domain", "environment")
          .field("labels", mapOf(TEXT));

  private static final Shape UNKNOWN = Shape.closed().fields(TEXT, "pointer", "reason");

  /** What a plan is about to do with a resource. */
  private static final Shape CHANGE =
      Shape.closed().fields(TEXT, "address", "action").field("actions", listOf(TEXT));

  /** What every kind has. */
  private static final Shape INPUT =
      Shape.closed()
          .field("subject", SUBJECT)
          .field("change", CHANGE)
          .fields(ANY, "raw", "previous")
          .field("unknown", listOf(UNKNOWN));

  private static final Shape LAYOUT =
      Shape.closed()
          .field("files", listOf(TEXT))
          .field("products", listOf(Shape.closed().fields(TEXT, "path", "id", "name", "domain")));

  private final Map<SubjectKind, Shape> documents = documents();

  /** For {@link java.util.ServiceLoader}. */
  public InputSchemas() {}

  @Override
  public Optional<RegoObject> schema(SubjectKind kind) {
    return Optional.of(SchemaWriter.write(input(kind)));
  }

  private Shape input(SubjectKind kind) {
    return switch (kind) {
      case DATA_PRODUCT -> whole(INPUT);
      case MESH -> members(INPUT, "products", whole(Shape.closed()));
      case WORKSPACE -> INPUT.field("workspace", workspace());
      default -> INPUT.field(kind.word(), known(kind));
    };
  }

  private Shape known(SubjectKind kind) {
    return documents.getOrDefault(kind, Shape.closed());
  }

  private Shape workspace() {
    Shape workspace = Shape.closed();
    for (Map.Entry<SubjectKind, String> list : Workspaces.LISTS.entrySet()) {
      workspace = members(workspace, list.getValue(), known(list.getKey()));
    }
    return workspace;
  }

  /** What stands below the name of the kind. */
  private static Map<SubjectKind, Shape> documents() {
    Map<SubjectKind, Shape> documents = new EnumMap<>(SubjectKind.class);
    documents.put(SubjectKind.SQL, SqlShape.SCRIPT);
    documents.put(SubjectKind.LAYOUT, LAYOUT);
    for (Form form : new DescriptorReader().forms()) {
      documents.put(form.kind(), form.shape());
    }
    return documents;
  }

  /** And what a product as a whole has. */
  private Shape whole(Shape base) {
    Shape compute = members(Shape.closed(), "clusters", known(SubjectKind.CLUSTER));
    compute = members(compute, "warehouses", known(SubjectKind.WAREHOUSE));
    compute = members(compute, "jobs", known(SubjectKind.JOB));
    compute = members(compute, "pipelines", known(SubjectKind.PIPELINE));
    Shape whole = base.field("product", known(SubjectKind.PRODUCT));
    whole = members(whole, "contracts", known(SubjectKind.CONTRACT));
    whole = members(whole, "sql", known(SubjectKind.SQL));
    return whole
        .field("compute", compute)
        .field("state", SqlShape.STATE)
        .field("breaking", listOf(SqlShape.BREAKING))
        .field("layout", Shape.closed().field("files", listOf(TEXT)));
  }

  /** And a list of documents, each with the path of its file. */
  private static Shape members(Shape holder, String field, Shape document) {
    return holder.field(field, listOf(document.fields(TEXT, "path", "environment")));
  }
}
