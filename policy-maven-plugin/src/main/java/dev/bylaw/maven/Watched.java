package dev.bylaw.maven;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file or a folder that a run looked at, and what it was: names and contents, or that there was
 * nothing. Part of what a build runs in which nothing changed, see {@link LastRun}.
 *
 * @param newest when something in it was last changed, at the latest; in milliseconds
 */
record Watched(Path path, Kind kind, String hash, long newest) {
  /** What a run can see of a folder, or more. */
  enum Kind {
    /** Every file. */
    ALL,
    /** The inputs: every file, but none in the folders that nothing is judged in. */
    INPUTS,
    /** A policy set, or waivers. */
    SET;

    private boolean entersFolder(String name) {
      return switch (this) {
        case ALL -> true;
        case INPUTS ->
            !name.startsWith(".") && !name.equals("target") && !name.equals("node_modules");
        case SET -> !name.equals(".git");
      };
    }

    private boolean hasFile(String name) {
      return this != SET
          || name.endsWith(".rego")
          || name.endsWith(".yaml")
          || name.endsWith(".yml")
          || name.endsWith(".json");
    }
  }

  /** More than a run reads. */
  private static final int MAX_FILES = 200_000;

  /** Clocks of file systems lag behind, and some know whole seconds alone. */
  private static final long LAG = 20;

  private static final long WHOLE_SECOND = 1_000;

  /**
   * What it is now.
   *
   * @throws IOException if that cannot be told
   */
  static Watched now(Path path, Kind kind) throws IOException {
    if (!Files.exists(path)) {
      return new Watched(path, kind, "missing", 0);
    }
    Lister files = new Lister(path, kind);
    Files.walkFileTree(path.toRealPath(), files);
    Fingerprint all = new Fingerprint();
    for (Map.Entry<String, Path> file : files.found.entrySet()) {
      all.add(file.getKey());
      if (Files.isRegularFile(file.getValue())) {
        all.file(file.getValue());
      }
    }
    return new Watched(path, kind, all.hex(), files.newest);
  }

  /** Whether it is now as it was. */
  boolean isStill() {
    try {
      return now(path, kind).hash().equals(hash);
    } catch (IOException e) {
      return false; // what cannot be told makes a run, which says why
    }
  }

  private static final class Lister extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Kind kind;
    private final Map<String, Path> found = new TreeMap<>();
    private long newest;

    Lister(Path root, Kind kind) throws IOException {
      this.root = root.toRealPath();
      this.kind = kind;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      time(attributes);
      boolean enters = folder.equals(root) || kind.entersFolder(folder.getFileName().toString());
      return enters ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (file.equals(root) || kind.hasFile(file.getFileName().toString())) {
        if (found.size() == MAX_FILES) {
          throw new IOException("more than " + MAX_FILES + " files in " + root);
        }
        time(attributes);
        found.put(root.relativize(file).toString(), file);
      }
      return FileVisitResult.CONTINUE;
    }

    private void time(BasicFileAttributes attributes) {
      long time = attributes.lastModifiedTime().toMillis();
      newest = Math.max(newest, time + (time % WHOLE_SECOND == 0 ? 2 * WHOLE_SECOND : LAG));
    }
  }
}
