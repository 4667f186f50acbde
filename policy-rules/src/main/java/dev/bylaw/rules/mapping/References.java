package dev.bylaw.rules.mapping;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.source.SourceReader;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the references of one document, {@code $ref} and {@code $href}, to other places in it and
 * to files of the folder; never to the network. What stands beside a reference wins over what it
 * leads to. Used by one thread.
 */
final class References {
  /** References that lead to references, inclusive. */
  static final int MAX_DEPTH = 32;

  /** Of one document, inclusive. */
  static final int MAX_FOLLOWED = 100_000;

  private static final List<String> KEYS = List.of("$ref", "$href");

  private final SourceFolder folder;
  private final Map<String, Loaded> files = new HashMap<>();
  private int followed;

  /** Another file's document, or why there is none. */
  private record Loaded(Optional<Located> root, String problem) {}

  References(SourceFolder folder) {
    this.folder = folder;
  }

  /** A reference that cannot be followed. */
  static final class Unreachable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Located reference;

    Unreachable(Located reference, String reason) {
      super("the reference to " + text(reference) + " is not followed: " + reason);
      this.reference = reference;
    }

    Located reference() {
      return reference;
    }
  }

  /** The same value, or what it refers to. */
  Node resolved(Node node) throws Unreachable {
    Node at = node;
    for (Optional<Located> next = reference(at); next.isPresent(); next = reference(at)) {
      at = followed(at, next.get());
    }
    return at;
  }

  private static Optional<Located> reference(Node node) {
    if (!(node.value() instanceof Located.Object object)) {
      return Optional.empty();
    }
    for (String key : KEYS) {
      Optional<Located> value = Shape.entry(object, key).map(Located.Entry::value);
      if (value.isPresent() && value.get().value() instanceof RegoString) {
        return value;
      }
    }
    return Optional.empty();
  }

  private Node followed(Node node, Located reference) throws Unreachable {
    Target target = Target.of(text(reference), node.value().span().source().name(), reference);
    if (node.origin().trail().contains(target.toString())) {
      throw new Unreachable(reference, "it leads back to itself");
    } else if (node.origin().trail().size() >= MAX_DEPTH) {
      throw new Unreachable(reference, "it is the last of more than " + MAX_DEPTH + " in a row");
    } else if (++followed > MAX_FOLLOWED) {
      throw new Unreachable(reference, "the document has more than " + MAX_FOLLOWED);
    }
    Located root = target.isWithin() ? node.origin().root() : file(target.file(), reference);
    Located found = root;
    for (String key : target.pointer()) {
      found = child(found, key).orElseThrow(() -> nowhere(reference));
    }
    return new Node(
        merged(found, node.value()),
        node.key(),
        node.document(),
        node.origin().at(root, target.toString()));
  }

  private static Optional<Located> child(Located value, String key) {
    if (value instanceof Located.Array array) {
      boolean index =
          key.length() < 9 && !key.isEmpty() && key.chars().allMatch(Character::isDigit);
      return index && Integer.parseInt(key) < array.elements().size()
          ? Optional.of(array.elements().get(Integer.parseInt(key)))
          : Optional.empty();
    }
    return value instanceof Located.Object object
        ? Shape.entry(object, key).map(Located.Entry::value)
        : Optional.empty();
  }

  private static Unreachable nowhere(Located reference) {
    return new Unreachable(reference, "there is nothing at that place");
  }

  private Located file(String path, Located reference) throws Unreachable {
    Loaded loaded = files.computeIfAbsent(path, this::load);
    if (loaded.root.isEmpty()) {
      throw new Unreachable(reference, loaded.problem);
    }
    return loaded.root.get();
  }

  private Loaded load(String path) {
    SourceReader.Result read = folder.read(path);
    if (read.source().isEmpty()) {
      return new Loaded(
          Optional.empty(), read.problem().map(Diagnostic::message).orElse("it cannot be read"));
    }
    DocumentReader.Result parsed = DocumentReader.read(read.source().get());
    Optional<Diagnostic> error =
        parsed.diagnostics().stream().filter(Diagnostic::isError).findFirst();
    return error
        .map(e -> new Loaded(Optional.empty(), e.toString()))
        .orElseGet(() -> new Loaded(parsed.documents().stream().findFirst(), ""));
  }

  private static Located merged(Located found, Located referring) {
    if (!(found instanceof Located.Object object && referring instanceof Located.Object own)) {
      return found;
    }
    Map<String, Located.Entry> entries = new LinkedHashMap<>(object.entries());
    own.entries()
        .forEach(
            (key, entry) -> {
              if (!KEYS.contains(key)) {
                entries.put(key, entry);
              }
            });
    return new Located.Object(entries, object.span());
  }

  private static String text(Located reference) {
    return reference.value() instanceof RegoString text ? text.value() : "";
  }
}
