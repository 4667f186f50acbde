package dev.bylaw.maven;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A hash of all that a run depends on: equal ones mean that the run would end as the last one did.
 * For one thread.
 */
final class Fingerprint {
  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  Fingerprint add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  private Fingerprint add(byte[] bytes) {
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
    return this;
  }

  /**
   * The names and contents of the files of a folder, or one file; what is missing counts as such.
   */
  Fingerprint files(Path root) throws IOException {
    if (!Files.exists(root)) {
      return add("missing");
    }
    SortedMap<String, Path> files = new TreeMap<>();
    Files.walkFileTree(root, new Lister(root, files));
    for (var file : files.entrySet()) {
      add(file.getKey()).add(Files.readAllBytes(file.getValue()));
    }
    return add("end");
  }

  /** The jars that a class loader reads: their places, sizes and times. */
  Fingerprint program(ClassLoader loader) throws IOException {
    if (loader instanceof URLClassLoader jars) {
      for (URL url : jars.getURLs()) {
        add(url.toString());
        if (url.getProtocol().equals("file")) {
          time(url);
        }
      }
    }
    return this;
  }

  private void time(URL url) throws IOException {
    try {
      Path path = Path.of(url.toURI());
      if (Files.exists(path)) {
        add(Files.size(path) + " " + Files.getLastModifiedTime(path));
      }
    } catch (URISyntaxException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Leaves out what no input is read from. */
  private static final class Lister extends SimpleFileVisitor<Path> {
    private final Path root;
    private final SortedMap<String, Path> files;

    Lister(Path root, SortedMap<String, Path> files) {
      this.root = root;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = String.valueOf(folder.getFileName());
      boolean skipped =
          !folder.equals(root)
              && (name.startsWith(".") || name.equals("target") || name.equals("node_modules"));
      return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() || Files.isRegularFile(file)) {
        files.put(root.relativize(file).toString(), file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
