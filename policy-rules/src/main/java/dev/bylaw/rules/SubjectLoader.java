package dev.bylaw.rules;

import dev.bylaw.rules.infra.BundleValues;
import dev.bylaw.rules.sql.SqlReader;
import dev.bylaw.rules.sql.SqlRun;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.source.SourceReader;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads all subjects of a folder, in the order of their paths, and joins those of each product's
 * folder into one more; where a product is, the layout of the folder and the mesh of all products
 * follow, and the workspace where objects of the run say something about each other. Folders that
 * are hidden or named {@code target} or {@code node_modules} are left out. The readers are found by
 * {@link ServiceLoader}. Stateless and thread-safe.
 */
public final class SubjectLoader {
  /** Of one folder, inclusive. */
  public static final int MAX_FILES = 100_000;

  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json", ".sql");

  /** Of files that most often hold nothing to judge, which needs no mention. */
  private static final List<String> CODE = List.of(".py", ".ipynb");

  private final List<SubjectReader> readers;
  private final Map<String, String> texts;
  private final Map<String, SubjectReader.Result> results = new TreeMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<String> ignored = new ArrayList<>();
  private final List<Subject> previous = new ArrayList<>();
  private final Set<Path> beside = new HashSet<>();

  private final SqlRun sql = new SqlRun();

  private SubjectLoader(BundleValues given, Map<String, String> texts) {
    this.readers = readers(given, sql);
    this.texts = texts;
  }

  /**
   * What a folder holds.
   *
   * @param subjects by path; at the end the products as a whole, the layout, the mesh and the
   *     workspace
   * @param diagnostics every problem, by place
   * @param ignored the paths of files that could hold a subject by their names, and hold none,
   *     sorted
   * @param beside files that a reader asked for though the folder's listing leaves them out,
   *     whether they are there or not
   */
  public record Loaded(
      List<Subject> subjects,
      List<Diagnostic> diagnostics,
      List<String> ignored,
      Set<Path> beside) {
    public Loaded {
      beside = Set.copyOf(beside);
      subjects = List.copyOf(subjects);
      diagnostics = diagnostics.stream().sorted(Diagnostic.BY_PLACE).toList();
      ignored = List.copyOf(ignored);
    }

    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
  }

  /**
   * Reads a folder, or a single file.
   *
   * @param includeGlobs which files are read, by their paths below the folder, for example {@code
   *     sql/**}; all where the list is empty
   */
  public static Loaded load(Path root, List<String> includeGlobs) {
    return load(InputPaths.of(root).including(includeGlobs), BundleValues.NONE, Optional.empty());
  }

  /**
   * Reads all inputs.
   *
   * @param given values for the references of bundles that stand in no file
   * @param previous the version before, in a folder that is laid out alike: what a subject was is
   *     its {@code input.previous}, and products are compared
   */
  public static Loaded load(InputPaths inputs, BundleValues given, Optional<Path> previous) {
    return loadWith(Map.of(), inputs, given, previous);
  }

  /** Reads one text, as if it were alone in a folder. */
  public static Loaded load(SourceFile text) {
    SubjectLoader loader = new SubjectLoader(BundleValues.NONE, Map.of());
    SourceReader.Result read = new SourceReader.Result(Optional.of(text), Optional.empty());
    loader.read(read, text.name(), SourceFolder.none());
    return loader.joined(List.of(text.name()));
  }

  /**
   * Reads all inputs as they would be.
   *
   * @param texts those that are other than on disk, by the paths of their files below the root
   * @param given as in {@link #load(InputPaths, BundleValues, Optional)}
   * @param previous as there
   */
  public static Loaded loadWith(
      Map<String, String> texts, InputPaths inputs, BundleValues given, Optional<Path> previous) {
    SubjectLoader loader = new SubjectLoader(given, texts);
    return previous.isEmpty()
        ? loader.loaded(inputs, MAX_FILES)
        : loader.compared(inputs, given, previous.get());
  }

  static Loaded load(InputPaths inputs, int maxFiles) {
    return new SubjectLoader(BundleValues.NONE, Map.of()).loaded(inputs, maxFiles);
  }

  private static List<SubjectReader> readers(BundleValues given, SqlRun sql) {
    List<SubjectReader> readers = new ArrayList<>();
    for (SubjectReader reader :
        ServiceLoader.load(SubjectReader.class, SubjectLoader.class.getClassLoader())) {
      readers.add(
          reader instanceof DescriptorReader
              ? new DescriptorReader(given)
              : reader instanceof SqlReader ? new SqlReader(sql) : reader);
    }
    readers.sort(Comparator.comparing(r -> r.getClass().getName()));
    return readers;
  }

