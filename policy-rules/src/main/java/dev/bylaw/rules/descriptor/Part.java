package dev.bylaw.rules.descriptor;

import dev.bylaw.rules.document.Form;
import dev.bylaw.rules.document.Normalised;
import dev.bylaw.rules.mapping.Mapping;
import dev.bylaw.rules.mapping.Node;
import dev.bylaw.rules.mapping.Route;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceFolder;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectKind;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a document holds a subject of.
 *
 * @param route to every place that is one
 * @param mapping made on first use: most runs meet documents of one standard
 */
record Part(Route route, Form form, Supplier<Mapping> mapping) {
  private static final List<String> NAMES = List.of("name", "id");

  private static final Form PRODUCT = new Form(SubjectKind.PRODUCT, ProductShape.PRODUCT, NAMES);

  private static final Form CONTRACT =
      new Form(SubjectKind.CONTRACT, ContractShape.CONTRACT, NAMES);

  /** The document itself is a product. */
  static Part product(Supplier<Mapping> mapping) {
    return new Part(Route.of("."), PRODUCT, mapping);
  }

  /** The document itself is a contract. */
  static Part contract(Supplier<Mapping> mapping) {
    return contracts(".", mapping);
  }

  /** There is a contract wherever a path leads. */
  static Part contracts(String path, Supplier<Mapping> mapping) {
    return new Part(Route.of(path), CONTRACT, mapping);
  }

  Table table(String standard) {
    return new Table(standard, form.kind().word(), route.toString(), mapping.get().rows());
  }

  List<Node> nodes(Located.Object body, SourceFolder folder) {
    return route.from(Node.root(body, folder));
  }

  /**
   * Reads a subject.
   *
   * @param document as it is written; what is within it is shown as it is written there
   */
  Normalised read(SourceFile file, Located.Object document, Node node) {
    boolean whole = node.key().isEmpty();
    String fallback = node.key().map(Node.Key::name).orElse(Form.baseName(file.name()));
    Located.Object raw = whole || !(node.value() instanceof Located.Object o) ? document : o;
    return form.read(file, raw, reading -> mapping.get().object(node, reading), fallback);
  }
}
