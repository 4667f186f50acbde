package dev.bylaw.policy;

import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code imports}. */
record ImportReader(Fields fields) {
  private static final String CODE = SetManifest.CODE;

  List<Import> read(Located list) {
    List<Import> out = new ArrayList<>();
    for (Located element : fields.elements(list, CODE)) {
      if (element instanceof Located.Object object) {
        one(object).ifPresent(out::add);
      } else {
        fields.problem(
            CODE,
            element.span(),
            "found %s, expected a mapping with pack, artifact or set"
                .formatted(element.value().typeName()));
      }
    }
    return out;
  }

  private Optional<Import> one(Located.Object object) {
    fields.only(object, CODE, List.of("pack", "artifact", "set", "version", "profile"), List.of());
    List<Import.Kind> kinds =
        List.of(Import.Kind.values()).stream()
            .filter(k -> fields.get(object, word(k)).isPresent())
            .toList();
    if (kinds.size() != 1) {
      fields.problem(CODE, object.span(), "expected one of the fields pack, artifact and set");
      return Optional.empty();
    }
    Import.Kind kind = kinds.get(0);
    Located place = fields.get(object, word(kind)).orElseThrow();
    Optional<VersionRange> version = fields.get(object, "version").flatMap(this::version);
    Optional<Placed<String>> profile =
        fields
            .get(object, "profile")
            .flatMap(
                p ->
                    fields.text(object, "profile", CODE).map(text -> new Placed<>(text, p.span())));
    return fields
        .text(object, word(kind), CODE)
        .flatMap(name -> named(kind, name, place))
        .map(name -> new Import(kind, name, version, profile, place.span()))
        .map(i -> versioned(i, place));
  }

  static String word(Import.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private Optional<String> named(Import.Kind kind, String name, Located place) {
    boolean good =
        switch (kind) {
          case PACK -> PackFiles.isName(name);
          case ARTIFACT -> name.split(":", -1).length >= 2 && !name.contains("::");
          case SET -> !name.isBlank() && name.indexOf('\0') < 0;
        };
    if (!good) {
      fields.problem(
          CODE,
          place.span(),
          switch (kind) {
            case PACK -> "found the pack " + name + ", expected a name such as bylaw/standard";
            case ARTIFACT ->
                "found " + name + ", expected GROUP:ARTIFACT or GROUP:ARTIFACT:VERSIONS";
            case SET -> "expected the path of a folder or of a bundle";
          });
    }
    return good ? Optional.of(name) : Optional.empty();
  }

  /** An artifact may carry its version as Maven's coordinates do. */
  private Import versioned(Import i, Located place) {
    String[] parts = i.name().split(":", 3);
    if (i.kind() != Import.Kind.ARTIFACT || parts.length < 3) {
      return i;
    }
    Optional<VersionRange> inline = range(parts[2], place);
    return new Import(
        i.kind(), parts[0] + ":" + parts[1], i.version().or(() -> inline), i.profile(), i.span());
  }

  private Optional<VersionRange> version(Located value) {
    return range(value.span().text().replace("\"", "").replace("'", ""), value);
  }

  private Optional<VersionRange> range(String text, Located place) {
    Optional<VersionRange> range = VersionRange.of(text);
    if (range.isEmpty()) {
      fields.problem(
          CODE,
          place.span(),
          "found the versions %s, expected one version, or a range such as [1,2)".formatted(text));
    }
    return range;
  }
}
