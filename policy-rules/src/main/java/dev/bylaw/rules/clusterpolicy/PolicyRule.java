package dev.bylaw.rules.clusterpolicy;

import dev.bylaw.subject.Located;
import java.util.Optional;

/**
 * What a definition says of one attribute.
 *
 * @param initial what forms, and the API where it is asked to, fill in
 * @param optional whether the attribute may be missing although it is limited
 * @param place the rule's object
 */
public record PolicyRule(
    AttributePath path, Limit limit, Optional<Located> initial, boolean optional, Located place) {}
