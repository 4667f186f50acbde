package dev.bylaw.rules.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.rules.DescriptorReader;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.SubjectReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bundles that would grow without end. */
class BundleLimitsTest {
  private static SubjectReader.Result read(String yaml) {
    return new DescriptorReader().read(SourceFile.of("databricks.yml", yaml)).orElseThrow();
  }

  private static List<String> problems(SubjectReader.Result result) {
    return result.diagnostics().stream().map(Object::toString).toList();
  }

  private static String variables(String first, String next) {
    return IntStream.range(1, 40)
        .mapToObj(i -> "  v%d: {default: %s}\n".formatted(i, next.replace("N", "" + (i - 1))))
        .collect(Collectors.joining("", "variables:\n  v0: {default: " + first + "}\n", ""));
  }

  @Test
  void variablesThatDoubleEachOtherEndAtTheLimit() {
    SubjectReader.Result result =
        read(
            "bundle: {name: b}\n"
                + variables("[1]", "[\"${var.vN}\", \"${var.vN}\"]")
                + "resources: {jobs: {j: {name: j, tags: \"${var.v39}\"}}}\n");
    assertThat(problems(result))
        .contains(
            "databricks.yml:1:1: bundle_too_large: the targets of the bundle hold more values"
                + " together than the limit of 1000000");
  }

  @Test
  void textsThatDoubleEachOtherStayUnknown() {
    SubjectReader.Result result =
        read(
            "bundle: {name: b}\n"
                + variables("xxxxxxxxxx", "\"${var.vN}${var.vN}\"")
                + "resources: {jobs: {j: {name: \"${var.v39}\"}}}\n");
    assertThat(problems(result)).isEmpty();
    assertThat(result.subjects().get(1).name()).isEqualTo("j");
    assertThat(result.subjects().get(1).input().value().toString())
        .contains("\"pointer\": \"/job/name\"");
  }

  @Test
  void deepValuesAreNotPutIntoEachOther() {
    String deep = "{a: ".repeat(150) + "\"${var.vN}\"" + "}".repeat(150);
    SubjectReader.Result result =
        read(
            "bundle: {name: b}\n"
                + variables("1", deep)
                + "resources: {jobs: {j: {x: \"${var.v39}\"}}}\n");
    assertThat(problems(result)).isEmpty();
    assertThat(result.subjects()).hasSize(2);
  }

  @Test
  void manyTargetsOfALargeBundleEndAtTheLimit() {
    String targets =
        IntStream.range(0, 2_000).mapToObj(i -> "  t" + i + ": {}\n").collect(Collectors.joining());
    String jobs =
        "    j: {tags: {"
            + IntStream.range(0, 2_000)
                .mapToObj(i -> "t" + i + ": x")
                .collect(Collectors.joining(", "))
            + "}}\n";
    SubjectReader.Result result =
        read("bundle: {name: b}\ntargets:\n" + targets + "resources:\n  jobs:\n" + jobs);
    assertThat(problems(result)).singleElement().asString().contains("bundle_too_large");
  }
}
