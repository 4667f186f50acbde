package dev.bylaw.rego.parser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Cases of OPA that are not to pass, each with the reason. */
public final class OpaSkips {
  private OpaSkips() {}

  /** Reasons by the names of the cases. */
  public static Map<String, String> read(Class<?> test, String file) throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    try (InputStream in = test.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("there is no file " + file);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(l -> !l.startsWith("#")).toList()) {
        int tab = line.indexOf('\t');
        reasons.put(line.substring(0, tab), line.substring(tab + 1));
      }
    }
    return reasons;
  }
}
