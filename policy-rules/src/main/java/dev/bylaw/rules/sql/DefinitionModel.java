package dev.bylaw.rules.sql;

import dev.bylaw.rules.sql.ast.Clause;
import dev.bylaw.rules.sql.ast.ColumnDefinition;
import dev.bylaw.rules.sql.ast.Constraint;
import dev.bylaw.rules.sql.ast.Definition;
import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is said of an object: columns, constraints, clauses, changes. */
final class DefinitionModel {
  private final Tree tree;
  private final Span span;

  DefinitionModel(Tree tree, Span span) {
    this.tree = tree;
    this.span = span;
  }

  void describe(Definition definition) {
    if (definition instanceof Definition.Create create) {
      create(create);
    } else if (definition instanceof Definition.CreateFunction function) {
      function(function);
    } else if (definition instanceof Definition.CreatePolicy policy) {
      policy(policy);
    } else if (definition instanceof Definition.Alter alter) {
      new ChangeModel(this, tree).describe(alter);
    } else if (definition instanceof Definition.Drop drop) {
      tree.put("ifExists", drop.ifExists(), span).put("cascade", drop.cascade(), span);
    } else if (definition instanceof Definition.CommentOn comment) {
      comment.comment().ifPresent(c -> tree.put("comment", Values.text(c)));
    }
  }

  private void create(Definition.Create create) {
    head(create.replace().orElse(span), create.replace().isPresent(), "replace");
    head(create.ifNotExists().orElse(span), create.ifNotExists().isPresent(), "ifNotExists");
    modifiers(create.modifiers());
    boolean rows = create.type().endsWith("TABLE") || create.type().endsWith("VIEW");
    if (create.type().equals("TABLE") || !create.columns().isEmpty()) {
      tree.put("columns", columns(create.columns()));
    }
    if (rows) {
      constraints(create);
    }
    create.clauses().forEach(this::clause);
  }

  private void head(Span at, boolean value, String key) {
    tree.put(key, value, at);
  }

  private void modifiers(List<String> modifiers) {
    List<Located.Scalar> words =
        modifiers.stream().map(m -> Tree.text(m.toLowerCase(Locale.ROOT), span)).toList();
    tree.putAny("modifiers", Tree.list(words, span));
  }

  Located columns(List<ColumnDefinition> columns) {
    return Tree.list(columns.stream().map(ColumnModel::column).toList(), span);
  }

  private void constraints(Definition.Create create) {
    List<Constraint> all = new ArrayList<>(create.constraints());
    create.columns().forEach(c -> all.addAll(c.constraints()));
    List<Located> enforced = new ArrayList<>();
    List<Located> expected = new ArrayList<>();
    for (Constraint constraint : all) {
      (constraint instanceof Constraint.Expectation ? expected : enforced)
          .add(ColumnModel.constraint(constraint));
    }
    tree.put("constraints", Tree.list(enforced, span));
    tree.put("expectations", Tree.list(expected, span));
  }

  void clause(Clause clause) {
    if (clause instanceof Clause.Comment comment) {
      tree.put("comment", Values.text(comment.text()));
    } else if (clause instanceof Clause.Properties properties) {
      properties(properties.word(), Values.properties(properties.entries(), properties.span()));
    } else if (clause instanceof Clause.Partitioning partitioning) {
      tree.put("partitionedBy", partitioning(partitioning));
    } else if (clause instanceof Clause.Clustering clustering) {
      tree.put("clustering", clustering(clustering));
    } else if (clause instanceof Clause.Location location) {
      tree.put("location", Values.text(location.path()));
      location.credential().ifPresent(c -> tree.put("credential", Values.text(c)));
    } else if (clause instanceof Clause.Using using) {
      tree.put("using", Values.text(using.format()));
    } else if (clause instanceof Clause.RowFilter filter) {
      tree.put("rowFilter", filter(filter));
    } else if (clause instanceof Clause.Like like) {
      tree.put("like", Values.text(like.source()));
    } else if (clause instanceof Clause.CloneOf clone) {
      tree.put("clone", clone(clone));
    } else if (clause instanceof Clause.Collation collation) {
      tree.put("collation", Values.text(collation.name()));
    } else if (clause instanceof Clause.Other other) {
      other(other);
    }
  }

