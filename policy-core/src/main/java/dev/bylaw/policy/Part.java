package dev.bylaw.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One of the sets that make up a policy set: the one that was asked for, or one that is imported.
 *
 * @param number imported sets have smaller ones than those that import them
 * @param archive the file that it was read from, if it is neither a folder nor a pack
 * @param attached files that parameters of checks name
 */
record Part(
    int number,
    SetFiles files,
    Optional<Path> archive,
    Attachments attached,
    SetManifest manifest,
    List<Imported> imports) {
  /** An import and the set that it led to. */
  record Imported(Import as, Part part) {}

  /** The hash of all that was read. */
  String revision() {
    return attached.revision(files.revision());
  }

  Part with(SetManifest other) {
    return new Part(number, files, archive, attached, other, imports);
  }

  Level level() {
    return new Level(number, manifest.scope());
  }

  /** The import that is written so. */
  Optional<Imported> imported(String name) {
    return imports.stream().filter(i -> i.as().name().equals(name)).findFirst();
  }
}
