package dev.bylaw.maven;

import dev.bylaw.policy.ArtifactSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionRangeResult;

/** Artifacts from the build's repositories, of a range the highest version. */
record RepositoryArtifacts(
    RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories)
    implements ArtifactSource {
  private static final String ANY = "[0,)";

  RepositoryArtifacts {
    repositories = List.copyOf(repositories);
  }

  @Override
  public Path resolve(String name, Optional<String> versions) throws IOException {
    return file(name, version(name, versions));
  }

  /** The version that is taken. */
  String version(String name, Optional<String> versions) throws IOException {
    VersionRangeRequest request = new VersionRangeRequest();
    request.setArtifact(artifact(name, versions.orElse(ANY)));
    request.setRepositories(repositories);
    try {
      VersionRangeResult result = system.resolveVersionRange(session, request);
      if (result.getHighestVersion() == null) {
        throw new IOException(
            "no version in %s in the repositories %s"
                .formatted(versions.orElse(ANY), repositories));
      }
      return result.getHighestVersion().toString();
    } catch (VersionRangeResolutionException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  Path file(String name, String version) throws IOException {
    ArtifactRequest request = new ArtifactRequest(artifact(name, version), repositories, "");
    try {
      return system.resolveArtifact(session, request).getArtifact().getFile().toPath();
    } catch (ArtifactResolutionException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Artifact artifact(String name, String version) throws IOException {
    String[] parts = name.split(":", -1);
    if (parts.length != 2) {
      throw new IOException("found " + name + ", expected GROUP:ARTIFACT");
    }
    return new DefaultArtifact(parts[0], parts[1], "jar", version);
  }
}
