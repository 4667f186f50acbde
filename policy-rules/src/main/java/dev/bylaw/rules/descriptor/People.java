package dev.bylaw.rules.descriptor;

import static dev.bylaw.rules.document.ValueType.TEXT;
import static dev.bylaw.rules.document.ValueType.listOf;

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

  static final ValueType MEMBERS = listOf(Shape.closed().fields(TEXT, "username", "name", "role"));

  private People() {}

  /** A list of members, or an object that holds one. */
  static Optional<Located.Entry> team(Located.Object source, Reading at) {
    return Shape.entry(source, "team")
        .flatMap(
            team ->
                members(team.value())
                    .flatMap(members -> MEMBERS.read(members, at))
                    .map(members -> new Located.Entry(team.keySpan(), members)));
  }

  /**
   * The first member with the role of owner, whoever has not left before those who have. Not known
   * while the team or a role is a placeholder.
   */
  static Optional<Located.Entry> owner(Located.Object source, Reading at) {
    Optional<Located> members =
        Shape.entry(source, "team").flatMap(team -> members(team.value())).flatMap(at::noted);
    List<Located.Object> people = members.stream().flatMap(Shape::objects).toList();
    List<Located.Object> owners = people.stream().filter(People::isOwner).toList();
    if (owners.isEmpty()) {
      people.stream()
          .flatMap(m -> Shape.entry(m, "role").stream())
          .forEach(role -> at.noted(role.value()));
    }
    return owners.stream()
        .filter(m -> Shape.entry(m, "dateOut").isEmpty())
        .findFirst()
        .or(() -> owners.stream().findFirst())
        .flatMap(
            owner ->
                Shape.read(owner, "username", TEXT, at.writtenAs("username"))
                    .or(() -> Shape.read(owner, "name", TEXT, at.writtenAs("name"))));
  }

  private static boolean isOwner(Located.Object member) {
    return Shape.text(member, "role").filter(r -> r.strip().equalsIgnoreCase("owner")).isPresent();
  }

  private static Optional<Located> members(Located team) {
    return team instanceof Located.Object object
        ? Shape.entry(object, "members").map(Located.Entry::value)
        : Optional.of(team);
  }
}
