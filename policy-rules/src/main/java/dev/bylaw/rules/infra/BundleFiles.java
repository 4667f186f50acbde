package dev.bylaw.rules.infra;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.source.SourceReader;
import dev.bylaw.source.Span;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** The files of a bundle, which its first one includes by patterns. */
final class BundleFiles {
  /** Of one bundle, inclusive. */
  private static final int MAX_FILES = 1_000;

  private final SourceFolder folder;
  private final String root;
  private final Set<Diagnostic> problems;

  /** What only parts of bundles have at their top. */
  private static final Set<String> PARTS =
      Set.of(
          "artifacts",
          "bundle",
          "definitions",
          "environments",
          "experimental",
          "include",
          "permissions",
          "presets",
          "python",
          "resources",
          "run_as",
          "scripts",
          "sync",
          "targets",
          "variables",
          "workspace");

  /** In the order in which they are merged. */
  private final Set<String> names = new LinkedHashSet<>();

  /** Those that are nothing but a part of this bundle. */
  final Set<String> taken = new HashSet<>();

  BundleFiles(SourceFolder folder, SourceFile root, Set<Diagnostic> problems) {
    this.folder = folder;
    this.root = root.name();
    this.problems = problems;
  }

  /** The bundle with all that it includes. */
  Located.Object merged(Located.Object first) {
    List<Located> patterns =
        Shape.entry(first, "include")
            .filter(entry -> entry.value() instanceof Located.Array)
            .map(entry -> ((Located.Array) entry.value()).elements())
            .orElse(List.of());
    patterns.forEach(this::included);
    Merge merge = new Merge(problems);
    Located.Object all = first;
    for (String name : names) {
      List<Located> documents = documents(name);
      if (documents.stream().allMatch(BundleFiles::isPart)) {
        taken.add(name);
      }
      for (Located document : documents) {
        if (document instanceof Located.Object part) {
          all = merge.objects(all, part);
        }
      }
    }
    return all;
  }

  private List<Located> documents(String name) {
    List<Located> documents = new ArrayList<>();
    SourceReader.Result text = folder.read(name);
    text.problem().ifPresent(problems::add);
    text.source()
        .ifPresent(
            source -> {
              DocumentReader.Result parsed = DocumentReader.read(source);
              problems.addAll(parsed.diagnostics());
              documents.addAll(parsed.documents());
            });
    return documents;
  }

  private static boolean isPart(Located document) {
    return document instanceof Located.Object part && PARTS.containsAll(part.entries().keySet());
  }

  private void included(Located pattern) {
    if (!(pattern.value() instanceof RegoString text)) {
      problems.add(problem(pattern.span(), "expected a pattern of paths, a text"));
      return;
    }
    try {
      Path parent = Path.of(root).getParent();
      Path glob = Path.of(text.value());
      String below = (parent == null ? glob : parent.resolve(glob)).normalize().toString();
      if (glob.isAbsolute() || below.startsWith("..")) {
        problems.add(problem(pattern.span(), text.value() + " leads out of the folder"));
        return;
      }
      matching(below.replace('\\', '/'), pattern.span());
    } catch (InvalidPathException | PatternSyntaxException e) {
      problems.add(problem(pattern.span(), "the pattern " + text.value() + " is not one"));
    }
  }

  private void matching(String glob, Span place) {
    // Java's `**/` wants at least one folder
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + glob.replace("**/", "{**/,}"));
    int before = names.size();
    for (String name : folder.names()) {
      if (!name.equals(root) && matcher.matches(Path.of(name))) {
        if (names.size() == MAX_FILES) {
          problems.add(problem(place, "a bundle includes more than " + MAX_FILES + " files"));
          return;
        }
        names.add(name);
      }
    }
    if (names.size() == before
        && folder.names().stream().noneMatch(n -> matcher.matches(Path.of(n)))) {
      problems.add(
          Diagnostic.warning(
              "bundle_include",
              place,
              "the pattern " + glob + " matches no file of the folder that is judged"));
    }
  }

  private static Diagnostic problem(Span place, String message) {
    return Diagnostic.error("bundle_include", place, message);
  }
}
