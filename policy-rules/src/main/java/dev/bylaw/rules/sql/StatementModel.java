package dev.bylaw.rules.sql;

import dev.bylaw.rules.sql.ast.Definition;
import dev.bylaw.rules.sql.ast.Expression;
import dev.bylaw.rules.sql.ast.Identifier;
import dev.bylaw.rules.sql.ast.Manipulation;
import dev.bylaw.rules.sql.ast.Name;
import dev.bylaw.rules.sql.ast.Privilege;
import dev.bylaw.rules.sql.ast.Property;
import dev.bylaw.rules.sql.ast.SqlNode;
import dev.bylaw.rules.sql.ast.Statement;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One statement as the input document shows it. */
final class StatementModel {
  final String kind;
  final Span span;
  final Tree tree;
  @Nullable Tree target;
  private final Namespace namespace;

  StatementModel(Statement statement, int index, Namespace namespace) {
    this.kind = statement.kind();
    this.span = statement.span();
    this.namespace = namespace;
    this.tree =
        new Tree(span)
            .put("kind", kind, span)
            .put("parsed", !(statement instanceof Statement.Unread), span)
            .put("text", span.text(), span)
            .put("index", index, span);
    describe(statement);
    if (target != null) {
      tree.put("target", target.build());
    }
  }

  private void describe(Statement statement) {
    if (statement instanceof Statement.Unread unread) {
      unread.target().ifPresent(n -> target = named(n, type(kind), n.span()));
      return;
    }
    if (statement instanceof Definition definition) {
      target = named(definition.name(), definition.type(), definition.typeSpan());
      new DefinitionModel(tree, span).describe(definition);
    } else if (statement instanceof Statement.Grants grants) {
      grants(grants);
    } else if (statement instanceof Manipulation manipulation) {
      target = named(manipulation.target(), "TABLE", manipulation.target().span());
    } else if (statement instanceof Statement.Command command && command.target().isPresent()) {
      String type = command.type().isEmpty() ? "TABLE" : command.type();
      Name name = command.target().get();
      target = named(name, type, name.span());
    }
    if (statement instanceof Statement.Command command) {
      command(command);
    }
    rows(statement);
  }

  private void command(Statement.Command command) {
    if (kind.equals("SET")) {
      List<Property> settings = nodes(command.parts(), Property.class).toList();
      if (!settings.isEmpty()) {
        tree.put("settings", Values.properties(settings, span));
      }
    } else if (kind.equals("VACUUM")) {
      nodes(command.parts(), Expression.Literal.class)
          .filter(l -> l.type() == Expression.LiteralType.NUMBER)
          .forEach(hours -> tree.put("retainHours", Values.text(hours)));
    }
  }

  private void copy(Manipulation.Copy copy) {
    if (copy.source() instanceof Expression.Literal path) {
      tree.put("source", Values.text(path));
    }
    List<Property> options = new ArrayList<>();
    copy.clauses().forEach(c -> options.addAll(nodes(c.children(), Property.class).toList()));
    if (!options.isEmpty()) {
      tree.put("options", Values.properties(options, span));
    }
  }

  private static <T extends SqlNode> Stream<T> nodes(List<SqlNode> nodes, Class<T> type) {
    return nodes.stream().filter(type::isInstance).map(type::cast);
  }

  /** The object's type, as far as the first words say it. */
  private static String type(String kind) {
    int space = kind.indexOf(' ');
    boolean definition = kind.startsWith("CREATE ") || kind.startsWith("ALTER ");
    return definition && space > 0 ? kind.substring(space + 1) : "TABLE";
  }

  private void rows(Statement statement) {
    QueryModel rows = new QueryModel(namespace, span);
    rows.describe(new Facts(statement), tree);
    List<Located> writes = new ArrayList<>();
    if (statement instanceof Manipulation manipulation) {
      writes.add(rows.named(manipulation.target()).build());
      tree.put("columnsWritten", Values.texts(written(manipulation), span));
    } else if (statement instanceof Definition.Create create && create.query().isPresent()) {
      writes.add(rows.named(create.name()).build());
    }
    tree.put("writes", Tree.list(writes, span));
    if (statement instanceof Manipulation.Copy copy) {
      copy(copy);
    }
    if (statement instanceof Manipulation.Insert insert && !insert.partition().isEmpty()) {
      tree.put("partition", Values.properties(insert.partition(), span));
    }
  }

  private static List<Identifier> written(Manipulation manipulation) {
    List<Identifier> columns = new ArrayList<>();
    if (manipulation instanceof Manipulation.Insert insert) {
      columns.addAll(insert.columns());
      insert.partition().stream().map(Property::key).forEach(columns::add);
    } else if (manipulation instanceof Manipulation.Update update) {
      update.assignments().forEach(a -> columns.add(flat(a.column())));
    } else if (manipulation instanceof Manipulation.MergeInto merge) {
      merge.actions().forEach(m -> m.assignments().forEach(a -> columns.add(flat(a.column()))));
    } else if (manipulation instanceof Manipulation.Copy copy) {
      columns.addAll(copy.columns());
    }
    return columns;
  }

  private static Identifier flat(Name name) {
    return new Identifier(name.text(), name.span());
  }

  private void grants(Statement.Grants grants) {
    List<Located.Scalar> privileges = new ArrayList<>();
    for (Privilege privilege : grants.privileges()) {
      privileges.add(Tree.text(privilege.name(), privilege.span()));
    }
    tree.put("privileges", Tree.list(privileges, span));
    tree.put("principals", Values.texts(grants.principals(), span));
    tree.put("grantOption", grants.grantOption(), span);
    Optional<Name> name = grants.name();
    Span at = name.map(n -> grants.typeSpan().to(n.span())).orElse(grants.typeSpan());
    Tree securable = new Tree(at).put("type", grants.type(), grants.typeSpan());
    target =
        name.map(n -> named(n, grants.type(), grants.typeSpan()))
            .orElseGet(() -> new Tree(at).put("type", grants.type(), grants.typeSpan()));
    name.ifPresent(n -> securable.put("name", Values.text(n)));
    name.flatMap(n -> namespace.resolve(n, grants.type()).map(r -> Tree.text(r, n.span())))
        .ifPresent(r -> securable.put("resolved", r));
    tree.put("securable", securable.build());
  }

  private Tree named(Name name, String type, Span typeAt) {
    List<Identifier> parts = name.parts();
    int count = parts.size();
    Tree out = new Tree(name.span()).put("type", type, typeAt);
    out.put("name", Values.text(name.last())).put("fullName", Values.text(name));
    namespace.resolve(name, type).ifPresent(r -> out.put("resolved", r, name.span()));
    int levels = Namespace.levels(type);
    if (levels == 3 && count >= 2) {
      out.put("schema", Values.text(parts.get(count - 2)));
    }
    if (levels > 1 && count >= levels) {
      out.put("catalog", Values.text(parts.get(count - levels)));
    }
    return out;
  }
}
