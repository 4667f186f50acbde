package dev.bylaw.rego.ast;

import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.source.Span;
import java.util.Map;

/**
 * One {@code # METADATA} block.
 *
 * @param span of the whole block of comments
 * @param scope {@code rule}, {@code document}, {@code package} or {@code subpackages}; the default
 *     by position is filled in
 * @param values the block as OPA gives it out: title, description, custom and so on, without scope
 * @param places where each value stands, by JSON pointer, for example {@code /custom/severity}; the
 *     place of a key for an absent value is that of its parent
 */
public record Annotations(Span span, String scope, RegoObject values, Map<String, Span> places)
    implements Node {
  public Annotations {
    places = Map.copyOf(places);
  }
}
