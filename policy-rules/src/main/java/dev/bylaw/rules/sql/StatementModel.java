package dev.bylaw.rules.sql;

import dev.bylaw.rules.sql.DatabricksSqlParser.AlterOwnerContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.CommentOnContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.GrantContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.NameContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.SecurableContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.StatementContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.TextContext;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** One statement as the input document shows it. */
final class StatementModel {
  final String kind;
  final Span span;
  final Tree tree;
  @Nullable Tree target;
  private final Places places;

  StatementModel(
      Places places, String kind, Span span, int index, Optional<StatementContext> parsed) {
    this.places = places;
    this.kind = kind;
    this.span = span;
    this.tree =
        new Tree(span)
            .put("kind", kind, span)
            .put("parsed", parsed.isPresent(), span)
            .put("text", span.text(), span)
            .put("index", index, span);
    parsed.ifPresent(this::describe);
  }

  private void describe(StatementContext statement) {
    if (statement.alterOwner() != null) {
      alterOwner(statement.alterOwner());
    } else if (statement.commentOn() != null) {
      commentOn(statement.commentOn());
    } else if (statement.grant() != null) {
      grant(statement.grant());
    } else if (statement.query() != null) {
      new QueryFacts(places, statement.query(), span).describe(tree);
    } else {
      create((ParserRuleContext) statement.getChild(0));
    }
    if (target != null) {
      tree.put("target", target.build());
    }
  }

  private void create(ParserRuleContext create) {
    String type = kind.substring("CREATE ".length());
    NameContext name = create.getRuleContext(NameContext.class, 0);
    target = named(name, type, places.of(create.getStart()).to(places.of(name.getStart())));
    new Creation(places, span).describe(create, tree);
  }

  private void alterOwner(AlterOwnerContext alter) {
    String type = kind.substring("ALTER ".length());
    target = named(alter.name(), type, places.of((ParserRuleContext) alter.name()));
    tree.put("owner", words(alter.principal()));
  }

  private void commentOn(CommentOnContext comment) {
    target = securable(comment.securable(), true);
    TextContext text = comment.text();
    if (text != null) {
      tree.put("comment", Tree.text(Literals.text(text), places.of(text)));
    }
  }

  private void grant(GrantContext grant) {
    List<Located> privileges = new ArrayList<>();
    for (var p : grant.privilege()) {
      privileges.add(Tree.text(joined(p, "_").toUpperCase(Locale.ROOT), places.of(p)));
    }
    List<Located> principals = new ArrayList<>();
    grant.principal().forEach(p -> principals.add(words(p)));
    tree.put("privileges", Tree.list(privileges, span));
    tree.put("principals", Tree.list(principals, span));
    target = securable(grant.securable(), true);
    tree.put("securable", securable(grant.securable(), false).build());
  }

  /** As a target it has the parts of its name too; without a type a securable is a table. */
  private Tree securable(SecurableContext securable, boolean target) {
    Span all = places.of(securable);
    var type = securable.securableType();
    String word = type == null ? "TABLE" : joined(type, " ").toUpperCase(Locale.ROOT);
    Span at = type == null ? all : places.of(type);
    NameContext name = securable.name();
    if (name == null) {
      return new Tree(all).put("type", word, at);
    }
    if (target) {
      return named(name, word.equals("DATABASE") ? "SCHEMA" : word, at);
    }
    return new Tree(all)
        .put("type", word.equals("DATABASE") ? "SCHEMA" : word, at)
        .put("name", full(name));
  }

  private Tree named(NameContext name, String type, Span typeAt) {
    List<Located.Scalar> parts = parts(places, name);
    int count = parts.size();
    Tree out = new Tree(places.of((ParserRuleContext) name)).put("type", type, typeAt);
    out.put("name", parts.get(count - 1)).put("fullName", full(name));
    if (type.equals("CATALOG")) {
      return out;
    }
    int levels = type.equals("SCHEMA") ? 2 : 3;
    if (levels == 3 && count >= 2) {
      out.put("schema", parts.get(count - 2));
    }
    if (count >= levels) {
      out.put("catalog", parts.get(count - levels));
    }
    return out;
  }

  private Located full(NameContext name) {
    return full(places, name);
  }

  static Located.Scalar full(Places places, NameContext name) {
    String value =
        parts(places, name).stream()
            .map(p -> ((dev.bylaw.rego.value.RegoString) p.value()).value())
            .collect(Collectors.joining("."));
    return Tree.text(value, places.of((ParserRuleContext) name));
  }

  /** A name that is computed at run time, {@code IDENTIFIER(...)}, is one part. */
  static List<Located.Scalar> parts(Places places, NameContext name) {
    List<Located.Scalar> parts = new ArrayList<>();
    if (name.identifier() == null) {
      Span span = places.of((ParserRuleContext) name);
      return List.of(Tree.text(span.text(), span));
    }
    for (ParseTree child : name.children) {
      if (child instanceof ParserRuleContext part) {
        parts.add(Tree.text(Literals.name(part.getText()), places.of(part)));
      }
    }
    return parts;
  }

  private Located words(DatabricksSqlParser.PrincipalContext principal) {
    TextContext text = principal.text();
    return Tree.text(
        text == null ? joined(principal, "") : Literals.text(text), places.of(principal));
  }

  private static String joined(ParserRuleContext rule, String separator) {
    return rule.children.stream()
        .map(c -> Literals.name(c.getText()))
        .collect(Collectors.joining(separator));
  }
}
