package dev.bylaw.rules.document;

import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectReader;
import java.util.List;

/** A kind of document that is known by its content. */
public interface DocumentKind {
  /** Judged by a few fields; a document that is recognised may still have problems. */
  boolean recognises(Located.Object document);

  /** Reads a document that was recognised. */
  SubjectReader.Result read(SourceFile file, Located.Object document);

  /**
   * Words of which every document of this kind has at least one. They tell a broken file of this
   * kind from other files that cannot be read.
   */
  List<String> marks();
}
