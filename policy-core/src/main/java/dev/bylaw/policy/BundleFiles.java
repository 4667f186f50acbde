package dev.bylaw.policy;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.zip.GZIPInputStream;

/** The files of a set in an OPA bundle: a tar archive, packed with gzip. */
final class BundleFiles {
  private BundleFiles() {}

  static SortedMap<String, SourceFile> read(Path bundle, List<Diagnostic> diagnostics) {
    ArchiveFiles files = new ArchiveFiles(ArchiveFiles.prefix(bundle), diagnostics);
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(bundle));
        InputStream in = new Counted(new GZIPInputStream(raw), files)) {
      new TarReader(in, files).read();
    } catch (IOException e) {
      files.problem(
          "policy_set_unreadable",
          "found %s, expected a bundle (tar.gz): %s"
              .formatted(
                  bundle, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
    }
    return files.files();
  }

  /** Ends a stream that unpacks to more than the limit. */
  private static final class Counted extends FilterInputStream {
    private final ArchiveFiles files;

    Counted(InputStream in, ArchiveFiles files) {
      super(in);
      this.files = files;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      return value >= 0 && files.count(1) ? value : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      return read > 0 && !files.count(read) ? -1 : read;
    }
  }
}