  /** Options and tags have names of their own; all other lists are properties. */
  void properties(String word, Located values) {
    switch (word) {
      case "OPTIONS" -> tree.put("options", values);
      case "TAGS" -> tree.put("tags", values);
      default -> tree.put("properties", values);
    }
  }

  private void other(Clause.Other other) {
    switch (other.word()) {
      case "SCHEDULE", "TRIGGER" ->
          tree.put("schedule", Tree.text(other.span().text(), other.span()));
      case "TYPE" ->
          other.children().stream()
              .filter(Name.class::isInstance)
              .findFirst()
              .ifPresent(n -> tree.put("connectionType", Values.text((Name) n)));
      case "WATERMARK" -> tree.put("watermark", Tree.text(other.span().text(), other.span()));
      case "LANGUAGE" -> tree.put("language", Tree.text(other.span().text(), other.span()));
      case "USING" ->
          other.children().stream()
              .filter(Expression.Literal.class::isInstance)
              .findFirst()
              .ifPresent(id -> tree.put("sharingId", Values.text((Expression.Literal) id)));
      case "DETERMINISTIC" -> tree.put("deterministic", true, other.span());
      case "NOT" -> tree.put("deterministic", false, other.span());
      default -> {}
    }
  }

  private static Located partitioning(Clause.Partitioning partitioning) {
    List<Located> columns = new ArrayList<>();
    partitioning.columns().forEach(c -> columns.add(Values.text(c.name())));
    partitioning.expressions().forEach(e -> columns.add(Values.written(e)));
    return Tree.list(columns, partitioning.span());
  }

  private static Located clustering(Clause.Clustering clustering) {
    return new Tree(clustering.span())
        .put("mode", clustering.mode().toLowerCase(Locale.ROOT), clustering.span())
        .put("columns", Values.written(clustering.columns(), clustering.span()))
        .build();
  }

  private static Located filter(Clause.RowFilter filter) {
    return new Tree(filter.span())
        .put("function", Values.text(filter.function()))
        .put("columns", Values.written(filter.arguments(), filter.span()))
        .build();
  }

  private static Located clone(Clause.CloneOf clone) {
    return new Tree(clone.span())
        .put("source", Values.text(clone.source()))
        .put("shallow", clone.shallow(), clone.span())
        .build();
  }

  private void function(Definition.CreateFunction function) {
    head(function.replace().orElse(span), function.replace().isPresent(), "replace");
    head(function.ifNotExists().orElse(span), function.ifNotExists().isPresent(), "ifNotExists");
    modifiers(function.modifiers());
    tree.put("columns", columns(function.table()));
    Located parameters = columns(function.parameters());
    Tree signature = new Tree(span).put("parameters", parameters);
    function.returns().ifPresent(t -> signature.put("returns", Values.written(t)));
    function.body().ifPresent(b -> signature.put("body", Values.written(b)));
    tree.put("function", signature.build());
    function.clauses().forEach(this::clause);
  }

  private void policy(Definition.CreatePolicy policy) {
    Tree out = new Tree(span).put("action", policy.action(), span);
    out.put("onType", policy.onType(), policy.on().map(Name::span).orElse(span));
    policy.on().ifPresent(n -> out.put("on", Values.text(n)));
    policy.function().ifPresent(f -> out.put("function", Values.text(f)));
    out.put("to", Values.texts(policy.to(), span));
    out.put("except", Values.texts(policy.except(), span));
    policy.when().ifPresent(w -> out.put("when", Values.written(w)));
    out.put("match", Values.written(policy.match(), span));
    out.put("columns", Values.written(policy.arguments(), span));
    tree.put("policy", out.build());
    policy.comment().ifPresent(c -> tree.put("comment", Values.text(c)));
  }
}
