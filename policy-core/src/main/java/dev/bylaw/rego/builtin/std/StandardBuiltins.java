package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinRegistry;
import java.util.List;
import java.util.stream.Stream;

/** The built-ins of OPA. */
public final class StandardBuiltins {
  private static final BuiltinRegistry REGISTRY =
      BuiltinRegistry.of(
          Stream.of(
                  Aggregates.all(),
                  Bits.all(),
                  Encodings.all(),
                  Graphs.all(),
                  HostLookup.all(),
                  HttpFunctions.all(),
                  Hashes.all(),
                  JsonFunctions.all(),
                  JsonSchemaFunctions.all(),
                  JwtFunctions.all(),
                  JwtSigning.all(),
                  SemanticVersions.all(),
                  Units.all(),
                  Arithmetic.all(),
                  ArrayFunctions.all(),
                  AwsFunctions.all(),
                  Comparison.all(),
                  GlobFunctions.all(),
                  Identifiers.all(),
                  Networks.all(),
                  Times.all(),
                  Uris.all(),
                  YamlFunctions.all(),
                  Numbers.all(),
                  ObjectFunctions.all(),
                  RegexFunctions.all(),
                  RegoFunctions.all(),
                  Sets.all(),
                  Strings.all(),
                  Templates.all(),
                  Types.all(),
                  X509Functions.all())
              .flatMap(List::stream)
              .toList());

  private StandardBuiltins() {}

  /** All of them; one immutable instance. */
  public static BuiltinRegistry registry() {
    return REGISTRY;
  }
}
