package dev.bylaw.policy;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * What {@code policies.yaml} says.
 *
 * @param root the package below which the policies are; empty for none
 * @param assignments empty where the file has no {@code assign}: then all policies hold
 */
record SetManifest(
    Optional<String> name,
    Optional<String> version,
    List<String> root,
    Optional<List<Assignment>> assignments) {
  static final String CODE = "policy_set_error";
  static final SetManifest NONE =
      new SetManifest(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

  /** One element of {@code assign}. */
  record Assignment(
      List<Selector> policies,
      Optional<Located.Object> parameters,
      Optional<Placed<LifeCycle>> state,
      Map<EnforcementPoint, Action> points,
      Span span) {}

  record Placed<T>(T value, Span span) {}

  /**
   * Names policies: an id, or a pattern of ids in which {@code *} stands for one name and {@code
   * **} for any number of them.
   */
  record Selector(String text, PathMatcher matcher, Span span) {
    boolean isExact() {
      return text.chars().noneMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    boolean matches(String id) {
      try {
        return text.equals(id) || (!isExact() && matcher.matches(Path.of(id)));
      } catch (InvalidPathException e) {
        return false; // an id that is no path on this file system matches by equality only
      }
    }
  }

  static SetManifest read(SourceFile source, List<Diagnostic> diagnostics) {
    DocumentReader.Result read = DocumentReader.read(source);
    diagnostics.addAll(read.diagnostics());
    if (read.hasErrors() || read.documents().isEmpty()) {
      return NONE;
    }
    if (!(read.documents().get(0) instanceof Located.Object top)) {
      diagnostics.add(
          Diagnostic.error(
              CODE, read.documents().get(0).span(), "expected a mapping with name and version"));
      return NONE;
    }
    return new Reader(new Fields(diagnostics)).manifest(top);
  }

  private record Reader(Fields fields) {
    SetManifest manifest(Located.Object top) {
      fields.only(
          top,
          CODE,
          List.of("name", "version", "root", "organisation", "domains", "assign"),
          List.of("imports", "profile"));
      for (String required : List.of("name", "version")) {
        if (fields.get(top, required).isEmpty()) {
          fields.problem(CODE, start(top), "expected the field " + required);
        }
      }
      fields.text(top, "organisation", CODE);
      fields.get(top, "domains").ifPresent(d -> fields.texts(d, "a list of domains", CODE));
      List<String> root =
          fields.text(top, "root", CODE).map(r -> List.of(r.split("\\."))).orElse(List.of());
      return new SetManifest(
          fields.text(top, "name", CODE),
          fields.text(top, "version", CODE),
          root,
          fields.get(top, "assign").map(this::assignments));
    }

    private static Span start(Located.Object object) {
      return new Span(object.span().source(), object.span().start(), object.span().start());
    }

    private List<Assignment> assignments(Located list) {
      List<Assignment> out = new ArrayList<>();
      if (!(list instanceof Located.Array array)) {
        fields.problem(CODE, list.span(), "found " + list.value().typeName() + ", expected a list");
        return out;
      }
      for (Located element : array.elements()) {
        if (element instanceof Located.Object object) {
          out.add(assignment(object));
        } else {
          fields.problem(
              CODE,
              element.span(),
              "found " + element.value().typeName() + ", expected a mapping with policies");
        }
      }
      return out;
    }

    private Assignment assignment(Located.Object object) {
      fields.only(
          object,
          CODE,
          List.of("policies", "parameters", "state", "points"),
          List.of("scope", "where"));
      List<Selector> selectors = new ArrayList<>();
      fields
          .get(object, "policies")
          .ifPresentOrElse(
              p -> selectors(p, selectors),
              () -> fields.problem(CODE, start(object), "expected the field policies"));
      Optional<Located.Object> parameters = mapping(object, "parameters");
      return new Assignment(
          selectors, parameters, state(object), points(mapping(object, "points")), object.span());
    }

    private Optional<Located.Object> mapping(Located.Object object, String key) {
      Optional<Located> value = fields.get(object, key);
      if (value.isPresent() && !(value.get() instanceof Located.Object)) {
        fields.problem(
            CODE,
            value.get().span(),
            "found " + value.get().value().typeName() + ", expected a mapping for " + key);
        return Optional.empty();
      }
      return value.map(v -> (Located.Object) v);
    }

    private void selectors(Located value, List<Selector> out) {
      if (value instanceof Located.Array array) {
        array.elements().forEach(e -> selectors(e, out));
        return;
      }
      for (String text : fields.texts(value, "a policy's id or a pattern of ids", CODE)) {
        try {
          PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + text);
          out.add(new Selector(text, matcher, value.span()));
        } catch (PatternSyntaxException e) {
          fields.problem(
              CODE, value.span(), "the pattern " + text + " cannot be read: " + e.getDescription());
        }
      }
    }

    private Optional<Placed<LifeCycle>> state(Located.Object object) {
      Optional<Located> value = fields.get(object, "state");
      if (value.isPresent() && value.get() instanceof Located.Object grace) {
        fields.problem(CODE, grace.span(), "the state grace is not supported yet");
        return Optional.empty();
      }
      return value.flatMap(
          v ->
              fields
                  .word(v, LifeCycle.class, "the state", CODE)
                  .map(s -> new Placed<>(s, v.span())));
    }

    private Map<EnforcementPoint, Action> points(Optional<Located.Object> object) {
      Map<EnforcementPoint, Action> out = new EnumMap<>(EnforcementPoint.class);
      object.ifPresent(
          o ->
              o.entries()
                  .forEach(
                      (key, entry) -> {
                        Optional<EnforcementPoint> point =
                            fields.word(
                                key,
                                entry.keySpan(),
                                EnforcementPoint.class,
                                "the enforcement point",
                                CODE);
                        Optional<Action> action =
                            fields.word(entry.value(), Action.class, "the action", CODE);
                        point.ifPresent(p -> action.ifPresent(a -> out.put(p, a)));
                      }));
      return out;
    }
  }
}
