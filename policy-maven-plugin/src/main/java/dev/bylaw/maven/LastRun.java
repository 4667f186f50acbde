package dev.bylaw.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What the last run depended on that allowed all.
 *
 * @param file that has its fingerprint
 * @param fingerprint of this run
 */
record LastRun(Path file, String fingerprint) {
  /** Whether this run depends on the same. */
  boolean isSame() {
    try {
      return Files.exists(file) && Files.readString(file).strip().equals(fingerprint);
    } catch (IOException e) {
      return false; // then it is judged again
    }
  }

  /** For the next run. */
  void keep() throws MojoExecutionException {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, fingerprint + "\n");
    } catch (IOException e) {
      throw new MojoExecutionException(file + " cannot be written: " + e, e);
    }
  }
}
