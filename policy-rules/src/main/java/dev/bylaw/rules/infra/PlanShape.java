package dev.bylaw.rules.infra;

import static dev.bylaw.rules.document.ValueType.ANY;
import static dev.bylaw.rules.document.ValueType.BOOLEAN;
import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.listOf;

import dev.bylaw.rules.document.Form;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.rules.document.ValueType;
import dev.bylaw.subject.SubjectKind;
import java.util.List;

/** A plan as a whole. */
final class PlanShape {
  private static final ValueType RESOURCE =
      Shape.closed()
          .fields(TEXT, "address", "module_address", "mode", "type", "name", "provider_name")
          .field("action", TEXT)
          .field("actions", listOf(TEXT))
          .fields(ANY, "before", "after");

  static final Form FORM =
      new Form(
          SubjectKind.PLAN,
          Shape.closed()
              .fields(TEXT, "tool", "format_version", "tool_version")
              .fields(BOOLEAN, "applyable", "complete", "errored")
              .field("resources", listOf(RESOURCE)),
          List.of());

  private PlanShape() {}
}
