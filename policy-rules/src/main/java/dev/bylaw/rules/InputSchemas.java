package dev.bylaw.rules;

import static dev.bylaw.rules.document.ValueType.ANY;
import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.listOf;
import static dev.bylaw.rules.document.ValueType.mapOf;

import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rules.document.SchemaWriter;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.rules.sql.SqlShape;
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

  /** What every kind has. */
  private static final Shape INPUT =
      Shape.closed()
          .field("subject", SUBJECT)
          .fields(ANY, "raw", "previous")
          .field("unknown", listOf(UNKNOWN));

  /** For {@link java.util.ServiceLoader}. */
  public InputSchemas() {}

  @Override
  public Map<SubjectKind, RegoObject> schemas() {
    Map<SubjectKind, Shape> documents = documents();
    Map<SubjectKind, RegoObject> schemas = new EnumMap<>(SubjectKind.class);
    documents.forEach(
        (kind, shape) -> schemas.put(kind, SchemaWriter.write(INPUT.field(kind.word(), shape))));
    schemas.put(
        SubjectKind.DATA_PRODUCT, SchemaWriter.write(whole(kind -> shape(documents, kind))));
    return schemas;
  }

  /** What stands below the name of the kind. */
  private static Map<SubjectKind, Shape> documents() {
    Map<SubjectKind, Shape> documents = new EnumMap<>(SubjectKind.class);
    documents.put(SubjectKind.SQL, SqlShape.SCRIPT);
    DescriptorReader.forms().forEach(form -> documents.put(form.kind(), form.shape()));
    return documents;
  }

  /** A product as a whole. */
  private static Shape whole(Function<SubjectKind, Shape> documents) {
    Shape compute = members(Shape.closed(), "clusters", documents.apply(SubjectKind.CLUSTER));
    compute = members(compute, "warehouses", documents.apply(SubjectKind.WAREHOUSE));
    compute = members(compute, "jobs", documents.apply(SubjectKind.JOB));
    compute = members(compute, "pipelines", documents.apply(SubjectKind.PIPELINE));
    Shape whole = INPUT.field("product", documents.apply(SubjectKind.PRODUCT));
    whole = members(whole, "contracts", documents.apply(SubjectKind.CONTRACT));
    whole = members(whole, "sql", documents.apply(SubjectKind.SQL));
    return whole
        .field("compute", compute)
        .field("layout", Shape.closed().field("files", listOf(TEXT)));
  }

  private static Shape shape(Map<SubjectKind, Shape> documents, SubjectKind kind) {
    return documents.getOrDefault(kind, Shape.closed());
  }

  private static Shape members(Shape holder, String field, Shape document) {
    return holder.field(field, listOf(document.field("path", TEXT)));
  }
}
