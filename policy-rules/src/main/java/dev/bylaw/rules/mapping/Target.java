package dev.bylaw.rules.mapping;

import dev.bylaw.subject.Located;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a reference leads to.
 *
 * @param isWithin whether it stays in the document that it stands in
 * @param file the path below the folder
 * @param pointer the keys that lead to the place
 */
record Target(boolean isWithin, String file, List<String> pointer) {
  private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:");

  /**
   * Reads the text of a reference: a path, a JSON pointer behind {@code #}, or both.
   *
   * @param from the path of the file that it stands in
   */
  static Target of(String text, String from, Located reference) throws References.Unreachable {
    int hash = text.indexOf('#');
    String path = hash < 0 ? text : text.substring(0, hash);
    String pointer = hash < 0 ? "" : text.substring(hash + 1);
    if (SCHEME.matcher(path).find() || path.startsWith("//")) {
      throw new References.Unreachable(
          reference, "only files in the folder that is read are, never the network");
    }
    return path.isEmpty()
        ? new Target(true, from, keys(pointer))
        : new Target(false, below(path, from, reference), keys(pointer));
  }

  private static String below(String path, String from, Located reference)
      throws References.Unreachable {
    Deque<String> names = new ArrayDeque<>();
    String folder = from.substring(0, from.lastIndexOf('/') + 1);
    for (String name : (folder + path.replace('\\', '/')).split("/", -1)) {
      if (name.equals("..") && names.pollLast() == null) {
        throw new References.Unreachable(reference, "it leads out of the folder that is read");
      } else if (!name.isEmpty() && !name.equals(".") && !name.equals("..")) {
        names.add(name);
      }
    }
    if (path.startsWith("/")) {
      throw new References.Unreachable(
          reference, "it does not start at the file; write it relative to that");
    }
    return String.join("/", names);
  }

  private static List<String> keys(String pointer) {
    String plain = pointer.startsWith("/") ? pointer.substring(1) : pointer;
    return plain.isEmpty() ? List.of() : Stream.of(plain.split("/", -1)).map(Target::key).toList();
  }

  private static String key(String text) {
    String plain = text.contains("%") ? decoded(text) : text;
    return plain.replace("~1", "/").replace("~0", "~");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a percent sign that is one
    }
  }

  @Override
  public String toString() {
    return file + "#/" + String.join("/", pointer);
  }
}
