package dev.bylaw.rego.ast;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What a rule defines.
 *
 * <ul>
 *   <li>{@code p := 1}: reference {@code p}, value {@code 1}
 *   <li>{@code p contains x}: reference {@code p}, key {@code x}; also v0's {@code p[x] { ... }}
 *   <li>{@code p.q[x] := 1}: reference {@code p.q[x]}, value {@code 1}
 *   <li>{@code f(a, b) := c}: reference {@code f}, args {@code a, b}, value {@code c}
 * </ul>
 *
 * @param reference as written, without the package; the head of the path is a variable
 * @param args empty for what is not a function; a function may have an empty list of them only in
 *     error
 * @param key the element of a {@code contains} rule
 * @param value empty where none is written, which means {@code true}; always empty with a key
 * @param assigned written with {@code :=} rather than {@code =}
 */
public record RuleHead(
    Span span,
    Ref reference,
    Optional<List<Term>> args,
    Optional<Term> key,
    Optional<Term> value,
    boolean assigned)
    implements Node {
  public RuleHead {
    args = args.map(List::copyOf);
  }
}
