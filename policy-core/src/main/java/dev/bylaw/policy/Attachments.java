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
import java.util.TreeMap;

/** Files of a policy set's folder that parameters name. */
final class Attachments implements SourceFolder {
  private final Path folder;
  private final Map<String, SourceFile> read = new TreeMap<>();

  Attachments(Path folder) {
    this.folder = folder;
  }

  @Override
  public SourceReader.Result read(String path) {
    try {
      SourceReader.Result result =
          SourceReader.read(
              folder, folder.resolve(path), SetFiles.prefix(folder) + path, Limits.DEFAULT);
      result.source().ifPresent(file -> read.put(path, file));
      return result;
    } catch (InvalidPathException e) {
      return new SourceReader.Result(
          Optional.empty(),
          Optional.of(Diagnostic.error("file_unreadable", "no file can have the name " + path)));
    }
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
