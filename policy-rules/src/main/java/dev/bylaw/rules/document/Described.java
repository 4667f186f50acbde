package dev.bylaw.rules.document;

import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.subject.Located;
import java.util.Optional;
import java.util.function.Function;

/** A type by its two halves. */
record Described(ValueType.Reader reader, Function<SchemaWriter, RegoObject> description)
    implements ValueType {
  @Override
  public Optional<Located> read(Located value, Reading at) {
    return reader.read(value, at);
  }

  @Override
  public RegoObject schema(SchemaWriter writer) {
    return description.apply(writer);
  }
}
