package dev.bylaw.maven;

import dev.bylaw.policy.Scope;
import dev.bylaw.rules.InputPath;
import dev.bylaw.rules.InputPaths;
import dev.bylaw.subject.SubjectKind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/** Reads what a user says of the inputs. */
final class InputParameters {
  private InputParameters() {}

  /**
   * What is read.
   *
   * @param base the input where there is none, and what others are relative to
   * @param kinds of inputs that have none of their own
   */
  static InputPaths paths(Path base, List<Input> inputs, List<String> kinds)
      throws MojoExecutionException {
    List<InputPath> paths = new ArrayList<>();
    for (Input input : inputs) {
      if (input.path().isEmpty()) {
        throw new MojoExecutionException(
            "found an input without a path, expected a folder, a file or a pattern");
      }
      paths.add(
          new InputPath(
              input.path().replace('\\', '/'),
              kinds(input.kinds().isEmpty() ? kinds : input.kinds())));
    }
    if (paths.isEmpty()) {
      paths.add(new InputPath("", kinds(kinds)));
    }
    try {
      return InputPaths.of(base, paths);
    } catch (InvalidPathException e) {
      throw new MojoExecutionException(
          "found %s in inputs, expected a path: %s".formatted(e.getInput(), e.getReason()), e);
    }
  }

  private static Set<SubjectKind> kinds(List<String> words) throws MojoExecutionException {
    Set<SubjectKind> kinds = EnumSet.noneOf(SubjectKind.class);
    for (String word : words) {
      Optional<SubjectKind> kind = SubjectKind.of(word.strip());
      if (kind.isEmpty()) {
        throw new MojoExecutionException(
            "found %s for kinds, expected one of %s"
                .formatted(
                    word.strip(),
                    Arrays.stream(SubjectKind.values())
                        .map(SubjectKind::word)
                        .collect(Collectors.joining(", "))));
      }
      kinds.add(kind.get());
    }
    return kinds;
  }

  /** The scope of inputs that say nothing of it: given as one word, or as its parts. */
  static Scope scope(Optional<String> scope, Optional<String> domain, Optional<String> product)
      throws MojoExecutionException {
    if (scope.isEmpty()) {
      return domain.map(d -> new Scope(Optional.of(d), product)).orElse(Scope.ORGANISATION);
    }
    String[] parts = scope.get().strip().split("/", -1);
    if (parts.length > 2 || Arrays.stream(parts).anyMatch(String::isBlank)) {
      throw new MojoExecutionException(
          "found %s for scope, expected a domain, or DOMAIN/PRODUCT".formatted(scope.get()));
    } else if (domain.isPresent() || product.isPresent()) {
      throw new MojoExecutionException(
          "found scope besides domain or product, expected one or the other");
    }
    return parts.length == 1 ? Scope.domain(parts[0]) : Scope.product(parts[0], parts[1]);
  }
}
