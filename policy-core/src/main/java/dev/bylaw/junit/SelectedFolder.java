package dev.bylaw.junit;

import dev.bylaw.rego.RegoTest;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.platform.engine.UniqueId;

/**
 * A folder whose modules are compiled together, and which of its tests are wanted.
 *
 * @param named whether the user said that there are tests
 */
record SelectedFolder(Path path, UniqueId id, Predicate<RegoTest> wanted, boolean named) {
  static final String FOLDER = "folder";
  static final String PACKAGE = "package";
  static final String TEST = "test";
  static final String CASE = "case";

  UniqueId packageId(String name) {
    return id.append(PACKAGE, name);
  }

  UniqueId testId(RegoTest test) {
    return packageId(test.packageName()).append(TEST, test.name());
  }

  boolean wants(RegoTest test) {
    return wanted.test(test);
  }

  /** Both of one folder. */
  SelectedFolder or(SelectedFolder other) {
    return new SelectedFolder(path, id, wanted.or(other.wanted), named || other.named);
  }
}
