package dev.bylaw.rego.differential;

import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.Node;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.parser.RegoSyntax;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The parts of a module, for changing its text. */
final class Nodes {
  private Nodes() {}

  static Module of(String text) {
    return RegoSyntax.parse(SourceFile.of("m", text), RegoVersion.V1).tree().orElseThrow();
  }

  /** Looks at what is read from a text, from the outside in. */
  static void visit(Object part, Consumer<Node> visitor) {
    if (part instanceof Node node) {
      visitor.accept(node);
    }
    if (part instanceof Optional<?> o) {
      o.ifPresent(p -> visit(p, visitor));
    } else if (part instanceof List<?> list) {
      list.forEach(p -> visit(p, visitor));
    } else if (part instanceof Record && !(part instanceof Span)) {
      for (RecordComponent component : part.getClass().getRecordComponents()) {
        try {
          visit(component.getAccessor().invoke(part), visitor);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }
}
