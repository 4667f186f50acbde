package dev.bylaw.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.source.InputException;
import dev.bylaw.subject.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Nothing that is added below weakens what is above. */
class FederationLawsTest {
  private static final String POLICY =
      """
      # METADATA
      # title: Size
      # custom:
      #   kind: infra
      #   subject: warehouse
      #   parameters:
      #     max: {type: integer, default: 6, order: max}
      #     names: {type: array, items: {type: string}, default: [a, b, c], order: subset}
      package size

      deny contains "large" if input.warehouse.size > data.parameters.size.max

      deny contains "name" if not input.warehouse.name in data.parameters.size.names
      """;
  private static final List<String> SCOPES =
      List.of("organisation", "one", "two", "one/p", "one/q");
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.of(2026, 1, 1),
          LocalDate.of(2026, 2, 1),
          LocalDate.of(2026, 2, 2),
          LocalDate.of(2026, 3, 2),
          LocalDate.of(2027, 1, 1));

  /** An element of {@code assign}; an empty text says nothing. */
  record Element(String scope, String max, String names, String state, String build, String where) {
    String yaml() {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("scope", scope);
      fields.put("state", state);
      fields.put("points", build.isEmpty() ? "" : "{build: " + build + "}");
      fields.put("where", where);
      String parameters = (max.isEmpty() ? "" : "max: " + max + ", ") + names;
      fields.put("parameters", parameters.isEmpty() ? "" : "{" + parameters + "}");
      StringBuilder out = new StringBuilder("  - policies: [size]\n");
      fields.forEach((k, v) -> out.append(v.isEmpty() ? "" : "    " + k + ": " + v + "\n"));
      return out.toString();
    }

    Element withMax(int value) {
      return new Element(scope, String.valueOf(value), names, state, build, where);
    }
  }

  @Provide
  Arbitrary<Element> elements() {
    return Combinators.combine(
            Arbitraries.of(SCOPES),
            Arbitraries.of("", "", "2", "4", "6", "8"),
            Arbitraries.of("", "", "names: [a, b]", "names: [b, c]", "names: [a]"),
            Arbitraries.of(
                "",
                "",
                "draft",
                "observe",
                "{grace: 2026-02-01}",
                "{grace: 2026-03-01}",
                "enforced"),
            Arbitraries.of("", "", "deny", "warn", "off"),
            Arbitraries.of("", "", "{labels: {tier: gold}}", "{path: \"w.*\"}"))
        .as(Element::new);
  }

  @Provide
  Arbitrary<List<Element>> sets() {
    return elements().list().ofMinSize(1).ofMaxSize(4);
  }

  private static Optional<PolicySet> load(List<Element> elements) {
    StringBuilder manifest = new StringBuilder("name: laws\nversion: 1\nassign:\n");
    elements.forEach(e -> manifest.append(e.yaml()));
    try {
      Path folder = Files.createDirectories(Path.of("target/laws"));
      Files.writeString(folder.resolve("policies.yaml"), manifest);
      Files.writeString(folder.resolve("size.rego"), POLICY);
      return Optional.of(PolicySetLoader.load(folder, List.of()));
    } catch (InputException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether each of some subjects is denied, on each of some days. */
  private static Map<String, Boolean> denied(PolicySet set) {
    Map<String, Boolean> out = new TreeMap<>();
    for (String scope : List.of("", "one", "two", "one/p", "one/q", "two/r")) {
      for (Map<String, String> labels : List.of(Map.<String, String>of(), Map.of("tier", "gold"))) {
        for (int size = 1; size < 10; size += 3) {
          for (String name : List.of("a", "b", "c")) {
            String document = "{\"size\": %d, \"name\": \"%s\"}".formatted(size, name);
            Subject subject = TestSubjects.warehouse(scope, labels, document);
            for (LocalDate day : DAYS) {
              out.put(day + " " + scope + labels + document, isDenied(set, subject, day));
            }
          }
        }
      }
    }
    return out;
  }

  private static boolean isDenied(PolicySet set, Subject subject, LocalDate day) {
    return set.inForce(subject, day).stream()
        .filter(p -> p.action(EnforcementPoint.BUILD) == Action.DENY)
        .anyMatch(p -> Denials.of(p, subject.input().value()).denies());
  }

  private static void assertNeverWeaker(PolicySet before, PolicySet after) {
    Map<String, Boolean> now = denied(after);
    for (Map.Entry<String, Boolean> e : denied(before).entrySet()) {
      boolean isAllowed = !now.getOrDefault(e.getKey(), false);
      assertThat(isAllowed && e.getValue()).as(e.getKey()).isFalse();
    }
  }

  @Property(tries = 40)
  void anAssignmentBelowNeverAllowsWhatWasDenied(
      @ForAll("sets") List<Element> elements, @ForAll("elements") Element added) {
    List<Element> above =
        elements.stream().filter(e -> !SCOPES.subList(3, 5).contains(e.scope())).toList();
    Element local =
        new Element(
            added.scope().equals("one/p") ? "one/p" : "one/q",
            added.max(),
            added.names(),
            added.state(),
            added.build(),
            added.where());
    Optional<PolicySet> before = above.isEmpty() ? Optional.empty() : load(above);
    List<Element> all = new ArrayList<>(above);
    all.add(local);
    Optional<PolicySet> after = load(all);
    Statistics.collect(before.isPresent(), after.isPresent());
    before.ifPresent(b -> after.ifPresent(a -> assertNeverWeaker(b, a)));
  }

  @Property(tries = 40)
  void aTighterParameterNeverAllowsWhatWasDenied(
      @ForAll("sets") List<Element> elements, @ForAll Random random) {
    int which = random.nextInt(elements.size());
    List<Element> tighter = new ArrayList<>(elements);
    Element old = elements.get(which);
    int max = old.max().isEmpty() ? 6 : Integer.parseInt(old.max());
    tighter.set(which, old.withMax(max - 1 - random.nextInt(3)));
    List<Element> explicit = new ArrayList<>(elements);
    explicit.set(which, old.withMax(max));
    Optional<PolicySet> before = load(explicit);
    Optional<PolicySet> after = load(tighter);
    Statistics.collect(before.isPresent(), after.isPresent());
    before.ifPresent(b -> after.ifPresent(a -> assertNeverWeaker(b, a)));
  }

  @Property(tries = 40)
  void theOrderOfAssignmentsDoesNotMatter(
      @ForAll("sets") List<Element> elements, @ForAll Random random) {
    List<Element> shuffled = new ArrayList<>(elements);
    Collections.shuffle(shuffled, random);
    Optional<PolicySet> one = load(elements);
    Optional<PolicySet> other = load(shuffled);
    Statistics.collect(one.isPresent());
    assertThat(other.isPresent()).isEqualTo(one.isPresent());
    one.ifPresent(a -> other.ifPresent(b -> assertThat(denied(b)).isEqualTo(denied(a))));
  }

  @Property(tries = 40)
  void whatIsDeniedStaysDenied(@ForAll("sets") List<Element> elements) {
    Optional<PolicySet> set = load(elements);
    Statistics.collect(set.isPresent());
    set.ifPresent(
        s -> {
          Subject subject =
              TestSubjects.warehouse("one/p", Map.of("tier", "gold"), "{\"size\": 7}");
          boolean before = false;
          for (LocalDate day : DAYS) {
            boolean now = isDenied(s, subject, day);
            assertThat(now || !before).as(day.toString()).isTrue();
            before = now;
          }
        });
  }

  @Property(tries = 20)
  void theOrderOfFilesDoesNotMatter(@ForAll Random random) throws IOException {
    Path set = Path.of("src/test/resources/dev/bylaw/policy/sets/federation");
    List<Map.Entry<String, byte[]>> files = new ArrayList<>(Archives.files(set).entrySet());
    Collections.shuffle(files, random);
    Map<String, byte[]> shuffled = new LinkedHashMap<>();
    files.forEach(f -> shuffled.put(f.getKey(), f.getValue()));
    Path bundle = Files.createDirectories(Path.of("target/laws")).resolve("b.tar.gz");
    assertThat(PolicySetLoader.load(Archives.bundle(bundle, shuffled)).revision())
        .isEqualTo(PolicySetLoader.load(set).revision());
  }
}
