package dev.bylaw.policy;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import java.util.List;
import java.util.Optional;

/**
 * What {@code policies.yaml} says.
 *
 * @param root the package below which the policies are; empty for none
 * @param assignments empty where the file has no {@code assign}: then all policies hold
 * @param waivers what the set demands of waivers, as written
 */
record SetManifest(
    Optional<String> name,
    Optional<String> version,
    List<String> root,
    Territory territory,
    Optional<List<Assignment>> assignments,
    Optional<Located> waivers) {
  static final String CODE = "policy_set_error";
  static final SetManifest NONE =
      new SetManifest(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Territory.ANY,
          Optional.empty(),
          Optional.empty());

  static SetManifest read(SourceFile source, List<Diagnostic> diagnostics) {
    DocumentReader.Result read = DocumentReader.read(source);
    diagnostics.addAll(read.diagnostics());
    if (read.hasErrors() || read.documents().isEmpty()) {
      return NONE;
    }
    if (read.documents().get(0) instanceof Located.Object top) {
      return new ManifestReader(new Fields(diagnostics), top).read();
    }
    diagnostics.add(
        Diagnostic.error(
            CODE, read.documents().get(0).span(), "expected a mapping with name and version"));
    return NONE;
  }
}
