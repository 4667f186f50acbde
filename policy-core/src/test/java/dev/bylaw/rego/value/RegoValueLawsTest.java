package dev.bylaw.rego.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bylaw.rego.OpaBinary;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegoValueLawsTest {
  private static final int COMPARED = 400;

  @Provide
  Arbitrary<RegoValue> values() {
    return values(2, true);
  }

  @Provide
  Arbitrary<RegoValue> documents() {
    return values(3, false);
  }

  private static Arbitrary<RegoValue> values(int depth, boolean sets) {
    Arbitrary<RegoValue> scalars =
        Arbitraries.oneOf(
            List.of(
                Arbitraries.of(RegoNull.NULL, RegoBoolean.TRUE, RegoBoolean.FALSE),
                numbers(),
                texts().map(RegoString::of)));
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<RegoValue> inner = values(depth - 1, sets);
    Arbitrary<RegoValue> arrays = inner.list().ofMaxSize(3).map(RegoArray::of);
    Arbitrary<RegoValue> objects =
        Arbitraries.maps(sets ? inner : texts().map(RegoString::of), inner)
            .ofMaxSize(3)
            .map(RegoObject::of);
    Arbitrary<RegoValue> all =
        sets ? inner.set().ofMaxSize(3).map((Set<RegoValue> s) -> RegoSet.of(s)) : arrays;
    return Arbitraries.oneOf(List.of(scalars, arrays, objects, all));
  }

  private static Arbitrary<RegoValue> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.integers().map(RegoNumber::of),
        Arbitraries.integers().between(-3, 3).map(RegoNumber::of),
        Arbitraries.bigDecimals()
            .between(new BigDecimal("-1e20"), new BigDecimal("1e20"))
            .ofScale(5)
            .map(d -> RegoNumber.parse(d.stripTrailingZeros().toPlainString())));
  }

  /** Also with characters beyond the first plane, whose order differs between UTF-8 and UTF-16. */
  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars('a', 'b', 'Z', 'é', '\uFFFD', '\uE000')
        .ofMaxLength(3)
        .flatMap(t -> Arbitraries.of(t, t + "\uD83D\uDE00", "\uD83D\uDE00" + t));
  }

  @Property
  void theOrderIsTotal(
      @ForAll("values") RegoValue a, @ForAll("values") RegoValue b, @ForAll("values") RegoValue c) {
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
    assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
    if (a.equals(b)) {
      assertThat(a.hashCode()).isEqualTo(b.hashCode());
    }
    if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
      assertThat(a.compareTo(c)).isNotPositive();
    }
  }

  @Property
  void jsonComesBack(@ForAll("documents") RegoValue document) throws ParseException {
    assertThat(RegoJson.parse(RegoJson.write(document))).isEqualTo(document);
  }

  /** All that values are made of, in the order in which OPA sorts it. */
  @Test
  void theOrderIsThatOfOpa(@TempDir Path folder) throws IOException, InterruptedException {
    Optional<Path> opa = OpaBinary.find();
    assumeTrue(opa.isPresent(), "SKIPPED: there is no opa on the path and no OPA_BIN");
    List<RegoValue> values =
        new ArrayList<>(values(2, true).sampleStream().limit(COMPARED).toList());
    Path module = folder.resolve("order.rego");
    Files.writeString(
        module,
        "package order\n\nanswer := [json.marshal(x) | some x in sort("
            + RegoArray.of(values)
            + ")]\n");
    Process process =
        new ProcessBuilder(
                opa.get().toString(),
                "eval",
                "-f",
                "raw",
                "-d",
                module.toString(),
                "data.order.answer")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    Collections.sort(values);
    List<RegoValue> ours = values.stream().map(v -> parsed(RegoJson.write(v))).toList();
    assertThat(answers(answer)).isEqualTo(ours);
  }

  private static List<RegoValue> answers(String json) {
    List<RegoValue> out = new ArrayList<>();
    ((RegoArray) parsed(json)).forEach(v -> out.add(parsed(((RegoString) v).value())));
    return out;
  }

  private static RegoValue parsed(String json) {
    try {
      return RegoJson.parse(json.strip());
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }
}
