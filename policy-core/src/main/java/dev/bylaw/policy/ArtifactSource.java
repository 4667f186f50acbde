package dev.bylaw.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the artifacts that policy sets import. */
@FunctionalInterface
public interface ArtifactSource {
  /**
   * The file of an artifact.
   *
   * @param name {@code GROUP:ARTIFACT}
   * @param versions one version, or a range as Maven writes it; empty for any
   * @return a jar, an OPA bundle or a folder
   * @throws IOException if there is none; the message says why, and goes to the user
   */
  Path resolve(String name, Optional<String> versions) throws IOException;
}
