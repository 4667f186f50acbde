package dev.bylaw.rules.descriptor;

import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.listOf;

import dev.bylaw.rules.document.Shape;

/** A product, whatever its standard. */
final class ProductShape {
  static final Shape PRODUCT =
      Common.tail(
          Common.head()
              .field("classification", TEXT)
              .field(
                  "inputPorts",
                  listOf(
                      Shape.closed().fields(TEXT, "name", "version", "description", "contractId")))
              .field(
                  "outputPorts",
                  listOf(
                      Shape.closed()
                          .fields(TEXT, "name", "version", "description", "type", "contractId")
                          .fields(TEXT, "authenticationMethod", "specification")))
              .field(
                  "managementPorts",
                  listOf(
                      Shape.closed().fields(TEXT, "name", "content", "type", "url", "description")))
              .field("quality", Common.QUALITY));

  private ProductShape() {}
}
