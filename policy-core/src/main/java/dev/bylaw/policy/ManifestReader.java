package dev.bylaw.policy;

import dev.bylaw.policy.SetManifest.ProfileUse;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code policies.yaml}: first the imports, because what they say is the frame of the rest.
 */
final class ManifestReader {
  private static final String CODE = SetManifest.CODE;
  private static final List<String> KNOWN =
      List.of(
          "name",
          "version",
          "root",
          "organisation",
          "domains",
          "scope",
          "library",
          "imports",
          "profiles",
          "assign",
          "waivers",
          "sensitive");

  private final Fields fields;
  private final Located.Object top;
  private final List<ProfileUse> uses = new ArrayList<>();

  private ManifestReader(Fields fields, Located.Object top) {
    this.fields = fields;
    this.top = top;
  }

  /** Empty where the file is no mapping, which is reported. */
  static Optional<ManifestReader> of(SourceFile source, Fields fields) {
    DocumentReader.Result read = DocumentReader.read(source);
    fields.addAll(read.diagnostics());
    if (read.hasErrors() || read.documents().isEmpty()) {
      return Optional.empty();
    }
    if (read.documents().size() > 1) {
      fields.add(
          Diagnostic.error(
              CODE, read.documents().get(1).span(), "found another document, expected only one"));
    }
    if (read.documents().get(0) instanceof Located.Object top) {
      return Optional.of(new ManifestReader(fields, top));
    }
    fields.problem(
        CODE, read.documents().get(0).span(), "expected a mapping with name and version");
    return Optional.empty();
  }

  List<Import> imports() {
    return fields.get(top, "imports").map(new ImportReader(fields)::read).orElse(List.of());
  }

  /**
   * Reads the rest.
   *
   * @param inherited of the sets that are imported
   */
  SetManifest read(Territory inherited) {
    fields.only(top, CODE, KNOWN, List.of());
    for (String required : List.of("name", "version")) {
      if (fields.get(top, required).isEmpty()) {
        fields.problem(CODE, Fields.start(top), "expected the field " + required);
      }
    }
    Territory territory = territory(inherited);
    ScopeReader scopes = new ScopeReader(fields, territory);
    Scope own = fields.get(top, "scope").flatMap(scopes::read).orElse(Scope.ORGANISATION);
    AssignmentReader reader = new AssignmentReader(fields, scopes, own);
    return new SetManifest(
        fields.text(top, "name", CODE),
        fields.text(top, "version", CODE),
        fields.text(top, "root", CODE).map(this::root).orElse(List.of()),
        library(),
        territory,
        own,
        fields.get(top, "assign").map(a -> assignments(a, reader)),
        uses,
        fields.mapping(top, "profiles", CODE).map(p -> profiles(p, reader)).orElse(Map.of()),
        fields.get(top, "waivers"),
        fields.get(top, "sensitive").map(new SensitiveReader(fields)::read).orElse(List.of()));
  }

  private List<String> root(String text) {
    List<String> names = List.of(text.split("\\.", -1));
    if (names.stream().anyMatch(String::isBlank)) {
      fields
          .get(top, "root")
          .ifPresent(
              r ->
                  fields.problem(
                      CODE, r.span(), "found the root " + text + ", expected a package's path"));
    }
    return names;
  }

  private boolean library() {
    Optional<Located> value = fields.get(top, "library");
    if (value.isPresent() && !(value.get().value() instanceof RegoBoolean)) {
      fields.problem(
          CODE,
          value.get().span(),
          "found " + value.get().value().typeName() + ", expected true or false for library");
    }
    return value.filter(v -> v.value().equals(RegoBoolean.TRUE)).isPresent();
  }

  private Territory territory(Territory inherited) {
    Optional<String> organisation = fields.text(top, "organisation", CODE);
    List<String> domains =
        fields
            .get(top, "domains")
            .map(d -> fields.texts(d, "a list of domains", CODE))
            .orElse(List.of());
    if (organisation.isPresent()
        && inherited.organisation().isPresent()
        && !organisation.equals(inherited.organisation())) {
      fields.problem(
          CODE,
          fields.get(top, "organisation").orElseThrow().span(),
          "found the organisation %s, expected %s as in the set that is imported"
              .formatted(organisation.get(), inherited.organisation().get()));
    }
    return new Territory(
        organisation.or(inherited::organisation),
        inherited.domains().isEmpty() ? domains : inherited.domains());
  }

  private List<Assignment> assignments(Located list, AssignmentReader reader) {
    List<Assignment> out = new ArrayList<>();
    for (Located element : fields.elements(list, CODE)) {
      if (!(element instanceof Located.Object object)) {
        fields.problem(
            CODE,
            element.span(),
            "found " + element.value().typeName() + ", expected a mapping with policies");
      } else if (fields.get(object, "profile").isPresent()) {
        reader.profile(object).ifPresent(uses::add);
      } else {
        out.add(reader.read(object));
      }
    }
    return out;
  }

  private Map<String, List<Assignment>> profiles(Located.Object object, AssignmentReader reader) {
    Map<String, List<Assignment>> out = new LinkedHashMap<>();
    List<ProfileUse> before = List.copyOf(uses);
    object.entries().forEach((name, e) -> out.put(name, assignments(e.value(), reader)));
    if (uses.size() > before.size()) {
      fields.problem(
          CODE,
          uses.get(before.size()).name().span(),
          "found profile within a profile; a profile holds what those before it hold");
    }
    return out;
  }
}
