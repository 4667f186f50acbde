package dev.bylaw.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.junit.jupiter.api.Test;

class SettingsTest {
  /** What Maven gives; none of it is a parameter of the user. */
  private static final List<String> MAVEN =
      List.of("system", "artifacts", "project", "repositorySession", "session");

  @Test
  void eachParameterCounts() throws IOException, IllegalAccessException {
    for (Field field : parameters()) {
      CheckMojo goal = goal();
      String before = Settings.of(goal, false);
      assertThat(Settings.of(goal(), false)).isEqualTo(before);
      field.set(goal, other(field.get(goal), field.getType()));
      assertThat(Settings.of(goal, false)).as(field.getName()).isNotEqualTo(before);
    }
    assertThat(Settings.of(goal(), true)).isNotEqualTo(Settings.of(goal(), false));
  }

  @Test
  void twoTextsAreNotOneWithAComma() throws IOException, IllegalAccessException {
    List<String> hashes = new ArrayList<>();
    for (List<String> globs : List.of(List.of("a, b"), List.of("a", "b"), List.of("a,", "b"))) {
      CheckMojo goal = goal();
      field("includes").set(goal, globs);
      hashes.add(Settings.of(goal, false));
    }
    assertThat(hashes).doesNotHaveDuplicates();
  }

  @SuppressWarnings("NullAway") // no test here looks for artifacts
  private static CheckMojo goal() {
    return new CheckMojo(null);
  }

  private static Field field(String name) {
    return parameters().stream().filter(f -> f.getName().equals(name)).findFirst().orElseThrow();
  }

  private static List<Field> parameters() {
    List<Field> fields = new ArrayList<>();
    for (Class<?> c = CheckMojo.class; c != AbstractMojo.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !MAVEN.contains(field.getName())) {
          field.setAccessible(true);
          fields.add(field);
        }
      }
    }
    assertThat(fields).hasSizeGreaterThan(20);
    return fields;
  }

  private static Object other(Object value, Class<?> type) {
    if (type == boolean.class) {
      return !(boolean) value;
    } else if (type == int.class) {
      return (int) value + 1;
    } else if (type == String.class) {
      return "other";
    } else if (type == File.class) {
      return new File("other");
    } else if (type == List.class) {
      return List.of("other");
    }
    return Map.of("other", "value");
  }
}
