package dev.bylaw.maven;

import dev.bylaw.policy.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what a run depends on, for the next one. Not for several threads. */
final class Watch {
  private final long start = System.currentTimeMillis();
  private final List<Entry> read = new ArrayList<>();
  private final List<Path> written = new ArrayList<>();

  private record Entry(Path path, Watched.Kind kind) {}

  void read(Path path, Watched.Kind kind) {
    read.add(new Entry(path.toAbsolutePath(), kind));
  }

  void read(Sources set) {
    set.folders().forEach(f -> read(f, Watched.Kind.SET));
    set.files().forEach(f -> read(f, Watched.Kind.ALL));
  }

  void read(PolicyRun.Ready ready) {
    read(ready.engine().policySet().sources());
    ready.beside().forEach(f -> read(f, Watched.Kind.ALL));
  }

  void written(Path file) {
    written.add(file.toAbsolutePath());
  }

  /**
   * What all of it is now.
   *
   * @return empty where something was changed while the run went on, or cannot be told
   */
  Optional<List<Watched>> now() {
    List<Watched> all = new ArrayList<>();
    try {
      for (Entry entry : read) {
        Watched now = Watched.now(entry.path(), entry.kind());
        if (now.newest() >= start) {
          return Optional.empty();
        }
        all.add(now);
      }
      for (Path file : written) {
        if (Files.exists(file)) {
          all.add(Watched.now(file, Watched.Kind.ALL));
        }
      }
      return Optional.of(all);
    } catch (IOException e) {
      return Optional.empty(); // the next run judges again
    }
  }
}
