package dev.bylaw.rules.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.subject.Located;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * A document as a validator takes it, without nulls in objects: they mean that a field is absent.
 */
final class SchemaInput {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Set<List<RegoValue>> texts;
  private final Deque<RegoValue> path = new ArrayDeque<>();

  private SchemaInput(Set<List<RegoValue>> texts) {
    this.texts = texts;
  }

  /**
   * Converts a document.
   *
   * @param texts the paths of numbers that are meant as they are written
   */
  static JsonNode of(Located.Object document, Set<List<RegoValue>> texts) {
    return new SchemaInput(texts).node(document);
  }

  /** Whether a number stands where the schema wants a text, such as the version {@code 4.1}. */
  static boolean isNumberForText(Error error) {
    JsonNode found = error.getInstanceNode();
    JsonNode wanted = error.getSchemaNode();
    return "type".equals(error.getKeyword())
        && found != null
        && found.isNumber()
        && wanted != null
        && wanted.toString().contains("\"string\"");
  }

  private JsonNode node(Located value) {
    if (value instanceof Located.Object object) {
      ObjectNode node = NODES.objectNode();
      object
          .entries()
          .forEach(
              (key, entry) -> {
                if (!Shape.isNull(entry.value())) {
                  node.set(key, below(RegoString.of(key), entry.value()));
                }
              });
      return node;
    } else if (value instanceof Located.Array array) {
      ArrayNode node = NODES.arrayNode();
      for (Located element : array.elements()) {
        node.add(below(RegoNumber.of(node.size()), element));
      }
      return node;
    }
    return scalar(value);
  }

  private JsonNode below(RegoValue key, Located value) {
    path.addLast(key);
    JsonNode node = node(value);
    path.removeLast();
    return node;
  }

  private JsonNode scalar(Located scalar) {
    RegoValue value = scalar.value();
    if (value instanceof RegoNumber number) {
      boolean text =
          !scalar.span().source().name().endsWith(".json") && texts.contains(List.copyOf(path));
      if (text) {
        return NODES.textNode(scalar.span().text());
      }
      return number.isLong()
          ? NODES.numberNode(number.longValue())
          : NODES.numberNode(number.decimalValue());
    } else if (value instanceof RegoBoolean bool) {
      return NODES.booleanNode(bool.value());
    }
    return value instanceof RegoString text ? NODES.textNode(text.value()) : NODES.nullNode();
  }
}
