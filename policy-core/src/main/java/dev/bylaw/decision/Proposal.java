package dev.bylaw.decision;

import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a policy proposes to do about a finding, as docs/fixes.md describes it. */
final class Proposal {
  private static final int MOST_EDITS = 200;

  /** What a plan is going to do; nobody edits plans. */
  private static final RegoValue CHANGE = RegoString.of("change");

  private final Located.Object input;
  private final Collection<SourceFile> sources;
  private final List<Edit> edits = new ArrayList<>();

  private Proposal(Located.Object input, Collection<SourceFile> sources) {
    this.input = input;
    this.sources = sources;
  }

  /** A proposal that says nothing. The message tells what was found and what was expected. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(RegoValue found) {
      super(
          "found "
              + shown(found)
              + ", expected {set: PATH, to: VALUE}, {rename: [PATH, ...], to: NAME},"
              + " {insert: TEXT, after: PATH}, or a list of those");
    }
  }

  private static String shown(RegoValue found) {
    return found instanceof RegoObject object
        ? "an object with " + String.join(", ", names(object))
        : found.typeName();
  }

  private static List<String> names(RegoObject object) {
    return object.toMap().keySet().stream().map(RegoValue::toString).toList();
  }

  /**
   * The edits.
   *
   * @param sources all that was read
   * @return empty where the texts cannot be edited so
   */
  static Optional<Fix> of(Located.Object input, RegoValue proposed, Collection<SourceFile> sources)
      throws Malformed {
    Proposal proposal = new Proposal(input, sources);
    List<RegoValue> parts =
        proposed instanceof RegoArray array ? array.toList() : List.of(proposed);
    for (RegoValue part : parts) {
      if (!proposal.add(part)) {
        return Optional.empty();
      }
    }
    return proposal.edits.size() > MOST_EDITS ? Optional.empty() : Fix.of(proposal.edits);
  }

  private boolean add(RegoValue part) throws Malformed {
    if (part instanceof RegoObject object) {
      RegoValue to = object.get("to");
      if (object.get("set") instanceof RegoArray path && to != null) {
        return set(path.toList(), to);
      } else if (object.get("rename") instanceof RegoArray paths && to instanceof RegoString name) {
        return rename(paths.toList(), name.value());
      } else if (object.get("insert") instanceof RegoString text
          && object.get("after") instanceof RegoArray path) {
        return insert(text.value(), path.toList());
      }
    }
    throw new Malformed(part);
  }

  /** Replaces a single value of YAML or JSON, or adds one to the object that lacks it. */
  private boolean set(List<RegoValue> path, RegoValue value) {
    if (input.child(CHANGE).isPresent()) {
      return false;
    }
    Optional<Edit> edit =
        input.find(path).isPresent()
            ? input
                .find(path)
                .filter(l -> l instanceof Located.Scalar)
                .map(l -> new Edit(l.span(), DocumentText.instead(l.span(), value)))
            : added(path, value);
    return edit.filter(e -> DocumentText.isEditable(e.span().source())).map(edits::add).isPresent();
  }

  private Optional<Edit> added(List<RegoValue> path, RegoValue value) {
    int last = path.size() - 1;
    return last < 1 || !(path.get(last) instanceof RegoString key)
        ? Optional.empty()
        : input
            .find(path.subList(0, last))
            .filter(l -> l instanceof Located.Object)
            .map(Located.Object.class::cast)
            .flatMap(holder -> DocumentText.added(holder, key.value(), value));
  }

  /**
   * Renames what is called the same at all places. Nothing else may have the name, unless it is the
   * same name in another case.
   */
  private boolean rename(List<RegoValue> paths, String to) {
    List<Edit> renamed = new ArrayList<>();
    String old = "";
    for (RegoValue path : paths) {
      Optional<Located> use =
          path instanceof RegoArray array ? input.find(array.toList()) : Optional.empty();
      if (use.isEmpty() || !(use.get().value() instanceof RegoString name)) {
        return false;
      }
      old = old.isEmpty() ? name.value() : old;
      Optional<Span> identifier = Identifiers.last(use.get().span(), old);
      if (identifier.isEmpty()) {
        return false;
      }
      renamed.add(new Edit(identifier.get(), to));
    }
    edits.addAll(renamed);
    String name = old;
    return name.equalsIgnoreCase(to)
        || sources.stream().noneMatch(s -> Identifiers.standsElsewhere(name, s, renamed));
  }

  private boolean insert(String text, List<RegoValue> path) {
    return input
        .find(path)
        .map(l -> l.span().source().span(l.span().end(), l.span().end()))
        .filter(s -> Identifiers.isSql(s.source()))
        .map(s -> edits.add(new Edit(s, text)))
        .isPresent();
  }
}
