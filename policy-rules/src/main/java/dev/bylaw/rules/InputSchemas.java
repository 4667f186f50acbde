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
import java.util.function.Function;

/** The schemas of all kinds of subject that this library reads. Stateless and thread-safe. */
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

  /** For {@link java.util.ServiceLoader}. */
  public InputSchemas() {}

  @Override
  public Map<SubjectKind, RegoObject> schemas() {
    Map<SubjectKind, Shape> documents = documents();
    Map<SubjectKind, RegoObject> schemas = new EnumMap<>(SubjectKind.class);
    for (Map.Entry<SubjectKind, Shape> document : documents.entrySet()) {
      SubjectKind kind = document.getKey();
      schemas.put(kind, SchemaWriter.write(INPUT.field(kind.word(), document.getValue())));
    }
    Function<SubjectKind, Shape> known = kind -> documents.getOrDefault(kind, Shape.closed());
    schemas.put(SubjectKind.DATA_PRODUCT, SchemaWriter.write(whole(INPUT, known)));
    schemas.put(
        SubjectKind.MESH,
        SchemaWriter.write(members(INPUT, "products", whole(Shape.closed(), known))));
    schemas.put(
        SubjectKind.WORKSPACE, SchemaWriter.write(INPUT.field("workspace", workspace(known))));
    return schemas;
  }

  private static Shape workspace(Function<SubjectKind, Shape> known) {
    Shape workspace = Shape.closed();
    for (Map.Entry<SubjectKind, String> list : Workspaces.LISTS.entrySet()) {
      workspace = members(workspace, list.getValue(), known.apply(list.getKey()));
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
  private static Shape whole(Shape base, Function<SubjectKind, Shape> known) {
    Shape compute = members(Shape.closed(), "clusters", known.apply(SubjectKind.CLUSTER));
    compute = members(compute, "warehouses", known.apply(SubjectKind.WAREHOUSE));
    compute = members(compute, "jobs", known.apply(SubjectKind.JOB));
    compute = members(compute, "pipelines", known.apply(SubjectKind.PIPELINE));
    Shape whole = base.field("product", known.apply(SubjectKind.PRODUCT));
    whole = members(whole, "contracts", known.apply(SubjectKind.CONTRACT));
    whole = members(whole, "sql", known.apply(SubjectKind.SQL));
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
