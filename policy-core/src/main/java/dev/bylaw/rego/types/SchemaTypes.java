package dev.bylaw.rego.types;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads JSON Schema as a type. As OPA does it, an object has the properties that its schema names
 * and no others, unless it names none; what a type cannot say (patterns, ranges, enumerations) is
 * left out. A schema that refers to itself is anything from there on.
 */
public final class SchemaTypes {
  private final RegoValue root;
  private final boolean extensible;
  private final Set<String> open = new HashSet<>();

  private SchemaTypes(RegoValue root, boolean extensible) {
    this.root = root;
    this.extensible = extensible;
  }

  /**
   * The type of all values that a schema allows.
   *
   * @throws IllegalArgumentException for a reference that leads nowhere, or to another document
   */
  public static Type of(RegoValue schema) {
    return new SchemaTypes(schema, false).type(schema);
  }

  /**
   * The same, but an object may have other fields than those that are named, unless {@code
   * additionalProperties} is false.
   */
  public static Type extensible(RegoValue schema) {
    return new SchemaTypes(schema, true).type(schema);
  }

  private Type type(RegoValue value) {
    if (!(value instanceof RegoObject schema)) {
      return Type.ANY;
    } else if (schema.get("$ref") instanceof RegoString reference) {
      return referred(reference.value());
    } else if (schema.get("allOf") instanceof RegoArray all) {
      return merged(schema, all);
    } else if (schema.get("anyOf") instanceof RegoArray any) {
      List<Type> types = new ArrayList<>();
      any.forEach(branch -> types.add(merge(plain(schema), type(branch))));
      return Types.union(types);
    }
    return plain(schema);
  }

  private Type referred(String reference) {
    if (!open.add(reference)) {
      return Type.ANY;
    }
    Type type = type(find(reference));
    open.remove(reference);
    return type;
  }

  private RegoValue find(String reference) {
    if (!reference.startsWith("#")) {
      throw new IllegalArgumentException("schemas refer to other documents: " + reference);
    }
    RegoValue at = root;
    for (String step : reference.substring(1).split("/", -1)) {
      if (!step.isEmpty()) {
        String key = step.replace("~1", "/").replace("~0", "~");
        RegoValue next = at instanceof RegoObject o ? o.get(key) : null;
        if (next == null) {
          throw new IllegalArgumentException("Object has no key '" + key + "'");
        }
        at = next;
      }
    }
    return at;
  }

  private Type merged(RegoObject schema, RegoArray all) {
    Type type = plain(schema);
    for (RegoValue branch : all) {
      type = merge(type, type(branch));
    }
    return type;
  }

  /** The fields of both, where both are objects; or else the one that says more. */
  private static Type merge(Type a, Type b) {
    if (a instanceof Type.ObjectType x && b instanceof Type.ObjectType y) {
      Map<RegoValue, Type> fields = new TreeMap<>(x.fields());
      y.fields().forEach((k, t) -> fields.merge(k, t, SchemaTypes::merge));
      return Types.object(fields);
    }
    return Types.isAny(a) ? b : a;
  }

  private Type plain(RegoObject schema) {
    List<RegoValue> kinds = new ArrayList<>();
    if (schema.get("type") instanceof RegoArray list) {
      list.forEach(kinds::add);
    } else {
      Optional.ofNullable(schema.get("type")).ifPresent(kinds::add);
    }
    if (kinds.isEmpty()) {
      return schema.get("properties") != null ? object(schema) : Type.ANY;
    }
    List<Type> types = new ArrayList<>();
    kinds.forEach(k -> types.add(kind(k instanceof RegoString s ? s.value() : "", schema)));
    // OPA has no word for null here
    return types.size() > 1
        ? Types.union(types.stream().filter(t -> t != Type.ANY).toList())
        : types.get(0);
  }

  private Type kind(String kind, RegoObject schema) {
    return switch (kind) {
      case "string" -> Type.Basic.STRING;
      case "number", "integer" -> Type.Basic.NUMBER;
      case "boolean" -> Type.Basic.BOOLEAN;
      case "array" -> array(schema);
      case "object" -> object(schema);
      default -> Type.ANY;
    };
  }

  private Type array(RegoObject schema) {
    RegoValue items = schema.get("items");
    if (items instanceof RegoArray list) {
      List<Type> fixed = new ArrayList<>();
      list.forEach(i -> fixed.add(type(i)));
      return Types.array(fixed);
    }
    return new Type.ArrayType(List.of(), Optional.of(items == null ? Type.ANY : type(items)));
  }

  private Type object(RegoObject schema) {
    Map<RegoValue, Type> fields = new TreeMap<>();
    if (schema.get("properties") instanceof RegoObject properties) {
      for (RegoValue name : properties.keys()) {
        RegoValue property = properties.get(name);
        if (property != null) {
          fields.put(name, type(property));
        }
      }
    }
    return extensible && !RegoBoolean.FALSE.equals(schema.get("additionalProperties"))
        ? new Type.ObjectType(fields, Optional.of(new Type.Rest(Type.ANY, Type.ANY)))
        : Types.object(fields);
  }
}
