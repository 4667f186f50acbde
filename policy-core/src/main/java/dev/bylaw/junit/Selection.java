package dev.bylaw.junit;

import dev.bylaw.rego.RegoTest;
import dev.bylaw.source.Diagnostic;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.ClasspathRootSelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.discovery.UriSelector;

/** What a request selects, by folder. */
final class Selection {
  /** The folders with policies, with commas between them. */
  static final String SOURCES = "policy.sources";

  private final UniqueId engine;
  private final Map<Path, SelectedFolder> folders = new LinkedHashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private boolean byClass;

  private Selection(UniqueId engine) {
    this.engine = engine;
  }

  static Selection of(EngineDiscoveryRequest request, UniqueId engine) {
    Selection selection = new Selection(engine);
    selection.sources(request);
    request
        .getSelectorsByType(DirectorySelector.class)
        .forEach(s -> selection.whole(s.getPath(), false));
    request
        .getSelectorsByType(FileSelector.class)
        .forEach(s -> selection.file(s.getPath(), s.getPosition().map(FilePosition::getLine)));
    request.getSelectorsByType(UriSelector.class).forEach(s -> selection.uri(s.getUri()));
    request
        .getSelectorsByType(UniqueIdSelector.class)
        .forEach(s -> selection.uniqueId(s.getUniqueId()));
    return selection;
  }

  /** Whether {@link PolicyTests} is selected. */
  boolean byClass() {
    return byClass;
  }

  Collection<SelectedFolder> folders() {
    return folders.values();
  }

  List<Diagnostic> problems() {
    return problems;
  }

  private void sources(EngineDiscoveryRequest request) {
    byClass =
        request.getSelectorsByType(ClassSelector.class).stream()
            .anyMatch(s -> s.getClassName().equals(PolicyTests.class.getName()));
    boolean all = !request.getSelectorsByType(ClasspathRootSelector.class).isEmpty();
    if (!byClass && !all) {
      return;
    }
    Optional<String> sources = request.getConfigurationParameters().get(SOURCES);
    sources.stream()
        .flatMap(s -> Stream.of(s.split(",", -1)))
        .forEach(s -> whole(Path.of(s.strip()), true));
    if (byClass && sources.isEmpty()) {
      problems.add(
          Diagnostic.error(
              "no_sources",
              "%s is not set: name the folder of the policies in junit-platform.properties at the top of the test class path"
                  .formatted(SOURCES)));
    }
  }

  private void whole(Path path, boolean named) {
    add(path, test -> true, named);
  }

  private void add(Path path, Predicate<RegoTest> wanted, boolean named) {
    Path folder = path.toAbsolutePath().normalize();
    UniqueId id = engine.append(SelectedFolder.FOLDER, folder.toString());
    folders.merge(folder, new SelectedFolder(folder, id, wanted, named), SelectedFolder::or);
  }

  /** A file is read with the policy set that it belongs to, or else with its folder. */
  private void file(Path path, Optional<Integer> line) {
    Path file = path.toAbsolutePath().normalize();
    if (!file.toString().endsWith(".rego")) {
      return;
    }
    Path own = file.resolveSibling("");
    Path folder = own;
    for (Path up = own; up != null; up = up.getParent()) {
      if (Files.exists(up.resolve("policies.yaml"))) {
        folder = up;
        break;
      }
    }
    Path root = folder;
    add(
        root,
        test ->
            root.resolve(test.span().source().name()).equals(file)
                && line.stream()
                    .allMatch(l -> test.span().line() <= l && l <= test.span().endLine()),
        false);
  }

  private void uri(URI uri) {
    if (!"file".equals(uri.getScheme())) {
      return;
    }
    Path path = Path.of(uri.getPath());
    if (Files.isDirectory(path)) {
      whole(path, false);
    } else {
      file(path, FilePosition.fromQuery(uri.getQuery()).map(FilePosition::getLine));
    }
  }

  private void uniqueId(UniqueId wanted) {
    if (!wanted.hasPrefix(engine) || wanted.getSegments().size() == engine.getSegments().size()) {
      return;
    }
    UniqueId.Segment folder = wanted.getSegments().get(engine.getSegments().size());
    if (folder.getType().equals(SelectedFolder.FOLDER)) {
      Path path = Path.of(folder.getValue());
      UniqueId id = engine.append(folder);
      SelectedFolder all = new SelectedFolder(path, id, test -> true, false);
      add(path, test -> isBelow(all.testId(test), wanted), false);
    }
  }

  private static boolean isBelow(UniqueId test, UniqueId wanted) {
    return test.hasPrefix(wanted) || wanted.hasPrefix(test);
  }
}
