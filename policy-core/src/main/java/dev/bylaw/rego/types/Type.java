package dev.bylaw.rego.types;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A set of values. Its text is that of OPA's type printer. */
public sealed interface Type {
  /** Everything. */
  Type ANY = new UnionType(List.of());

  /** A type without parts. */
  enum Basic implements Type {
    /** Not known yet. */
    UNKNOWN("???"),
    /** No value at all: what a comprehension holds whose head is an argument of no known type. */
    NONE("???"),
    NULL("null"),
    BOOLEAN("boolean"),
    NUMBER("number"),
    STRING("string");

    private final String word;

    Basic(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * The values of some types.
   *
   * @param members sorted, without duplicates and unions; none for the values of all types
   */
  record UnionType(List<Type> members) implements Type {
    public UnionType {
      members = List.copyOf(members);
    }

    @Override
    public String toString() {
      return members.isEmpty() ? "any" : "any<" + joined(members) + ">";
    }
  }

  /**
   * Arrays.
   *
   * @param fixed the types of the first elements
   * @param rest that of any number of elements behind them; empty if there are none
   */
  record ArrayType(List<Type> fixed, Optional<Type> rest) implements Type {
    public ArrayType {
      fixed = List.copyOf(fixed);
    }

    @Override
    public String toString() {
      return "array"
          + (fixed.isEmpty() ? "" : "<" + joined(fixed) + ">")
          + rest.map(r -> "[" + r + "]").orElse("");
    }
  }

  /**
   * Objects.
   *
   * @param fields by their keys
   * @param rest other fields; empty if there are none
   */
  record ObjectType(Map<RegoValue, Type> fields, Optional<Rest> rest) implements Type {
    public ObjectType {
      fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    @Override
    public String toString() {
      List<String> parts = new ArrayList<>();
      fields.forEach((k, t) -> parts.add((k instanceof RegoString s ? s.value() : k) + ": " + t));
      return "object"
          + (parts.isEmpty() ? "" : "<" + String.join(", ", parts) + ">")
          + rest.map(r -> "[" + r.key() + ": " + r.value() + "]").orElse("");
    }
  }

  /** The types of keys and values that are not told one by one. */
  record Rest(Type key, Type value) {}

  /** Sets of elements of one type. */
  record SetType(Type element) implements Type {
    @Override
    public String toString() {
      return "set[" + element + "]";
    }
  }

  /** Functions; they are no values, but names may stand for them. */
  record FunctionType(List<Parameter> parameters, Parameter result) implements Type {
    public FunctionType {
      parameters = List.copyOf(parameters);
    }

    @Override
    public String toString() {
      return "(" + joined(parameters) + ") => " + result;
    }
  }

  /**
   * One of a function's.
   *
   * @param name may be empty
   */
  record Parameter(String name, Type type) {
    @Override
    public String toString() {
      return name.isEmpty() ? type.toString() : name + ": " + type;
    }
  }

  private static String joined(List<?> parts) {
    return parts.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
