package dev.bylaw.rules.check;

import dev.bylaw.rules.document.Shape;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectKind;
import java.util.Set;
import java.util.stream.Stream;

/** Judges the columns of contracts. */
abstract class ContractColumns extends PersonalCheck {
  ContractColumns(Head head, double least) {
    super(head, least);
  }

  @Override
  public final Set<SubjectKind> subjects() {
    return Set.of(SubjectKind.CONTRACT);
  }

  @Override
  final Stream<Located.Object> tables(Located.Object input) {
    return Shape.block(input, "contract").stream().flatMap(c -> field(c, "schema"));
  }
}
