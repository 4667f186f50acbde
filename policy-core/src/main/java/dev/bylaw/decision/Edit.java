package dev.bylaw.decision;

import dev.bylaw.source.Span;
import java.util.Comparator;

/**
 * A change of a text.
 *
 * @param span what goes; empty where something is only put in
 * @param text what comes instead
 */
public record Edit(Span span, String text) {
  static final Comparator<Edit> BY_PLACE =
      Comparator.comparing((Edit e) -> e.span.source().name())
          .thenComparingInt(e -> e.span.start())
          .thenComparingInt(e -> e.span.end());
}
