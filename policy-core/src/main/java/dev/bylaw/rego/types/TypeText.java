package dev.bylaw.rego.types;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the text of types, as in the signatures of built-ins. */
public final class TypeText {
  private final String text;
  private int at;

  private TypeText(String text) {
    this.text = text;
  }

  /**
   * Reads for example {@code (x: string, y: any<null, number>) => (z: boolean)}.
   *
   * @throws IllegalArgumentException for other texts
   */
  public static Type.FunctionType function(String signature) {
    TypeText reader = new TypeText(signature);
    reader.expect("(");
    List<Type.Parameter> parameters = reader.parameters();
    reader.expect("=>");
    Type.Parameter result;
    if (reader.takes("(")) {
      result = reader.parameter();
      reader.expect(")");
    } else {
      result = reader.parameter();
    }
    return new Type.FunctionType(parameters, result);
  }

  private List<Type.Parameter> parameters() {
    List<Type.Parameter> out = new ArrayList<>();
    while (!takes(")")) {
      out.add(parameter());
      takes(",");
    }
    return out;
  }

  private Type.Parameter parameter() {
    int start = at;
    String name = word();
    if (!name.isEmpty() && takes(":")) {
      return new Type.Parameter(name, type());
    }
    at = start;
    return new Type.Parameter("", type());
  }

  private Type type() {
    String word = word();
    return switch (word) {
      case "null" -> Type.Basic.NULL;
      case "boolean" -> Type.Basic.BOOLEAN;
      case "number" -> Type.Basic.NUMBER;
      case "string" -> Type.Basic.STRING;
      case "any" -> takes("<") ? Types.union(types()) : Type.ANY;
      case "array" -> new Type.ArrayType(takes("<") ? types() : List.of(), bracketed());
      case "set" -> new Type.SetType(bracketed().orElse(Type.ANY));
      case "object" -> object();
      default -> throw wrong();
    };
  }

  private List<Type> types() {
    List<Type> out = new ArrayList<>();
    while (!takes(">")) {
      out.add(type());
      takes(",");
    }
    return out;
  }

  private Optional<Type> bracketed() {
    if (!takes("[")) {
      return Optional.empty();
    }
    Type type = type();
    expect("]");
    return Optional.of(type);
  }

  private Type object() {
    Map<RegoValue, Type> fields = new TreeMap<>();
    if (takes("<")) {
      while (!takes(">")) {
        String name = word();
        expect(":");
        fields.put(RegoString.of(name), type());
        takes(",");
      }
    }
    if (!takes("[")) {
      return new Type.ObjectType(fields, Optional.empty());
    }
    Type key = type();
    expect(":");
    Type value = type();
    expect("]");
    return new Type.ObjectType(fields, Optional.of(new Type.Rest(key, value)));
  }

  private void skipSpace() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private String word() {
    skipSpace();
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean takes(String sign) {
    skipSpace();
    boolean here = text.startsWith(sign, at);
    at += here ? sign.length() : 0;
    return here;
  }

  private void expect(String sign) {
    if (!takes(sign)) {
      throw wrong();
    }
  }

  private IllegalArgumentException wrong() {
    return new IllegalArgumentException("not a type: " + text + ", at " + at);
  }
}
