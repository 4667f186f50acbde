package dev.bylaw.policy;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a set that come from an archive, within limits. Nothing is written anywhere, so
 * nothing can escape; names that would try to are refused all the same.
 */
final class ArchiveFiles {
  /** What all entries together may hold; an archive that says less may still not hold more. */
  static final long MAX_TOTAL = 100L * 1024 * 1024;

  private final String prefix;
  private final List<Diagnostic> diagnostics;
  private final Set<String> names = new HashSet<>();
  private final SortedMap<String, SourceFile> files = new TreeMap<>();
  private int entries;
  private long total;

  /**
   * @param prefix what messages show before a name
   */
  ArchiveFiles(String prefix, List<Diagnostic> diagnostics) {
    this.prefix = prefix;
    this.diagnostics = diagnostics;
  }

  static String prefix(Path archive) {
    return archive.getFileName() + "!/";
  }

  SortedMap<String, SourceFile> files() {
    return files;
  }

  void problem(String code, String message) {
    diagnostics.add(Diagnostic.error(code, message));
  }

  /** Counts an entry; after the limit nothing more may be read. */
  boolean mayContinue() {
    if (++entries == SetFiles.MAX_FILES + 1) {
      problem(
          "archive_too_large",
          prefix + " has more than the limit of " + SetFiles.MAX_FILES + " entries");
    }
    return entries <= SetFiles.MAX_FILES && total <= MAX_TOTAL;
  }

  /** Counts bytes that were unpacked. */
  boolean count(long bytes) {
    if (total <= MAX_TOTAL && total + bytes > MAX_TOTAL) {
      problem(
          "archive_too_large",
          prefix + " unpacks to more than the limit of " + MAX_TOTAL + " bytes");
    }
    total += bytes;
    return total <= MAX_TOTAL;
  }

  /** The name below the top of the archive; empty for one that is refused. */
  String name(String written) {
    String name = written.startsWith("./") ? written.substring(2) : written;
    name = name.startsWith("/") ? name.substring(1) : name; // OPA writes bundles so
    boolean bad = name.indexOf('\\') >= 0 || name.chars().anyMatch(Character::isISOControl);
    for (String part : name.split("/", -1)) {
      bad |= part.isEmpty() || part.equals("..") || part.equals(".");
    }
    if (bad) {
      problem(
          "archive_path",
          prefix + " has the entry " + printable(written) + ", expected a path within the archive");
      return "";
    }
    return name;
  }

  /** Whether an entry is part of a set; what only OPA reads of a bundle is not. */
  static boolean belongs(String name) {
    return SetFiles.belongs(name) && !name.equals(PackedSet.PARAMETERS);
  }

  private static String printable(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().limit(200).forEach(c -> out.append(Character.isISOControl(c) ? '?' : (char) c));
    return out.toString();
  }

  /** Takes an entry's content. */
  void file(String name, byte[] content) {
    if (!names.add(name)) {
      problem("archive_duplicate", prefix + " has the entry " + name + " twice");
      return;
    }
    SourceReader.Result read = SourceReader.decode(content, prefix + name);
    read.problem().ifPresent(diagnostics::add);
    read.source().ifPresent(s -> files.put(name, s));
  }

  /** The content of an entry that belongs to a set; empty where it is too large. */
  byte[] content(String name, InputStream in) throws IOException {
    int max = Limits.DEFAULT.maxBytes();
    byte[] bytes = in.readNBytes(max + 1);
    if (bytes.length > max) {
      problem("file_too_large", prefix + name + " is larger than the limit of " + max + " bytes");
      return new byte[0];
    }
    return bytes;
  }
}
