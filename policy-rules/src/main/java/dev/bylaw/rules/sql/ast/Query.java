package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A query with what stands before and behind it.
 *
 * @param order ORDER BY, SORT BY, and the expressions of CLUSTER BY and DISTRIBUTE BY
 */
public record Query(
    List<CommonTable> with,
    QueryBody body,
    List<SortItem> order,
    List<Window> windows,
    Optional<Expression> limit,
    Optional<Expression> offset,
    Span span)
    implements QueryBody {
  public Query {
    with = List.copyOf(with);
    order = List.copyOf(order);
    windows = List.copyOf(windows);
  }

  /** Nothing stands around the body. */
  public static Query of(QueryBody body) {
    return body instanceof Query query
        ? query
        : new Query(
            List.of(), body, List.of(), List.of(), Optional.empty(), Optional.empty(), body.span());
  }

  @Override
  public List<SqlNode> children() {
    return new Children().add(with).add(body).add(order).add(windows).add(limit).add(offset).list();
  }
}
