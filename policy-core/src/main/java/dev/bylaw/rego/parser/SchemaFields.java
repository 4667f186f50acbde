package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what {@code schemas} says: an object with {@code path}, the names from {@code input} or
 * {@code data} on, and either {@code schema}, the names from {@code schema} on, or {@code
 * definition}, a schema in place.
 */
final class SchemaFields {
  private final Function<String, MetadataException> refused;

  SchemaFields(Function<String, MetadataException> refused) {
    this.refused = refused;
  }

  RegoValue entry(RegoValue entry) throws MetadataException {
    RegoObject object = (RegoObject) entry;
    String path = ((RegoString) object.keys().iterator().next()).value();
    RegoArray names =
        names(path, List.of("input", "data"))
            .orElseThrow(() -> refused.apply("invalid document reference"));
    RegoObject.Builder out = RegoObject.builder().put("path", names);
    RegoValue schema = object.get(path);
    if (schema instanceof RegoString reference) {
      out.put(
          "schema",
          names(reference.value(), List.of("schema"))
              .orElseThrow(() -> refused.apply("invalid schema reference")));
    } else if (schema instanceof RegoObject definition) {
      out.put("definition", definition);
    } else {
      throw refused.apply("invalid schema declaration for path \"" + path + "\"");
    }
    return out.build();
  }

  /** The names of a reference that starts with one of some roots. */
  private static Optional<RegoArray> names(String text, List<String> roots) {
    Optional<Term> term =
        RegoSyntax.parseTerm(SourceFile.of("metadata", text), RegoVersion.V1).tree();
    if (term.isEmpty()) {
      return Optional.empty();
    }
    List<RegoValue> names = new ArrayList<>();
    Term head = term.get() instanceof Ref r ? r.head() : term.get();
    if (!(head instanceof Var v) || !roots.contains(v.name())) {
      return Optional.empty();
    }
    names.add(RegoString.of(v.name()));
    for (Term step : term.get() instanceof Ref r ? r.path() : List.<Term>of()) {
      names.add(step instanceof Scalar s ? s.value() : RegoString.of(step.span().text()));
    }
    return Optional.of(RegoArray.of(names));
  }
}
