package dev.bylaw.subject;

import dev.bylaw.rego.value.RegoObject;
import java.util.Optional;

/**
 * What policies see of subjects, as JSON Schema (draft-07) of {@code input}. Found by {@link
 * java.util.ServiceLoader}; needs a public constructor without parameters. Must be thread-safe.
 */
public interface SubjectSchemas {
  /**
   * The schema of a kind; empty if this provider does not know it. An object has only the fields
   * that are named where its {@code additionalProperties} is false.
   */
  Optional<RegoObject> schema(SubjectKind kind);
}
