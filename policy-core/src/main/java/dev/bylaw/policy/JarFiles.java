package dev.bylaw.policy;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files of a set in a jar: at its top, or below a folder in it. */
final class JarFiles {
  private JarFiles() {}

  /** Reads a Maven artifact; {@code META-INF} does not belong to the set. */
  static SortedMap<String, SourceFile> read(Path jar, List<Diagnostic> diagnostics) {
    ArchiveFiles files = new ArchiveFiles(ArchiveFiles.prefix(jar), diagnostics);
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      read(zip, "", files);
    } catch (IOException e) {
      files.problem(
          "policy_set_unreadable",
          "found %s, expected a jar with a policy set: %s"
              .formatted(jar, e.getClass().getSimpleName()));
    }
    return files.files();
  }

  /**
   * Reads what is below a folder.
   *
   * @param folder ends with {@code /}; empty for all but {@code META-INF}
   */
  static void read(ZipFile zip, String folder, ArchiveFiles files) throws IOException {
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements() && files.mayContinue()) {
      ZipEntry entry = entries.nextElement();
      boolean inside =
          folder.isEmpty()
              ? !entry.getName().startsWith("META-INF/")
              : entry.getName().startsWith(folder);
      if (inside && !entry.isDirectory()) {
        file(zip, entry, entry.getName().substring(folder.length()), files);
      }
    }
  }

  private static void file(ZipFile zip, ZipEntry entry, String written, ArchiveFiles files)
      throws IOException {
    String name = files.name(written);
    if (!name.isEmpty() && ArchiveFiles.belongs(name)) {
      try (InputStream in = zip.getInputStream(entry)) {
        byte[] content = files.content(name, in);
        if (files.count(content.length)) {
          files.file(name, content);
        }
      }
    }
  }
}
