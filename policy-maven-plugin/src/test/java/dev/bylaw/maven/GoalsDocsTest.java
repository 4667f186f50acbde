package dev.bylaw.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each goal has an example in the docs, and a build of the tests that runs it. */
class GoalsDocsTest {
  private static final Pattern PROPERTY = Pattern.compile("property = \"(policy[.\\w]+)\"");
  private static final List<String> PAGES =
      List.of("goals.md", "lint.md", "explain.md", "reports.md");

  @Test
  void eachGoalHasAnExampleAndABuild() {
    String docs =
        PAGES.stream().map(p -> text(Path.of("../docs", p))).collect(Collectors.joining("\n"));
    String builds =
        files(Path.of("src/it"), "pom.xml", "invoker.properties").stream()
            .map(GoalsDocsTest::text)
            .collect(Collectors.joining("\n"));
    List<String> goals = goals();
    assertThat(goals).contains("check", "lint", "test");
    assertThat(goals).allSatisfy(goal -> assertThat(names(docs, goal)).as(goal).isTrue());
    assertThat(goals).allSatisfy(goal -> assertThat(names(builds, goal)).as(goal).isTrue());
  }

  @Test
  void eachBuildOfTheTestsIsRun() throws IOException {
    String pom = text(Path.of("pom.xml"));
    try (Stream<Path> builds = Files.list(Path.of("src/it"))) {
      List<String> left =
          builds
              .filter(Files::isDirectory)
              .filter(d -> !Files.exists(d.resolve("pom.xml")))
              .map(d -> d.getFileName().toString())
              .filter(name -> !pom.contains("<pomInclude>" + name + "</pomInclude>"))
              .toList();
      assertThat(left).as("without a pom.xml, and not named in pomIncludes").isEmpty();
    }
  }

  @Test
  void theConfigurationOfTheBuildCacheIsTheOneThatIsTested() {
    assertThat(text(Path.of("../docs/goals.md")))
        .contains(text(Path.of("src/it/build-cache/.mvn/maven-build-cache-config.xml")));
  }

  @Test
  void eachParameterHasAPropertyThatTheDocsName() {
    String docs =
        PAGES.stream().map(p -> text(Path.of("../docs", p))).collect(Collectors.joining("\n"));
    List<String> undocumented = new ArrayList<>();
    int found = 0;
    for (Path file : files(Path.of("src/main/java"), "Mojo.java")) {
      for (String parameter : text(file).split("@Parameter(?=[ (])", -1)) {
        String written = parameter.substring(0, Math.max(parameter.indexOf(';'), 0));
        Matcher property = PROPERTY.matcher(written);
        if (property.find()) {
          found++;
          if (!docs.matches("(?s).*" + Pattern.quote(property.group(1)) + "(?![\\w.]).*")) {
            undocumented.add(property.group(1));
          }
        }
      }
    }
    assertThat(found).isGreaterThan(40);
    assertThat(undocumented).isEmpty();
  }

  private static boolean names(String text, String goal) {
    return text.contains("<goal>" + goal + "</goal>")
        || text.lines()
            .anyMatch(
                l ->
                    l.contains("policy-maven-plugin:")
                        && Stream.of(" ", "`", "\n")
                            .anyMatch(e -> (l + "\n").contains(":" + goal + e)));
  }

  private static List<String> goals() {
    List<String> goals = new ArrayList<>();
    for (Path file : files(Path.of("src/main/java"), "Mojo.java")) {
      String text = text(file);
      int mojo = text.indexOf("\n@Mojo(");
      if (mojo >= 0) {
        int name = text.indexOf("name = \"", mojo) + "name = \"".length();
        goals.add(text.substring(name, text.indexOf('"', name)));
      }
    }
    return goals;
  }

  private static List<Path> files(Path root, String... endings) {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(f -> Stream.of(endings).anyMatch(e -> f.toString().endsWith(e))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
