package dev.bylaw.rules.descriptor;

import dev.bylaw.rules.document.Shape;
import dev.bylaw.subject.Located;
import java.util.List;
import java.util.Optional;

/**
 * The versions of a standard that are read in the same way.
 *
 * @param label of the versions, for people
 * @param versions their beginnings, without a {@code v}
 * @param unversioned fields one of which tells a document without a version; with none of them any
 *     document may be without
 */
record Edition(
    String label, List<String> versions, Optional<List<String>> unversioned, List<Part> parts) {
  Edition {
    versions = List.copyOf(versions);
    parts = List.copyOf(parts);
  }

  boolean isOf(Optional<String> version, Located.Object body) {
    return version
        .map(this::includes)
        .orElseGet(() -> unversioned.filter(fields -> hasOne(body, fields)).isPresent());
  }

  private boolean includes(String version) {
    String plain = version.startsWith("v") ? version.substring(1) : version;
    return versions.stream().anyMatch(v -> plain.equals(v) || plain.startsWith(v + "."));
  }

  private static boolean hasOne(Located.Object body, List<String> fields) {
    return fields.isEmpty() || fields.stream().anyMatch(f -> Shape.entry(body, f).isPresent());
  }
}