  private Loaded compared(InputPaths inputs, BundleValues given, Path before) {
    Loaded was = load(inputs.in(before), given, Optional.empty());
    was.diagnostics().stream()
        .map(
            problem ->
                new Diagnostic(
                    problem.code(),
                    problem.severity(),
                    problem.span(),
                    "in the previous version: " + problem.message()))
        .forEach(diagnostics::add);
    previous.addAll(was.subjects());
    beside.addAll(was.beside());
    Loaded now = loaded(inputs, MAX_FILES);
    return new Loaded(
        Previous.join(now.subjects(), was.subjects()),
        now.diagnostics(),
        now.ignored(),
        now.beside());
  }

  private Loaded loaded(InputPaths inputs, int maxFiles) {
    Path root = inputs.root();
    Map<String, Path> files = new TreeMap<>();
    for (Path start : inputs.starts()) {
      list(root, start, maxFiles, files);
    }
    ChosenFiles chosen = new ChosenFiles(inputs, files.keySet());
    SourceFolder folder =
        noting(SourceFolder.of(root, files.keySet(), Limits.DOCUMENT).with(texts), root);
    for (Map.Entry<String, Path> file : files.entrySet()) {
      String name = file.getKey();
      if (chosen.contains(name) && mayHold(name)) {
        boolean other = texts.containsKey(name);
        read(
            other
                ? folder.read(name)
                : SourceReader.read(root, file.getValue(), name, Limits.DOCUMENT),
            name,
            folder);
      }
    }
    diagnostics.addAll(chosen.problems());
    Loaded all = joined(List.copyOf(files.keySet()));
    return new Loaded(
        wanted(all.subjects(), chosen), all.diagnostics(), all.ignored(), all.beside());
  }

  private static List<Subject> wanted(List<Subject> subjects, ChosenFiles chosen) {
    List<Subject> wanted = new ArrayList<>();
    for (Subject subject : subjects) {
      if (chosen.wants(subject)) {
        wanted.add(subject);
      }
    }
    return wanted;
  }

  private void list(Path root, Path start, int maxFiles, Map<String, Path> files) {
    if (Files.isDirectory(start)) {
      FolderWalk walk = FolderWalk.of(root, start, maxFiles);
      files.putAll(walk.files);
      ignored.addAll(walk.others);
      walk.problems().forEach(diagnostics::add);
    } else if (Files.exists(start)) {
      String name = SourceReader.name(root, start);
      files.put(name, start);
      if (!mayHold(name)) {
        ignored.add(name);
      }
    } else {
      diagnostics.add(Diagnostic.error("inputs_missing", "there is no file or folder at " + start));
    }
  }

  /** The same, and what is asked for besides the files that were listed is known afterwards. */
  private SourceFolder noting(SourceFolder folder, Path root) {
    return new SourceFolder() {
      @Override
      public SourceReader.Result read(String path) {
        SourceReader.Result result = folder.read(path);
        try {
          if (!folder.names().contains(path)) {
            beside.add(root.resolve(path));
          }
          return result;
        } catch (InvalidPathException e) {
          return result; // no file can ever be there
        }
      }

      @Override
      public Set<String> names() {
        return folder.names();
      }
    };
  }

  private Loaded joined(List<String> files) {
    Set<String> taken = new HashSet<>();
    for (SubjectReader.Result result : results.values()) {
      taken.addAll(result.taken());
    }
    results.keySet().removeAll(taken);
    ignored.removeAll(taken);
    List<Subject> subjects = new ArrayList<>();
    for (SubjectReader.Result result : results.values()) {
      subjects.addAll(result.subjects());
      diagnostics.addAll(result.diagnostics());
    }
    ProductFolders folders = new ProductFolders(subjects);
    diagnostics.addAll(folders.problems());
    List<Subject> placed = new ArrayList<>();
    for (Subject subject : sql.completed(subjects)) {
      placed.add(folders.place(subject));
    }
    placed.addAll(DataProductAssembler.assemble(placed, files, previous, sql));
    placed.addAll(Whole.of(placed, files));
    Workspaces.of(placed).ifPresent(placed::add);
    ignored.sort(Comparator.naturalOrder());
    return new Loaded(placed, diagnostics, ignored, beside);
  }

  private static boolean mayHold(String name) {
    return endsWith(name, ENDINGS) || endsWith(name, CODE);
  }

  private static boolean endsWith(String name, List<String> endings) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String ending : endings) {
      if (lower.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private void read(SourceReader.Result text, String name, SourceFolder folder) {
    text.problem().ifPresent(diagnostics::add);
    if (text.source().isPresent()) {
      Optional<SubjectReader.Result> result = read(text.source().get(), folder);
      if (result.isPresent()) {
        results.put(name, result.get());
      } else {
        nothingIn(name);
      }
    }
  }

  private void nothingIn(String name) {
    if (!endsWith(name, CODE)) {
      ignored.add(name);
    }
  }

  private Optional<SubjectReader.Result> read(SourceFile source, SourceFolder folder) {
    for (SubjectReader reader : readers) {
      Optional<SubjectReader.Result> result = reader.read(source, folder);
      if (result.isPresent()) {
        return result;
      }
    }
    return Optional.empty();
  }
}
