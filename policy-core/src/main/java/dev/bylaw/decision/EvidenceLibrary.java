package dev.bylaw.decision;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import java.util.List;
import java.util.function.Supplier;

/** What can be said of evidence without the library that signs and verifies it. */
final class EvidenceLibrary {
  private EvidenceLibrary() {}

  /** Makes something that needs the library. */
  static <T> T needed(Supplier<T> made) {
    try {
      return made.get();
    } catch (NoClassDefFoundError e) {
      throw new InputException(
          List.of(
              Diagnostic.error(
                  "evidence_library",
                  "evidence is signed and verified by com.nimbusds:nimbus-jose-jwt, which is not on"
                      + " the class path; add it as a dependency")));
    }
  }

  static InputException refused(String reason) {
    return new InputException(
        List.of(Diagnostic.error("evidence_refused", "the evidence cannot be trusted: " + reason)));
  }
}
