package dev.bylaw.rules.mapping;

import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One step of a {@link Path}. */
sealed interface Step {
  List<Node> from(Node node, Walk walk);

  /** What a scalar should have been for the step to lead on. */
  default String expected() {
    return "an object";
  }

  /** The field of the first of several names that is there. */
  record Field(List<String> names) implements Step {
    @Override
    public List<Node> from(Node node, Walk walk) {
      walk.met(node, this);
      for (String name : names) {
        Optional<Node> child = node.child(name);
        if (child.isPresent()) {
          return walk.resolved(child.get());
        }
      }
      return List.of();
    }
  }

  /** The members of a list or an object that meet every condition. */
  record Members(Holding holding, List<Condition> conditions) implements Step {
    @Override
    public List<Node> from(Node node, Walk walk) {
      walk.met(node, this);
      List<Node> all = new ArrayList<>();
      for (Node member : holding.members(node)) {
        all.addAll(walk.resolved(member));
      }
      List<Node> fitting = all;
      for (Condition condition : conditions) {
        fitting = condition.those(fitting);
      }
      if (fitting.isEmpty()) {
        all.forEach(n -> conditions.forEach(c -> c.left(n).forEach(walk::placeholder)));
      }
      return fitting;
    }

    @Override
    public String expected() {
      return holding.expected();
    }
  }

  /** The members of a list or an object that have the text of where the way began. */
  record Lookup(Holding holding, Path path, Path wanted) implements Step {
    @Override
    public List<Node> from(Node node, Walk walk) {
      walk.met(node, this);
      return wanted
          .text(walk.start())
          .map(text -> node.document().members(node, holding, path, text))
          .orElse(List.of());
    }

    @Override
    public String expected() {
      return holding.expected();
    }
  }

  /** What has members. */
  enum Holding {
    LIST,
    OBJECT,
    EITHER;

    /** Whether something is of the form that has such members. */
    boolean fits(Located value) {
      return switch (this) {
        case LIST -> value instanceof Located.Array;
        case OBJECT -> value instanceof Located.Object;
        case EITHER -> !(value instanceof Located.Scalar);
      };
    }

    List<Node> members(Node holder) {
      return fits(holder.value()) ? holder.members() : List.of();
    }

    String expected() {
      return this == LIST ? "a list" : "an object";
    }
  }

  /** The key that led to the value. */
  record Key() implements Step {
    @Override
    public List<Node> from(Node node, Walk walk) {
      return node.keyText().map(List::of).orElse(List.of());
    }
  }

  /** The value itself, if it is neither an object nor a list. */
  record Text() implements Step {
    @Override
    public List<Node> from(Node node, Walk walk) {
      return node.isScalar() ? List.of(node) : List.of();
    }
  }

  /** What a member must have. */
  sealed interface Condition {
    Path path();

    List<Node> those(List<Node> members);

    /** What decides. */
    default List<Node> left(Node member) {
      return path().nodes(member, Walk.silent(member));
    }
  }

  /** A text, in any case. */
  record Equal(Path path, String wanted) implements Condition {
    @Override
    public List<Node> those(List<Node> members) {
      return members.stream()
          .filter(m -> left(m).stream().anyMatch(n -> wanted.equalsIgnoreCase(n.plain().strip())))
          .toList();
    }
  }

  /** A field, or none of the name. */
  record Present(Path path, boolean wanted) implements Condition {
    @Override
    public List<Node> those(List<Node> members) {
      return members.stream().filter(m -> left(m).isEmpty() != wanted).toList();
    }
  }
}
