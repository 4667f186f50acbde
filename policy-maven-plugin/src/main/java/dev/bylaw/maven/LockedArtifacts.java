package dev.bylaw.maven;

import dev.bylaw.policy.ArtifactSource;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Artifacts as a lock file has them, so that a build takes the same policies until somebody says
 * otherwise. The file has a line for each: name, versions wanted, version taken, SHA-256 of the
 * file, with blanks between them; sorted. For one thread.
 */
final class LockedArtifacts implements ArtifactSource {
  private static final String HEAD = "# bylaw lock 1: artifact, versions, version, sha256; sorted";
  private static final String ANY = "*";
  private static final int FIELDS = 4;

  private final RepositoryArtifacts repository;
  private final Map<String, Entry> locked = new TreeMap<>();
  private final Map<String, Entry> taken = new TreeMap<>();
  private final Set<LastRun.Resolved> resolved = new LinkedHashSet<>();
  private final boolean strict;

  private record Entry(String version, String hash) {}

  /**
   * Artifacts by a lock file, if there is one.
   *
   * @param update whether what the file says does not count
   * @throws InputException with every line of the file that is not as it must be
   */
  LockedArtifacts(RepositoryArtifacts repository, Path file, boolean update) {
    this.repository = repository;
    this.strict = !update && Files.exists(file);
    if (strict) {
      SourceReader.Result read =
          SourceReader.read(file.toAbsolutePath().resolveSibling(""), file, Limits.DEFAULT);
      List<Diagnostic> problems = new ArrayList<>(read.problem().stream().toList());
      read.source().ifPresent(source -> entries(source, problems));
      if (!problems.isEmpty()) {
        throw new InputException(problems);
      }
    }
  }

  private void entries(SourceFile source, List<Diagnostic> problems) {
    for (int i = 1; i <= source.lineCount(); i++) {
      String line = source.lineText(i).strip();
      String[] fields = line.split(" +", -1);
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (fields.length == FIELDS) {
        locked.put(fields[0] + " " + fields[1], new Entry(fields[2], fields[3]));
      } else {
        int start = source.offset(i, 1);
        problems.add(
            Diagnostic.error(
                "lock_error",
                source.span(start, start + source.lineText(i).length()),
                "found %d fields, expected artifact, versions, version and sha256; write the file anew with -Dpolicy.updateLock"
                    .formatted(fields.length)));
      }
    }
  }

  @Override
  public Path resolve(String name, Optional<String> versions) throws IOException {
    String key = name + " " + versions.orElse(ANY).replace(" ", "");
    Entry known = locked.get(key);
    if (strict && known == null) {
      throw new IOException(
          "the lock file has no line for %s; run with -Dpolicy.updateLock".formatted(key));
    }
    String version = known == null ? repository.version(name, versions) : known.version();
    Path file = repository.file(name, version);
    String hash = sha256(file);
    if (known != null && !known.hash().equals(hash)) {
      throw new IOException(
          "version %s has the SHA-256 %s, expected %s, which is locked; if the change is meant, run with -Dpolicy.updateLock"
              .formatted(version, hash, known.hash()));
    }
    taken.put(key, new Entry(version, hash));
    resolved.add(new LastRun.Resolved(name, versions, file));
    return file;
  }

  /** A line of the lock file for each artifact that was resolved so far, sorted. */
  List<String> taken() {
    return taken.entrySet().stream()
        .map(e -> String.join(" ", e.getKey(), e.getValue().version(), e.getValue().hash()))
        .toList();
  }

  /** What was resolved so far, in that order. */
  List<LastRun.Resolved> resolved() {
    return List.copyOf(resolved);
  }

  /** The lock file for what was resolved so far; lines end with {@code \n}. */
  String text() {
    return HEAD + "\n" + taken().stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static String sha256(Path file) throws IOException {
    byte[] hash = Fingerprint.sha256().digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(hash);
  }
}
