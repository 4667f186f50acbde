package dev.bylaw.rules.sql;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.sql.DatabricksSqlParser.CommonTableContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.NameContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.QueryContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.QueryPrimaryContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.SelectItemContext;
import dev.bylaw.rules.sql.DatabricksSqlParser.TableReadContext;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** What a query reads. Walks without recursion: a chain of operators is a deep tree. */
final class QueryFacts {
  private final Places places;
  private final Span statement;
  private final List<NameContext> reads = new ArrayList<>();
  private final Set<String> commonTables = new HashSet<>();
  private @Nullable Span star;

  QueryFacts(Places places, QueryContext query, Span statement) {
    this.places = places;
    this.statement = statement;
    walk(query);
  }

  /** Fills {@code reads}, without common table expressions, and {@code star}. */
  void describe(Tree out) {
    List<Located> tables = new ArrayList<>();
    for (NameContext read : reads) {
      List<Located.Scalar> parts = StatementModel.parts(places, read);
      Located.Scalar last = parts.get(parts.size() - 1);
      String name = ((RegoString) last.value()).value().toLowerCase(Locale.ROOT);
      if (parts.size() > 1 || !commonTables.contains(name)) {
        tables.add(
            new Tree(places.of((ParserRuleContext) read))
                .put("name", last)
                .put("fullName", StatementModel.full(places, read))
                .build());
      }
    }
    out.put("reads", Tree.list(tables, statement));
    out.put("star", star != null, star == null ? statement : star);
  }

  private void walk(QueryContext query) {
    Deque<ParseTree> open = new ArrayDeque<>();
    open.push(query);
    while (!open.isEmpty()) {
      ParseTree tree = open.pop();
      visit(tree);
      for (int i = tree.getChildCount() - 1; i >= 0; i--) {
        open.push(tree.getChild(i));
      }
    }
  }

  private void visit(ParseTree tree) {
    if (tree instanceof TableReadContext read) {
      reads.add(read.name());
    } else if (tree instanceof QueryPrimaryContext primary && primary.name() != null) {
      reads.add(primary.name());
    } else if (tree instanceof CommonTableContext common) {
      String name = Literals.name(common.identifier(0).getText());
      commonTables.add(name.toLowerCase(Locale.ROOT));
    } else if (tree instanceof SelectItemContext item
        && item.getParent() instanceof DatabricksSqlParser.SelectQueryContext
        && star == null) {
      star = star(item);
    }
  }

  private @Nullable Span star(SelectItemContext item) {
    ParseTree at = item.expression();
    while (at.getChildCount() == 1) {
      at = at.getChild(0);
    }
    if (at instanceof TerminalNode node) {
      return isStar(node) ? places.of(node.getSymbol()) : null;
    }
    boolean leading = at.getChild(0) instanceof TerminalNode first && isStar(first);
    boolean dotted =
        at instanceof DatabricksSqlParser.ValueContext value
            && value.DOT() != null
            && value.anyWord() == null;
    return leading || dotted ? places.of((ParserRuleContext) at) : null;
  }

  private static boolean isStar(TerminalNode node) {
    return node.getSymbol().getType() == DatabricksSqlParser.STAR;
  }
}
