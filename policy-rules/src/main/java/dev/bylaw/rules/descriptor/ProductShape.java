package dev.bylaw.rules.descriptor;

import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.listOf;

import dev.bylaw.rules.document.Shape;

/** A product by ODPS 1.x. */
final class ProductShape {
  static final Shape PRODUCT =
      Header.of("odps-bitol")
          .fields(TEXT, "id", "name", "version", "status", "domain", "tenant")
          .field("description", People.DESCRIPTION)
          .derived("owner", TEXT, People::owner)
          .derived("team", People.MEMBERS, People::team)
          .field("support", People.SUPPORT)
          .field("tags", listOf(TEXT))
          .field("inputPorts", listOf(Shape.closed().fields(TEXT, "name", "version", "contractId")))
          .field(
              "outputPorts",
              listOf(
                  Shape.closed()
                      .fields(TEXT, "name", "version", "description", "type", "contractId")))
          .field(
              "managementPorts",
              listOf(Shape.closed().fields(TEXT, "name", "content", "type", "url")));

  private ProductShape() {}
}
