package dev.bylaw.policy;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads a set and the sets that it imports, each once. */
final class SetTree {
  private static final int MAX_SETS = 100;

  private final ClassLoader loader;
  private final ArtifactSource artifacts;
  private final List<Diagnostic> diagnostics;
  private final Fields fields;
  private final List<Part> parts = new ArrayList<>();
  private final Map<String, Part> known = new HashMap<>();
  private final Set<String> open = new LinkedHashSet<>();

  /**
   * @param loader of packs
   */
  SetTree(ClassLoader loader, ArtifactSource artifacts, List<Diagnostic> diagnostics) {
    this.loader = loader;
    this.artifacts = artifacts;
    this.diagnostics = diagnostics;
    this.fields = new Fields(diagnostics);
  }

  /** All sets, imported ones before those that import them. */
  List<Part> parts() {
    return parts;
  }

  /** A folder, a bundle ({@code .tar.gz}) or a jar. */
  Part read(Path path) {
    Optional<Path> folder = Optional.of(path).filter(Files::isDirectory);
    Optional<Path> archive = folder.isPresent() ? Optional.empty() : Optional.of(path);
    return part(identity(path), files(path), archive, folder);
  }

  /** A pack. */
  Part pack(String name) {
    return part(
        "pack " + name,
        PackFiles.read(name, loader, diagnostics),
        Optional.empty(),
        Optional.empty());
  }

  /** A set that gives parameters to the policies of another one, and has none of its own. */
  Part given(Part below, SourceFile parameters) {
    SetManifest manifest = below.manifest();
    Part holding = below.with(manifest.binding());
    parts.set(below.number(), holding);
    SetFiles files = SetFiles.of(new TreeMap<>(Map.of("policies.yaml", parameters)));
    Import as =
        new Import(
            Import.Kind.SET,
            parameters.name(),
            Optional.empty(),
            Optional.empty(),
            parameters.span(0, 0));
    Part part =
        new Part(
            parts.size(),
            files,
            Optional.empty(),
            new Attachments(Optional.empty()),
            manifest.giving(new GivenParameters(fields).read(parameters)),
            List.of(new Part.Imported(as, holding)));
    parts.add(part);
    return part;
  }

  private static String identity(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  private SortedMap<String, SourceFile> files(Path path) {
    String name = String.valueOf(path.getFileName());
    if (Files.isDirectory(path)) {
      return FolderFiles.read(path, diagnostics);
    } else if (name.endsWith(".jar")) {
      return JarFiles.read(path, diagnostics);
    } else if (Files.isRegularFile(path)) {
      return BundleFiles.read(path, diagnostics);
    }
    diagnostics.add(
        Diagnostic.error(
            "policy_set_missing",
            "there is no folder and no file " + path + ", expected a policy set there"));
    return new TreeMap<>();
  }

  private Part part(
      String identity,
      SortedMap<String, SourceFile> found,
      Optional<Path> archive,
      Optional<Path> folder) {
    open.add(identity);
    SetFiles files = SetFiles.of(found);
    Optional<ManifestReader> reader =
        files.manifest().flatMap(m -> ManifestReader.of(m.source(), fields));
    List<Part.Imported> imports = new ArrayList<>();
    if (reader.isPresent()) {
      for (Import wanted : reader.get().imports()) {
        imported(wanted, folder).ifPresent(p -> imports.add(new Part.Imported(wanted, p)));
      }
    }
    SetManifest manifest =
        reader.isPresent() ? reader.get().read(inherited(imports)) : SetManifest.NONE;
    Part part =
        new Part(
            parts.size(), files, archive, new Attachments(folder), manifest, List.copyOf(imports));
    parts.add(part);
    known.put(identity, part);
    open.remove(identity);
    return part;
  }

  private static Territory inherited(List<Part.Imported> imports) {
    for (Part.Imported i : imports) {
      Territory territory = i.part().manifest().territory();
      if (territory.organisation().isPresent()) {
        return territory;
      }
    }
    return Territory.ANY;
  }

  private Optional<Part> imported(Import wanted, Optional<Path> folder) {
    Optional<Part> part =
        switch (wanted.kind()) {
          case PACK -> once("pack " + wanted.name(), wanted, () -> pack(wanted.name()));
          case ARTIFACT -> artifact(wanted);
          case SET -> set(wanted, folder);
        };
    part.ifPresent(p -> checkVersion(wanted, p));
    return part;
  }

  private Optional<Part> artifact(Import wanted) {
    try {
      Path file = artifacts.resolve(wanted.name(), wanted.version().map(VersionRange::text));
      return once(identity(file), wanted, () -> read(file));
    } catch (IOException e) {
      problem(wanted, "the artifact %s is not there: %s".formatted(wanted.name(), e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Part> set(Import wanted, Optional<Path> folder) {
    if (folder.isEmpty()) {
      problem(wanted, "only a set in a folder can import a path; import a pack or an artifact");
      return Optional.empty();
    }
    try {
      Path path = folder.get().resolve(wanted.name()).normalize();
      return once(identity(path), wanted, () -> read(path));
    } catch (InvalidPathException e) {
      problem(wanted, "found " + wanted.name() + ", expected a path");
      return Optional.empty();
    }
  }

  private Optional<Part> once(String identity, Import wanted, Supplier<Part> read) {
    if (known.containsKey(identity)) {
      return Optional.ofNullable(known.get(identity));
    } else if (open.contains(identity)) {
      problem(wanted, "the sets import each other: " + wanted + " is among those that import it");
      return Optional.empty();
    } else if (open.size() + parts.size() >= MAX_SETS) {
      problem(wanted, "the imports lead to more than the limit of " + MAX_SETS + " sets");
      return Optional.empty();
    }
    int problems = diagnostics.size();
    Part part = read.get();
    for (int i = problems; i < diagnostics.size(); i++) {
      Diagnostic d = diagnostics.get(i);
      if (d.span().isEmpty()) { // of the import as a whole
        diagnostics.set(
            i, new Diagnostic(d.code(), d.severity(), Optional.of(wanted.span()), d.message()));
      }
    }
    return Optional.of(part);
  }

  private void checkVersion(Import wanted, Part part) {
    String version = part.manifest().version().orElse("0");
    if (wanted.version().filter(v -> !v.contains(version)).isPresent()) {
      problem(
          wanted,
          "found version %s of %s, expected %s"
              .formatted(version, wanted.name(), wanted.version().get().text()));
    }
  }

  private void problem(Import wanted, String message) {
    fields.problem("policy_import_error", wanted.span(), message);
  }
}
