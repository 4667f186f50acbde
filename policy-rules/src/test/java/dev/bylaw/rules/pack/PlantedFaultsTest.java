package dev.bylaw.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.Golden;
import dev.bylaw.decision.Decision;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.rules.InputPaths;
import dev.bylaw.rules.SubjectLoader;
import dev.bylaw.rules.infra.BundleValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Products and configurations with faults that were planted on purpose. A line with faults ends
 * with a comment {@code finds} and the rules that find them there; nothing else is found. A folder
 * is judged by the profile {@code standard}; where it has a folder {@code policies}, its {@code
 * input} is judged by those, with what was {@code before}.
 */
class PlantedFaultsTest {
  private static final Pattern MARK =
      Pattern.compile("(?:#|--) finds ([a-z-]+/[a-z-]+(?:, [a-z-]+/[a-z-]+)*)");

  @TempDir Path folder;

  static Stream<Path> cases() {
    return Golden.cases("rules/pack/planted").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyFaultIsFoundAtItsPlaceAndNothingElse(Path planted) throws IOException {
    Path policies = planted.resolve("policies");
    boolean own = Files.exists(policies);
    Path input = own ? planted.resolve("input") : planted;
    PolicySet set =
        own
            ? PolicySetLoader.of(policies).load()
            : Packs.imported(folder, "{pack: bylaw/standard, profile: standard}");
    Decision decision =
        new PolicyEngine(set).decide(loaded(input).subjects(), EnforcementPoint.BUILD);
    assertThat(decision.errors()).isEmpty();
    List<String> found =
        decision.findings().stream()
            .map(f -> at(f.span().source().name(), f.span().line(), f.policy().id()))
            .toList();
    assertThat(found).isNotEmpty().containsExactlyInAnyOrderElementsOf(planted(input));
  }

  private static SubjectLoader.Loaded loaded(Path input) {
    Path before = input.resolveSibling("before");
    SubjectLoader.Loaded loaded =
        Files.exists(before)
            ? SubjectLoader.load(InputPaths.of(input), BundleValues.NONE, Optional.of(before))
            : SubjectLoader.load(input, List.of());
    assertThat(loaded.hasErrors()).isFalse();
    return loaded;
  }

  private static List<String> planted(Path input) throws IOException {
    try (Stream<Path> files = Files.walk(input)) {
      return files
          .filter(Files::isRegularFile)
          .flatMap(file -> planted(input.relativize(file).toString().replace('\\', '/'), file))
          .toList();
    }
  }

  private static Stream<String> planted(String name, Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      List<String> planted = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        Matcher mark = MARK.matcher(lines.get(i));
        while (mark.find()) {
          for (String rule : mark.group(1).split(", ", -1)) {
            planted.add(at(name, i + 1, rule));
          }
        }
      }
      return planted.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String at(String name, int line, String rule) {
    return "%s:%d %s".formatted(name, line, rule);
  }
}
