package dev.bylaw.policy;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a policy set and those that it imports were read from, packs of the class path apart. Where
 * none of it changes, the same set is loaded again.
 *
 * @param folders that were searched
 * @param files archives, and files that parameters of checks name, whether they are there or not
 */
public record Sources(Set<Path> folders, Set<Path> files) {
  public Sources {
    folders = Set.copyOf(folders);
    files = Set.copyOf(files);
  }

  static Sources of(Iterable<Part> parts) {
    Set<Path> folders = new TreeSet<>();
    Set<Path> files = new TreeSet<>();
    for (Part part : parts) {
      part.attached().folder().ifPresent(folders::add);
      part.archive().ifPresent(files::add);
      files.addAll(part.attached().asked());
    }
    return new Sources(folders, files);
  }
}
