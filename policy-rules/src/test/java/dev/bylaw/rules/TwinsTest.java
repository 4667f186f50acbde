package dev.bylaw.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.rules.descriptor.Standards;
import dev.bylaw.rules.descriptor.Table;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.rules.mapping.Row;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * One product written by several standards is the same to policies, in all that the tables of two
 * standards have in common.
 */
class TwinsTest {
  private static final Path TWINS = Path.of("src/test/resources/dev/bylaw/rules/twins");

  private static final Pattern INDEX = Pattern.compile("/\\d+");

  private static final Pattern NESTED = Pattern.compile("(\\.columns\\[])+");

  /** What stands for the standard itself, and the service levels, of which DPDS has prose alone. */
  private static final Pattern OWN = Pattern.compile("standard|standardVersion|sla.*");

  /** A subject and the fields that its standard has. */
  private record Twin(Subject subject, List<String> fields) {
    static Twin of(String folder, String standard, SubjectKind kind) {
      Subject subject =
          SubjectLoader.load(TWINS.resolve(folder), List.of()).subjects().stream()
              .filter(s -> s.kind() == kind)
              .findFirst()
              .orElseThrow();
      List<String> fields =
          Standards.tables().stream()
              .filter(t -> t.standard().equals(standard) && t.kind().equals(kind.word()))
              .map(Table::rows)
              .flatMap(List::stream)
              .map(Row::target)
              .filter(field -> !OWN.matcher(field).matches())
              .toList();
      return new Twin(subject, fields);
    }

    /** By pointer, what both standards can say. */
    Map<String, RegoValue> said(Twin other) {
      Map<String, RegoValue> all = new TreeMap<>();
      Located document = subject.input().child(RegoString.of(subject.kind().word())).orElseThrow();
      collect("", document, all);
      all.keySet().removeIf(pointer -> !has(pointer) || !other.has(pointer));
      return all;
    }

    private static void collect(String at, Located value, Map<String, RegoValue> all) {
      if (value instanceof Located.Object object) {
        object.entries().forEach((key, entry) -> collect(at + "." + key, entry.value(), all));
      } else if (value instanceof Located.Array array) {
        for (int i = 0; i < array.elements().size(); i++) {
          collect(at + "/" + i, array.elements().get(i), all);
        }
      } else {
        all.put(at.substring(1), value.value());
      }
    }

    /** A field that is taken as a whole has all that is below it. */
    private boolean has(String pointer) {
      String field =
          NESTED.matcher(INDEX.matcher(pointer).replaceAll("[]")).replaceAll(".columns[]");
      return fields.stream()
          .anyMatch(f -> field.equals(f) || (isBelow(field, f) && !hasFieldsBelow(f)));
    }

    private boolean hasFieldsBelow(String field) {
      return fields.stream().anyMatch(f -> isBelow(f, field));
    }

    private static boolean isBelow(String field, String holder) {
      return field.startsWith(holder + ".") || field.startsWith(holder + "[]");
    }
  }

  private final Twin odps = Twin.of("bitol", "ODPS (DataProduct), v1.x", SubjectKind.PRODUCT);
  private final Twin odcs = Twin.of("bitol", "ODCS (DataContract), v3.x", SubjectKind.CONTRACT);
  private final Twin dpdsProduct = Twin.of("dpds", "DPDS, 1.x", SubjectKind.PRODUCT);
  private final Twin dpds = Twin.of("dpds", "DPDS, 1.x", SubjectKind.CONTRACT);
  private final Twin dcs =
      Twin.of("dcs", "the Data Contract Specification, 0.9.x or 1.x", SubjectKind.CONTRACT);

  @Test
  void productsOfOdpsAndDpds() {
    same(odps, dpdsProduct, 18);
  }

  @Test
  void contractsOfOdcsAndDcs() {
    same(odcs, dcs, 40);
  }

  @Test
  void serviceLevelsOfOdcsAndDcs() {
    assertThat(levels(odcs)).isEqualTo(levels(dcs)).hasSize(2);
  }

  private static List<RegoValue> levels(Twin twin) {
    Located levels =
        twin.subject
            .input()
            .find(List.of(RegoString.of("contract"), RegoString.of("sla")))
            .orElseThrow();
    return Shape.objects(levels).map(Located::value).map(RegoValue.class::cast).toList();
  }

  @Test
  void contractsOfOdcsAndDpds() {
    same(odcs, dpds, 25);
  }

  @Test
  void contractsOfDcsAndDpds() {
    same(dcs, dpds, 25);
  }

  /**
   * Both say the same.
   *
   * @param atLeast this many values, so that the comparison is of something
   */
  private static void same(Twin one, Twin other, int atLeast) {
    Map<String, RegoValue> said = one.said(other);
    assertThat(said).isEqualTo(other.said(one)).hasSizeGreaterThanOrEqualTo(atLeast);
  }
}
