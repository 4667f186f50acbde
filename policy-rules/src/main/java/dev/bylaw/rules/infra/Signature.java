package dev.bylaw.rules.infra;

import dev.bylaw.rules.document.Shape;
import dev.bylaw.subject.Located;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Tells one kind of body of the API from the others. */
interface Signature {
  /** The body that a document is, or has where an answer of the API wraps it. */
  Optional<Located.Object> body(Located.Object document);

  /** The same for the words of a text. */
  boolean isLikely(Set<String> words);

  /**
   * By the names of fields.
   *
   * @param all must be there
   * @param any one of them must be there, unless the list is empty
   * @param none must not be there
   */
  static Signature fields(List<String> all, List<String> any, List<String> none) {
    return of(
        body ->
            count(body, all) == all.size()
                && (any.isEmpty() || count(body, any) > 0)
                && count(body, none) == 0,
        words -> words.containsAll(all) && (any.isEmpty() || !Collections.disjoint(any, words)));
  }

  private static int count(Located.Object body, List<String> keys) {
    int count = 0;
    for (String key : keys) {
      count += Shape.entry(body, key).isPresent() ? 1 : 0;
    }
    return count;
  }

  /** By two tests. */
  static Signature of(Predicate<Located.Object> body, Predicate<Set<String>> words) {
    return new Signature() {
      @Override
      public Optional<Located.Object> body(Located.Object document) {
        return Optional.of(document).filter(body);
      }

      @Override
      public boolean isLikely(Set<String> found) {
        return words.test(found);
      }
    };
  }

  /** The same, also below a field of the document. */
  default Signature orBelow(String wrapper) {
    return new Signature() {
      @Override
      public Optional<Located.Object> body(Located.Object document) {
        return Signature.this
            .body(document)
            .or(() -> Shape.block(document, wrapper).flatMap(Signature.this::body));
      }

      @Override
      public boolean isLikely(Set<String> words) {
        return Signature.this.isLikely(words);
      }
    };
  }
}
