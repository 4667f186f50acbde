package dev.bylaw.policy;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.source.SourceReader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Files of a policy set's folder that parameters name. */
final class Attachments implements SourceFolder {
  private final Optional<Path> folder;
  private final Map<String, SourceFile> read = new TreeMap<>();
  private final Set<Path> asked = new TreeSet<>();

  /**
   * @param folder empty for an archive, whose other files are not read
   */
  Attachments(Optional<Path> folder) {
    this.folder = folder;
  }

  Optional<Path> folder() {
    return folder;
  }

  /** What was read, or looked for in vain. */
  Set<Path> asked() {
    return asked;
  }

  @Override
  public SourceReader.Result read(String path) {
    if (folder.isEmpty()) {
      return refused("only a policy set in a folder can name files, found " + path);
    }
    try {
      asked.add(folder.get().resolve(path));
      SourceReader.Result result = read(folder.get(), path);
      result.source().ifPresent(file -> read.put(path, file));
      return result;
    } catch (InvalidPathException e) {
      return refused("no file can have the name " + path);
    }
  }

  private static SourceReader.Result read(Path folder, String path) {
    return SourceReader.read(
        folder, folder.resolve(path), FolderFiles.prefix(folder) + path, Limits.DEFAULT);
  }

  private static SourceReader.Result refused(String message) {
    return new SourceReader.Result(
        Optional.empty(), Optional.of(Diagnostic.error("file_unreadable", message)));
  }

  /** The revision of a set that has these files, too. */
  String revision(String ofOthers) {
    if (read.isEmpty()) {
      return ofOthers;
    }
    MessageDigest digest = SetFiles.sha256();
    SetFiles.hash(digest, new SetFiles.Entry("", SourceFile.of("", ofOthers)));
    read.forEach((path, file) -> SetFiles.hash(digest, new SetFiles.Entry(path, file)));
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }
}
