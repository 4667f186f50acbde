package dev.bylaw.rules.document;

import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectReader;
import java.util.List;
import java.util.Set;

/** A kind of document that is known by its content. */
public interface DocumentKind {
  /** Judged by a few fields; a document that is recognised may still have problems. */
  boolean recognises(Located.Object document);

  /** What its subjects look like, one form for each kind. */
  List<Form> forms();

  /** Reads a document that was recognised. */
  SubjectReader.Result read(SourceFile file, Located.Object document);

  /**
   * Reads a document that was recognised and may refer to other files.
   *
   * @param folder what the file's name is a path below
   */
  default SubjectReader.Result read(SourceFile file, Located.Object document, SourceFolder folder) {
    return read(file, document);
  }

  /**
   * Whether a file that cannot be parsed was meant to be of this kind. Every document that is
   * recognised has such words.
   *
   * @param words of the file: letters, digits and underscores
   */
  boolean isLikely(Set<String> words);
}
