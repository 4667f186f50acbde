package dev.bylaw.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a tar archive (POSIX.1-2001 "ustar" with the extended headers of pax, and GNU's long
 * names). Links and devices are refused.
 */
final class TarReader {
  private static final int BLOCK = 512;
  private static final int MAX_HEADER = 64 * 1024;

  private final InputStream in;
  private final ArchiveFiles files;
  private Optional<String> nextName = Optional.empty();

  TarReader(InputStream in, ArchiveFiles files) {
    this.in = in;
    this.files = files;
  }

  void read() throws IOException {
    byte[] header = block();
    while (!isEnd(header) && files.mayContinue()) {
      check(header);
      entry(header);
      header = block();
    }
  }

  private byte[] block() throws IOException {
    byte[] block = in.readNBytes(BLOCK);
    if (block.length < BLOCK) {
      throw new IOException("the archive ends early");
    }
    return block;
  }

  private static boolean isEnd(byte[] header) {
    for (byte b : header) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  /** The checksum counts its own field as spaces. */
  private static void check(byte[] header) throws IOException {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
    }
    if (sum != octal(header, 148, 8)) {
      throw new IOException("a header is damaged, or this is no tar archive");
    }
  }

  private void entry(byte[] header) throws IOException {
    long size = octal(header, 124, 12);
    char type = (char) header[156];
    switch (type) {
      case '0', '\0' -> file(name(header), size);
      case '5', 'g' -> skip(size);
      case 'x' -> nextName = path(header(size)).or(() -> nextName);
      case 'L' -> nextName = Optional.of(text(header(size), 0, (int) size));
      default -> {
        files.problem(
            "archive_link",
            "the archive's entry %s is a link or a device, expected a file"
                .formatted(text(header, 0, 100)));
        nextName = Optional.empty();
        skip(size);
      }
    }
    if (type == '5') {
      nextName = Optional.empty();
    }
  }

  private String name(byte[] header) {
    boolean ustar = text(header, 257, 5).equals("ustar");
    String folder = ustar && header[263] == '0' ? text(header, 345, 155) : "";
    String name = text(header, 0, 100);
    String full = nextName.orElse(folder.isEmpty() ? name : folder + "/" + name);
    nextName = Optional.empty();
    return full;
  }

  private void file(String written, long size) throws IOException {
    String name = files.name(written);
    if (name.isEmpty() || !ArchiveFiles.belongs(name)) {
      skip(size);
      return;
    }
    byte[] content = files.content(name, new Part(size));
    if (content.length == size) {
      files.file(name, content);
      skipFully(padding(size));
    } else {
      throw new IOException("the archive ends within " + name + ", or the file is too large");
    }
  }

  /** The content of an extended header, with its padding read. */
  private byte[] header(long size) throws IOException {
    if (size > MAX_HEADER) {
      throw new IOException("an extended header is larger than " + MAX_HEADER + " bytes");
    }
    byte[] content = in.readNBytes((int) size);
    skipFully(padding(size));
    return content;
  }

  /** {@code path} of the records {@code LENGTH KEY=VALUE\n}. */
  private static Optional<String> path(byte[] records) {
    for (String line : text(records, 0, records.length).split("\n", -1)) {
      int key = line.indexOf(' ') + 1;
      if (line.startsWith("path=", key)) {
        return Optional.of(line.substring(key + 5));
      }
    }
    return Optional.empty();
  }

  private static long padding(long size) {
    return (BLOCK - size % BLOCK) % BLOCK;
  }

  private void skip(long size) throws IOException {
    skipFully(size + padding(size));
  }

  private void skipFully(long bytes) throws IOException {
    byte[] buffer = new byte[8192];
    long left = bytes;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new IOException("the archive ends early");
      }
      left -= read;
    }
  }

  private static long octal(byte[] header, int offset, int length) throws IOException {
    String digits = text(header, offset, length).strip();
    if (digits.isEmpty()
        || digits.length() > 12
        || digits.chars().anyMatch(c -> c < '0' || c > '7')) {
      throw new IOException("a header is damaged, or this is no tar archive");
    }
    return Long.parseLong(digits, 8);
  }

  /** Up to the first null character. */
  private static String text(byte[] bytes, int offset, int length) {
    byte[] part = Arrays.copyOfRange(bytes, offset, offset + length);
    int end = 0;
    while (end < part.length && part[end] != 0) {
      end++;
    }
    return new String(part, 0, end, StandardCharsets.UTF_8);
  }

  /** An entry's content. */
  private final class Part extends InputStream {
    private long left;

    Part(long size) {
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      int value = left > 0 ? in.read() : -1;
      left -= value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = left > 0 ? in.read(bytes, offset, (int) Math.min(length, left)) : -1;
      left -= Math.max(read, 0);
      return read;
    }
  }
}
