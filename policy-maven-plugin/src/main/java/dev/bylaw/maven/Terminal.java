package dev.bylaw.maven;

import java.io.Console;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/**
 * What is known of where the log goes.
 *
 * @param style what {@code -Dstyle.color} says: always, never, or auto
 * @param environment the process's variables
 * @param interactive whether Maven runs without {@code -B}
 * @param attached whether there is a terminal
 */
record Terminal(
    Optional<String> style,
    Map<String, String> environment,
    boolean interactive,
    boolean attached) {
  static Terminal of(Optional<MavenSession> session) {
    return new Terminal(
        session.map(s -> s.getUserProperties().getProperty("style.color")),
        System.getenv(),
        session.map(s -> s.getRequest().isInteractiveMode()).orElse(false),
        isAttached());
  }

  @SuppressWarnings("SystemConsoleNull") // newer versions are asked for what they have
  private static boolean isAttached() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return Console.class.getMethod("isTerminal").invoke(console).equals(true);
    } catch (NoSuchMethodException e) {
      return true; // before Java 22 there is a console at a terminal alone
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** As Maven decides it for its own lines; besides that, {@code NO_COLOR} is heeded. */
  boolean hasColour() {
    String said = style.map(s -> s.toLowerCase(Locale.ROOT)).orElse("auto");
    return switch (said) {
      case "always", "yes", "force" -> true;
      case "never", "no", "none" -> false;
      default -> interactive && attached && isAble();
    };
  }

  private boolean isAble() {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }
}
