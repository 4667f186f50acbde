package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.ArrayTerm;
import dev.bylaw.rego.ast.Call;
import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.RuleHead;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.TemplateString;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a default rule may look like. */
final class DefaultCheck {
  private final Places places;

  DefaultCheck(Places places) {
    this.places = places;
  }

  /** Refuses what cannot stand behind {@code default}. */
  void checkForm(RegoParser.DefinitionContext d) {
    RegoParser.LiteralContext l = d.phrase(0).literal(0);
    RegoParser.ClauseContext c = Flat.first(l);
    boolean named =
        !c.expr().isEmpty()
            && c.expr(0).operand(0).primary() instanceof RegoParser.VariableContext
            && c.expr(0).operand(0).NEGATIVE() == null;
    if (!named) {
      throw SyntaxErrors.plain(places, d.getStart(), "unexpected default keyword");
    } else if (d.CONTAINS() != null || isBareFunction(c)) {
      throw illegal(d, "must have a value");
    } else if (!c.expr(0).operator().isEmpty()) {
      throw SyntaxErrors.at(places, d, c.expr(0).operator(0).getStart(), "");
    } else if (!l.withModifier().isEmpty()) {
      throw SyntaxErrors.at(places, d, l.withModifier(0).getStart(), "");
    } else if (d.IF() != null) {
      throw SyntaxErrors.at(places, d, d.IF().getSymbol(), "");
    } else if (!d.braces().isEmpty()) {
      throw SyntaxErrors.plain(places, d.braces(0).getStart(), "set cannot be used for rule name");
    }
  }

  private static boolean isBareFunction(RegoParser.ClauseContext c) {
    return c.expr().size() == 1
        && c.expr(0).operand(0).suffix().stream()
            .anyMatch(s -> s instanceof RegoParser.CallSuffixContext);
  }

  void checkHead(RegoParser.DefinitionContext d, RuleHead head) {
    head.value()
        .flatMap(DefaultCheck::open)
        .ifPresent(
            t -> {
              throw illegal(d, "value cannot contain " + TermKinds.of(t));
            });
    Set<String> names = new HashSet<>();
    for (Term arg : head.args().orElse(List.of())) {
      if (!(arg instanceof Var v)) {
        throw illegal(d, "arguments cannot contain " + TermKinds.of(arg));
      } else if (!names.add(v.name())) {
        throw illegal(d, "arguments cannot be repeated " + v.name());
      }
    }
  }

  private SyntaxException illegal(RegoParser.DefinitionContext d, String why) {
    return SyntaxErrors.plain(places, d.getStart(), "illegal default rule (" + why + ")");
  }

  /** The first part of a value that is not known before evaluation; comprehensions may be used. */
  private static Optional<Term> open(Term term) {
    if (term instanceof Var || term instanceof Ref || term instanceof Call) {
      return Optional.of(term);
    }
    return parts(term).map(DefaultCheck::open).flatMap(Optional::stream).findFirst();
  }

  private static Stream<Term> parts(Term term) {
    if (term instanceof ArrayTerm a) {
      return a.elements().stream();
    } else if (term instanceof SetTerm s) {
      return s.elements().stream();
    } else if (term instanceof TemplateString t) {
      return t.parts().stream();
    } else if (term instanceof ObjectTerm o) {
      return o.entries().stream().flatMap(e -> Stream.of(e.key(), e.value()));
    }
    return Stream.empty();
  }
}
