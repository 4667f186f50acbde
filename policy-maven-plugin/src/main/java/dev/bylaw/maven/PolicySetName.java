package dev.bylaw.maven;

import dev.bylaw.policy.ArtifactSource;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a user calls a policy set: the path of a folder, bundle or jar; {@code pack:NAME}; or the
 * coordinates of an artifact, {@code GROUP:ARTIFACT:VERSIONS}. What exists as a path is one.
 *
 * @param path where it is a path
 * @param parameters for its policies, as YAML
 */
record PolicySetName(String text, Optional<Path> path, Optional<String> parameters) {
  private static final String PACK = "pack:";

  static PolicySetName of(String text, Path base) {
    Optional<Path> path = path(text, base);
    boolean exists = path.filter(Files::exists).isPresent();
    boolean other = text.startsWith(PACK) || isArtifact(text);
    return new PolicySetName(text, exists || !other ? path : Optional.empty(), Optional.empty());
  }

  /** Where it would be if it is a path. */
  static Optional<Path> path(String text, Path base) {
    try {
      return Optional.of(base.resolve(text));
    } catch (InvalidPathException e) {
      return Optional.empty(); // a colon is no part of a name everywhere
    }
  }

  private static boolean isArtifact(String text) {
    return text.split(":", -1).length == 3 && text.chars().noneMatch(c -> c == '/' || c == '\\');
  }

  /** The same with parameters, if there are any. */
  PolicySetName with(Optional<String> given) {
    return new PolicySetName(text, path, given);
  }

  /**
   * What loads it.
   *
   * @throws InputException if it is an artifact that is not there
   */
  PolicySetLoader loader(ArtifactSource artifacts) {
    PolicySetLoader plain = plain(artifacts);
    return parameters
        .map(p -> plain.withParameters(SourceFile.of("policy.parameters", p)))
        .orElse(plain);
  }

  private PolicySetLoader plain(ArtifactSource artifacts) {
    if (path.isPresent()) {
      return PolicySetLoader.of(path.get()).withArtifacts(artifacts);
    } else if (text.startsWith(PACK)) {
      return PolicySetLoader.ofPack(text.substring(PACK.length())).withArtifacts(artifacts);
    }
    int versions = text.lastIndexOf(':');
    try {
      Path file =
          artifacts.resolve(text.substring(0, versions), Optional.of(text.substring(versions + 1)));
      return PolicySetLoader.of(file).withArtifacts(artifacts);
    } catch (IOException e) {
      throw new InputException(
          List.of(
              Diagnostic.error(
                  "policy_set_missing",
                  "the policy set " + text + " is not there: " + e.getMessage())));
    }
  }
}
