package dev.bylaw.subject;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is governed, as one document in which every value knows its place.
 *
 * @param path of the file, relative to the folder that was given, with {@code /}; for a request at
 *     provisioning time a made-up name such as {@code request:clusters/create}
 * @param environment which of several deployments is meant, such as the target of a bundle
 * @param input all that policies see: {@code subject}, the document below the name of its kind,
 *     {@code raw}; see docs/input.md
 */
public record Subject(
    SubjectKind kind,
    String name,
    String path,
    Optional<String> product,
    Optional<String> domain,
    Optional<String> environment,
    Map<String, String> labels,
    Located.Object input) {
  public Subject {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(path, "path");
    labels = Map.copyOf(labels);
  }
}
