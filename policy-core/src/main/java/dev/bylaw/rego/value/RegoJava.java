package dev.bylaw.rego.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Java's values and Jackson's trees as Rego values, and back. */
public final class RegoJava {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private RegoJava() {}

  /**
   * A view of maps with text keys, collections, arrays of objects, texts, numbers, booleans, enums
   * (their names), {@link Optional} (empty is null), null, {@link JsonNode} and Rego values. What
   * is inside of a map or a collection is not copied, but fetched when somebody looks there; it
   * must not change as long as the view is used.
   *
   * @throws IllegalArgumentException for anything else, now or when somebody looks there
   */
  public static RegoValue view(@Nullable Object value) {
    if (value == null) {
      return RegoNull.NULL;
    } else if (value instanceof RegoValue rego) {
      return rego;
    } else if (value instanceof String text) {
      return RegoString.of(text);
    } else if (value instanceof Boolean bool) {
      return RegoBoolean.of(bool);
    } else if (value instanceof Number number) {
      return number(number);
    } else if (value instanceof Map<?, ?> map) {
      return RegoObject.view(() -> entries(map));
    } else if (value instanceof Collection<?> list) {
      return RegoArray.view(() -> elements(list));
    } else if (value instanceof Object[] array) {
      return RegoArray.view(() -> elements(Arrays.asList(array)));
    } else if (value instanceof JsonNode node) {
      return view(node);
    } else if (value instanceof Optional<?> optional) {
      return view(optional.orElse(null));
    } else if (value instanceof Enum<?> constant) {
      return RegoString.of(constant.name());
    }
    throw new IllegalArgumentException("Rego has no value for " + value.getClass().getName());
  }

  private static RegoValue number(Number number) {
    if (number instanceof Integer
        || number instanceof Long
        || number instanceof Short
        || number instanceof Byte) {
      return RegoNumber.of(number.longValue());
    } else if (number instanceof BigInteger big) {
      return RegoNumber.of(big);
    } else if (number instanceof BigDecimal decimal) {
      return RegoNumber.of(decimal);
    } else if (number instanceof Double || number instanceof Float) {
      if (Double.isInfinite(number.doubleValue()) || Double.isNaN(number.doubleValue())) {
        throw new IllegalArgumentException("Rego has no value for " + number);
      }
      return RegoNumber.of(new BigDecimal(number.toString()));
    }
    throw new IllegalArgumentException("Rego has no value for " + number.getClass().getName());
  }

  private static RegoObject.Builder entries(Map<?, ?> map) {
    RegoObject.Builder out = RegoObject.builder(map.size());
    map.forEach(
        (key, value) -> {
          if (!(key instanceof String name)) {
            throw new IllegalArgumentException("found the key " + key + ", expected a text");
          }
          out.put(name, view(value));
        });
    return out;
  }

  private static RegoValue[] elements(Collection<?> list) {
    return list.stream().map(RegoJava::view).toArray(RegoValue[]::new);
  }

  private static RegoValue view(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT ->
          RegoObject.view(
              () -> {
                RegoObject.Builder out = RegoObject.builder(node.size());
                node.properties().forEach(e -> out.put(e.getKey(), view(e.getValue())));
                return out;
              });
      case ARRAY ->
          RegoArray.view(
              () -> {
                RegoValue[] elements = new RegoValue[node.size()];
                for (int i = 0; i < elements.length; i++) {
                  elements[i] = view(node.get(i));
                }
                return elements;
              });
      case STRING -> RegoString.of(node.textValue());
      case NUMBER -> number(node.numberValue());
      case BOOLEAN -> RegoBoolean.of(node.booleanValue());
      case NULL -> RegoNull.NULL;
      default ->
          throw new IllegalArgumentException("Rego has no value for a node " + node.getNodeType());
    };
  }

  /**
   * Plain Java: unmodifiable maps (keys ascending) and lists, texts, booleans, null; numbers are
   * {@code Long} where they fit, else {@link BigInteger} or {@link BigDecimal}. Sets become lists,
   * keys that are not texts become their JSON text, as in JSON.
   */
  public static @Nullable Object toJava(RegoValue value) {
    return java(RegoJson.toJsonValue(value));
  }

  private static @Nullable Object java(RegoValue value) {
    if (value instanceof RegoObject object) {
      Map<String, @Nullable Object> out = new LinkedHashMap<>();
      for (RegoValue key : object.keys()) {
        RegoValue child = object.get(key);
        if (child != null) {
          out.put(((RegoString) key).value(), java(child));
        }
      }
      return Collections.unmodifiableMap(out);
    } else if (value instanceof RegoArray array) {
      List<@Nullable Object> out = new ArrayList<>(array.size());
      array.forEach(e -> out.add(java(e)));
      return Collections.unmodifiableList(out);
    } else if (value instanceof RegoString text) {
      return text.value();
    } else if (value instanceof RegoBoolean bool) {
      return bool.value();
    } else if (value instanceof RegoNumber number) {
      return number.isLong()
          ? (Object) number.longValue()
          : number.isInteger() ? number.decimalValue().toBigInteger() : number.decimalValue();
    }
    return null;
  }

  /** As {@link #toJava}, for Jackson. */
  public static JsonNode toJackson(RegoValue value) {
    return jackson(RegoJson.toJsonValue(value));
  }

  private static JsonNode jackson(RegoValue value) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    if (value instanceof RegoObject object) {
      ObjectNode out = make.objectNode();
      for (RegoValue key : object.keys()) {
        RegoValue child = object.get(key);
        if (child != null) {
          out.set(((RegoString) key).value(), jackson(child));
        }
      }
      return out;
    } else if (value instanceof RegoArray array) {
      ArrayNode out = make.arrayNode(array.size());
      array.forEach(e -> out.add(jackson(e)));
      return out;
    } else if (value instanceof RegoString text) {
      return make.textNode(text.value());
    } else if (value instanceof RegoBoolean bool) {
      return make.booleanNode(bool.value());
    } else if (value instanceof RegoNumber number) {
      return number.isLong()
          ? make.numberNode(number.longValue())
          : make.numberNode(number.decimalValue());
    }
    return make.nullNode();
  }

  /**
   * The value as a record, or any class that Jackson can make from its JSON.
   *
   * @throws IllegalArgumentException if it does not fit the type
   */
  public static <T> T to(Class<T> type, RegoValue value) {
    return MAPPER.convertValue(toJackson(value), type);
  }
}
