package dev.bylaw.rules.check;

import dev.bylaw.policy.Check;
import dev.bylaw.policy.PolicyKind;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.Severity;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code mesh/no-cycles}: no product depends on itself by way of others. */
public final class NoCycles implements Check {
  /** For {@link java.util.ServiceLoader}. */
  public NoCycles() {}

  @Override
  public String id() {
    return "mesh/no-cycles";
  }

  @Override
  public String title() {
    return "Products do not depend on each other in a circle";
  }

  @Override
  public String description() {
    return "None of the products of a circle can be built or changed first, and a fault in one of"
        + " them comes back to it.";
  }

  @Override
  public PolicyKind kind() {
    return PolicyKind.CODE;
  }

  @Override
  public Set<SubjectKind> subjects() {
    return Set.of(SubjectKind.MESH);
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Optional<String> characteristic() {
    return Optional.of("interoperable");
  }

  @Override
  public Optional<String> remediation() {
    return Optional.of(
        "Cut the circle: move what both need into a product of its own, or read the source.");
  }

  @Override
  public List<Violation> check(Subject subject) {
    List<Located.Object> products = list(subject.input(), "products").toList();
    Map<String, Integer> offers = new HashMap<>();
    for (int i = 0; i < products.size(); i++) {
      offer(products.get(i), i, offers);
    }
    List<Map<Integer, Located>> reads =
        products.stream().map(product -> reads(product, offers)).toList();
    return new Circles(reads.stream().map(r -> List.copyOf(r.keySet())).toList())
        .find().stream().map(circle -> violation(circle, products, reads)).toList();
  }

  private static void offer(Located.Object member, int number, Map<String, Integer> offers) {
    Optional<Located.Object> product = Shape.block(member, "product");
    product.flatMap(p -> Shape.text(p, "id")).ifPresent(id -> offers.putIfAbsent(id, number));
    list(member, "contracts")
        .flatMap(contract -> Shape.text(contract, "id").stream())
        .forEach(id -> offers.putIfAbsent(id, number));
    product.stream()
        .flatMap(p -> list(p, "outputPorts"))
        .flatMap(port -> Shape.text(port, "contractId").stream())
        .forEach(id -> offers.putIfAbsent(id, number));
  }

  /** The products that a product reads, each with the place where it says so. */
  private static Map<Integer, Located> reads(Located.Object member, Map<String, Integer> offers) {
    Map<Integer, Located> reads = new TreeMap<>();
    Shape.block(member, "product").stream()
        .flatMap(product -> list(product, "inputPorts"))
        .flatMap(port -> port.child(RegoString.of("contractId")).stream())
        .forEach(
            id ->
                Optional.ofNullable(
                        id.value() instanceof RegoString text ? offers.get(text.value()) : null)
                    .ifPresent(owner -> reads.putIfAbsent(owner, id)));
    return reads;
  }

  private static Violation violation(
      List<Integer> circle, List<Located.Object> products, List<Map<Integer, Located>> reads) {
    List<String> names = new ArrayList<>();
    circle.forEach(i -> names.add(name(products.get(i))));
    names.add(names.get(0));
    Located at =
        reads
            .get(circle.get(0))
            .getOrDefault(circle.get(1 % circle.size()), products.get(circle.get(0)));
    return new Violation(
        "products read each other in a circle: " + String.join(" reads ", names),
        at.span(),
        Optional.empty(),
        Optional.empty());
  }

  private static String name(Located.Object member) {
    return Shape.block(member, "product")
        .flatMap(product -> Shape.text(product, "name"))
        .or(() -> Shape.text(member, "path"))
        .orElse("a product");
  }

  private static Stream<Located.Object> list(Located holder, String field) {
    return holder.child(RegoString.of(field)).stream().flatMap(Shape::objects);
  }
}
