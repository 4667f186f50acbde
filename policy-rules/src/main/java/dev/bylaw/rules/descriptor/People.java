package dev.bylaw.rules.descriptor;

import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.listOf;

import dev.bylaw.rules.document.Normalised;
import dev.bylaw.rules.document.Reading;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.rules.document.ValueType;
import dev.bylaw.subject.Located;
import java.util.List;
import java.util.Optional;

/** What both standards say of people and of the words about a thing. */
final class People {
  static final ValueType DESCRIPTION =
      Shape.closed().fields(TEXT, "purpose", "usage", "limitations");

  static final ValueType SUPPORT =
      listOf(Shape.closed().fields(TEXT, "channel", "url", "tool", "scope"));

  private static final ValueType MEMBERS =
      listOf(Shape.closed().fields(TEXT, "username", "name", "role"));

  private People() {}

  /** A list of members, or an object that holds one. */
  static Optional<Located.Entry> team(Located.Object source, Reading at) {
    return Shape.entry(source, "team")
        .flatMap(
            team ->
                members(team)
                    .flatMap(members -> MEMBERS.read(members.value(), at))
                    .map(members -> new Located.Entry(team.keySpan(), members)));
  }

  /** The first member with the role of owner, whoever has not left before those who have. */
  static Optional<Located.Entry> owner(Located.Object source, Reading at) {
    List<Located.Object> owners =
        Shape.entry(source, "team").flatMap(People::members).stream()
            .flatMap(members -> Shape.objects(members.value()))
            .filter(m -> Normalised.text(m, "role").filter(People::isOwner).isPresent())
            .toList();
    return owners.stream()
        .filter(m -> Shape.entry(m, "dateOut").isEmpty())
        .findFirst()
        .or(() -> owners.stream().findFirst())
        .flatMap(m -> Shape.entry(m, "username").or(() -> Shape.entry(m, "name")))
        .flatMap(e -> TEXT.read(e.value(), at).map(text -> new Located.Entry(e.keySpan(), text)));
  }

  private static boolean isOwner(String role) {
    return role.strip().equalsIgnoreCase("owner");
  }

  private static Optional<Located.Entry> members(Located.Entry team) {
    return team.value() instanceof Located.Object object
        ? Shape.entry(object, "members")
        : Optional.of(team);
  }
}
