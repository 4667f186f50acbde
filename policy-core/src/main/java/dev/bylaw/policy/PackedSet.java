package dev.bylaw.policy;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a policy set in a folder, as they go into an archive: what belongs to the set and
 * nothing else, in the order of their paths. The same set gives the same files.
 */
public final class PackedSet {
  /** What only OPA reads: Bylaw works out the parameters for each scope. */
  static final String PARAMETERS = "parameters/data.json";

  private static final String OPA_MANIFEST = ".manifest";

  private PackedSet() {}

  /**
   * The texts of the files that make the set, by their paths.
   *
   * @throws InputException with all files that cannot be read
   */
  public static SortedMap<String, String> files(Path folder) {
    List<Diagnostic> problems = new ArrayList<>();
    SortedMap<String, SourceFile> found = FolderFiles.read(folder, problems);
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    SortedMap<String, String> texts = new TreeMap<>();
    found.forEach((path, file) -> texts.put(path, file.text()));
    return texts;
  }

  /**
   * The same with what OPA needs to load them as a bundle and to give the same answers: a manifest
   * with the revision, and the parameters that hold for the organisation.
   *
   * @param set that was loaded from the folder
   */
  public static SortedMap<String, String> bundle(Path folder, PolicySet set) {
    SortedMap<String, String> texts = files(folder);
    RegoObject manifest =
        RegoObject.builder()
            .put("revision", RegoString.of(set.revision()))
            .put("rego_version", RegoNumber.of(1))
            .put("roots", RegoArray.of(List.of(RegoString.of(""))))
            .build();
    texts.put(OPA_MANIFEST, manifest + "\n");
    Optional<RegoValue> parameters =
        set.program().evaluate(Optional.empty(), List.of("parameters"));
    parameters.ifPresent(p -> texts.put(PARAMETERS, p + "\n"));
    return texts;
  }
}
