package dev.bylaw.policy;

import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code policies.yaml}. */
final class ManifestReader {
  private static final List<String> KNOWN =
      List.of("name", "version", "root", "organisation", "domains", "scope", "assign", "waivers");

  private final Fields fields;
  private final Located.Object top;

  ManifestReader(Fields fields, Located.Object top) {
    this.fields = fields;
    this.top = top;
  }

  SetManifest read() {
    fields.only(top, SetManifest.CODE, KNOWN, List.of("imports", "profile", "profiles"));
    for (String required : List.of("name", "version")) {
      if (fields.get(top, required).isEmpty()) {
        fields.problem(SetManifest.CODE, Fields.start(top), "expected the field " + required);
      }
    }
    Territory territory =
        new Territory(
            fields.text(top, "organisation", SetManifest.CODE),
            fields
                .get(top, "domains")
                .map(d -> fields.texts(d, "a list of domains", SetManifest.CODE))
                .orElse(List.of()));
    ScopeReader scopes = new ScopeReader(fields, territory);
    Scope own = fields.get(top, "scope").flatMap(scopes::read).orElse(Scope.ORGANISATION);
    AssignmentReader reader = new AssignmentReader(fields, scopes, own);
    return new SetManifest(
        fields.text(top, "name", SetManifest.CODE),
        fields.text(top, "version", SetManifest.CODE),
        fields
            .text(top, "root", SetManifest.CODE)
            .map(r -> List.of(r.split("\\.")))
            .orElse(List.of()),
        territory,
        fields.get(top, "assign").map(a -> assignments(a, reader)),
        fields.get(top, "waivers"));
  }

  private List<Assignment> assignments(Located list, AssignmentReader reader) {
    List<Assignment> out = new ArrayList<>();
    for (Located element : fields.elements(list, SetManifest.CODE)) {
      if (element instanceof Located.Object object) {
        out.add(reader.read(object));
      } else {
        fields.problem(
            SetManifest.CODE,
            element.span(),
            "found " + element.value().typeName() + ", expected a mapping with policies");
      }
    }
    return out;
  }
}
