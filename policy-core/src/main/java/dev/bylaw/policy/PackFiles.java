package dev.bylaw.policy;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;

/**
 * The files of a pack: a policy set on the class path, in the folder {@code
 * META-INF/bylaw/packs/NAME/} of a jar or of classes, with {@code policies.yaml} at its top.
 */
final class PackFiles {
  private static final String PACKS = "META-INF/bylaw/packs/";

  private PackFiles() {}

  /** Whether a pack can have this name. */
  static boolean isName(String name) {
    return name.matches("[a-z0-9-]+(/[a-z0-9-]+)*");
  }

  static SortedMap<String, SourceFile> read(
      String name, ClassLoader loader, List<Diagnostic> diagnostics) {
    String folder = PACKS + name + "/";
    try {
      List<URL> found = Collections.list(loader.getResources(folder + SetFiles.MANIFEST));
      if (found.size() == 1) {
        return read(name, folder, found.get(0), diagnostics);
      }
      diagnostics.add(
          Diagnostic.error(
              "policy_set_missing",
              found.isEmpty()
                  ? "there is no pack " + name + " on the class path; add the artifact that has it"
                  : "the pack " + name + " is on the class path more than once: " + found));
    } catch (IOException | URISyntaxException e) {
      diagnostics.add(
          Diagnostic.error(
              "policy_set_unreadable",
              "the pack " + name + " cannot be read: " + e.getClass().getSimpleName()));
    }
    return new TreeMap<>();
  }

  private static SortedMap<String, SourceFile> read(
      String name, String folder, URL manifest, List<Diagnostic> diagnostics)
      throws IOException, URISyntaxException {
    URLConnection connection = manifest.openConnection();
    if (connection instanceof JarURLConnection inJar) {
      inJar.setUseCaches(false);
      ArchiveFiles files = new ArchiveFiles(name + "/", diagnostics);
      try (JarFile jar = inJar.getJarFile()) {
        JarFiles.read(jar, folder, files);
      }
      return files.files();
    }
    URI uri = manifest.toURI();
    if (!"file".equals(uri.getScheme())) {
      throw new IOException("neither a file nor in a jar: " + manifest);
    }
    return FolderFiles.read(Path.of(uri.resolve(".")), diagnostics);
  }
}
