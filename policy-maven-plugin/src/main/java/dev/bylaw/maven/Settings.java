package dev.bylaw.maven;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.AbstractMojo;

/**
 * What a goal was told, by whom it is run, and on which day. Part of what a build runs in which
 * nothing changed, see {@link LastRun}.
 */
final class Settings {
  private static final long DAY = 24L * 60 * 60 * 1000;

  private final Fingerprint all = new Fingerprint();

  private Settings() {}

  /**
   * A hash of all of it.
   *
   * @param goal all of its parameters count, so that none can be forgotten
   * @throws IOException if a jar of the goal cannot be looked at
   */
  static String of(AbstractMojo goal, boolean colour) throws IOException {
    Settings settings = new Settings();
    settings.program(goal.getClass().getClassLoader());
    settings.parameters(goal);
    settings.environment();
    settings.all.add(String.valueOf(colour));
    settings.all.add(Long.toString(System.currentTimeMillis() / DAY));
    settings.all.add(System.getProperty("java.vm.version", ""));
    settings.all.add(System.getProperty("user.dir", ""));
    return settings.all.hex();
  }

  private void parameters(AbstractMojo goal) {
    for (Class<?> c = goal.getClass(); c != AbstractMojo.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (isParameter(field.getType())) {
          all.add(field.getName());
          value(valueOf(field, goal));
        }
      }
    }
  }

  private static boolean isParameter(Class<?> type) {
    return type.isPrimitive()
        || type == String.class
        || type == File.class
        || Iterable.class.isAssignableFrom(type)
        || Map.class.isAssignableFrom(type);
  }

  private static Object valueOf(Field field, AbstractMojo goal) {
    try {
      field.setAccessible(true);
      Object value = field.get(goal);
      return value == null ? "" : value;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a field that was made accessible", e);
    }
  }

  private void value(Object value) {
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        value(entry.getKey());
        value(entry.getValue());
      }
      all.add("end");
    } else if (value instanceof Iterable<?> list) {
      for (Object each : list) {
        value(each);
      }
      all.add("end");
    } else {
      all.add(value.toString());
    }
  }

  /** Values for bundles may come from there. */
  private void environment() {
    Map<String, String> sorted = new TreeMap<>(System.getenv());
    for (Map.Entry<String, String> variable : sorted.entrySet()) {
      if (variable.getKey().startsWith("BUNDLE_VAR_")) {
        all.add(variable.getKey()).add(variable.getValue());
      }
    }
  }

  /** The jars that a class loader reads: their places, sizes and times. */
  private void program(ClassLoader loader) throws IOException {
    if (loader instanceof URLClassLoader jars) {
      for (URL url : jars.getURLs()) {
        all.add(url.toString());
        if (url.getProtocol().equals("file")) {
          time(url);
        }
      }
    }
  }

  private void time(URL url) throws IOException {
    try {
      Path path = Path.of(url.toURI());
      if (Files.isDirectory(path)) {
        all.add(Watched.now(path, Watched.Kind.ALL).hash());
      } else if (Files.exists(path)) {
        all.add(Files.size(path) + " " + Files.getLastModifiedTime(path).toMillis());
      }
    } catch (URISyntaxException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
