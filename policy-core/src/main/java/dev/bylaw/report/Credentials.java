package dev.bylaw.report;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;

/** Finds what looks like a credential, by its own form or by the name before it. */
final class Credentials {
  /**
   * A form of credentials.
   *
   * @param hint in every text that the pattern matches
   * @param pattern its last group is the secret, or the whole where it has none
   */
  private record Form(String hint, Pattern pattern) {
    Form(String hint, String pattern) {
      this(hint, Pattern.compile(pattern));
    }
  }

  private static final List<Form> FORMS =
      List.of(
          // Databricks: personal access tokens, OAuth secrets
          new Form("dapi", "dapi[0-9a-f]{32}(?:-[0-9]+)?"),
          new Form("dkea", "dkea[0-9a-f]{32}(?:-[0-9]+)?"),
          new Form("dose", "dose[0-9a-f]{32}"),
          // clouds
          new Form("AKIA", "AKIA[0-9A-Z]{16}"),
          new Form("ASIA", "ASIA[0-9A-Z]{16}"),
          new Form("Q~", "[0-9A-Za-z_~.-]{3}[0-9]Q~[0-9A-Za-z_~.-]{31,34}"),
          new Form("==", "[0-9A-Za-z+/]{86}=="),
          new Form("sig=", "[?&]sig=([0-9A-Za-z%+/=_-]{20,})"),
          new Form("AIza", "AIza[0-9A-Za-z_-]{35}"),
          new Form("ya29.", "ya29\\.[0-9A-Za-z_-]{20,}"),
          new Form("GOCSPX-", "GOCSPX-[0-9A-Za-z_-]{20,}"),
          // services
          new Form("gh", "gh[pousr]_[0-9A-Za-z]{30,}"),
          new Form("github_pat_", "github_pat_[0-9A-Za-z_]{22,}"),
          new Form("glpat-", "glpat-[0-9A-Za-z_-]{20,}"),
          new Form("xox", "xox[abeoprs]-[0-9A-Za-z-]{10,}"),
          new Form("npm_", "npm_[0-9A-Za-z]{36}"),
          new Form("hf_", "hf_[0-9A-Za-z]{30,}"),
          new Form("sk-", "sk-[0-9A-Za-z_-]{20,}"),
          new Form("k_live_", "[rs]k_live_[0-9A-Za-z]{16,}"),
          // JSON web tokens, headers, addresses
          new Form("eyJ", "eyJ[0-9A-Za-z_-]{8,}\\.[0-9A-Za-z_-]{8,}(?:\\.[0-9A-Za-z_-]*)?"),
          new Form("earer ", "[Bb]earer ([0-9A-Za-z._~+/-]{12,}=*)"),
          new Form("asic ", "[Bb]asic ([0-9A-Za-z+/]{12,}=*)"),
          new Form("://", "://[^/\\s:@\"']*:([^/\\s@\"']+)@"),
          new Form("jdbc:oracle", "jdbc:oracle:[a-z]+:[^/\\s\"']+/([^@\\s\"']+)@"));

  private static final String PEM = "-----BEGIN ";

  private Credentials() {}

  /** Adds what is found in a text. */
  static void find(String text, Ranges out) {
    for (Form form : FORMS) {
      if (text.contains(form.hint)) {
        Matcher m = form.pattern.matcher(text);
        while (m.find()) {
          out.add(m.start(m.groupCount()), m.end(m.groupCount()));
        }
      }
    }
    pem(text, out);
    named(text, out);
  }

  /** Private keys from their first dash to their last, or to the end of the text. */
  static void pem(String text, Ranges out) {
    for (int at = text.indexOf(PEM); at >= 0; at = text.indexOf(PEM, at + 1)) {
      int head = text.indexOf("-----", at + PEM.length());
      if (head < 0 || !text.substring(at, Math.min(head, at + 60)).contains("PRIVATE KEY")) {
        continue;
      }
      int foot = text.indexOf("-----END ", head);
      int last = foot < 0 ? -1 : text.indexOf("-----", foot + 9);
      out.add(at, last < 0 ? text.length() : last + 5);
    }
  }

  /** Values behind a colon or an equals sign, where the name before it tells. */
  private static void named(String text, Ranges out) {
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) != '=' && text.charAt(i) != ':') {
        continue;
      }
      String name = nameBefore(text, i);
      if (TellingNames.tells(name)) {
        int start = valueStart(text, i);
        int end = valueEnd(text, start);
        if (TellingNames.isSecret(name, text.substring(start, end))) {
          out.add(start, end);
          i = end - 1;
        }
      }
    }
  }

  private static String nameBefore(String text, int sign) {
    int end = sign;
    while (end > 0 && " \t\"'`".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = end;
    while (start > 0 && isNamePart(text.charAt(start - 1)) && end - start < 80) {
      start--;
    }
    return text.substring(start, end);
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }

  private static int valueStart(String text, int sign) {
    int start = sign + 1;
    while (start < text.length() && "= \t>".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    if (start < text.length() && isQuote(text.charAt(start))) {
      start++;
    }
    return start;
  }

  private static int valueEnd(String text, int start) {
    boolean quoted = start > 0 && start < text.length() && isQuote(text.charAt(start - 1));
    int end = start;
    while (end < text.length() && !ends(text, end, quoted ? text.charAt(start - 1) : ' ')) {
      end++;
    }
    return end;
  }

  private static boolean ends(String text, int at, char quote) {
    char c = text.charAt(at);
    return quote == ' '
        ? " \t\r\n\"'`,;&)}]".indexOf(c) >= 0
        : (c == quote && text.charAt(at - 1) != '\\') || c == '\n';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }
}
