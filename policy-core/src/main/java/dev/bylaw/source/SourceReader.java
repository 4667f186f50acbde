package dev.bylaw.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads files as texts: UTF-8, within the limit, and never outside of the folder that was given.
 */
public final class SourceReader {
  private SourceReader() {}

  /**
   * Either a text or the reason why there is none.
   *
   * @param source named by its path below the root, with {@code /}
   */
  public record Result(Optional<SourceFile> source, Optional<Diagnostic> problem) {}

  /**
   * Reads a file.
   *
   * @param root a link that leads out of this folder is refused
   */
  public static Result read(Path root, Path file, Limits limits) {
    return read(root, file, name(root, file), limits);
  }

  /**
   * Reads a file under a name of the caller's choice.
   *
   * @param root a link that leads out of this folder is refused
   */
  public static Result read(Path root, Path file, String name, Limits limits) {
    try {
      if (!file.toRealPath().startsWith(root.toRealPath())) {
        return problem("file_outside", name + " leads out of the folder " + root.getFileName());
      }
      if (Files.size(file) > limits.maxBytes()) {
        return problem(
            "file_too_large",
            name + " is larger than the limit of " + limits.maxBytes() + " bytes");
      }
      return decode(Files.readAllBytes(file), name);
    } catch (IOException e) {
      return problem("file_unreadable", name + " cannot be read: " + e.getClass().getSimpleName());
    }
  }

  /** The text of what was read already. */
  public static Result decode(byte[] content, String name) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString();
      String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
      return new Result(Optional.of(SourceFile.of(name, plain)), Optional.empty());
    } catch (CharacterCodingException e) {
      return problem("file_encoding", name + " is not UTF-8; save it as UTF-8");
    }
  }

  private static Result problem(String code, String message) {
    return new Result(Optional.empty(), Optional.of(Diagnostic.error(code, message)));
  }

  /** The path of a file below a root, with {@code /}. */
  public static String name(Path root, Path file) {
    Path relative = root.toAbsolutePath().normalize().relativize(file.toAbsolutePath().normalize());
    return relative.toString().replace('\\', '/');
  }
}
