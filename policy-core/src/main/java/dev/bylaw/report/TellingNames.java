package dev.bylaw.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of values that are secrets, and what a secret next to such a name looks like. */
final class TellingNames {
  /** Whatever stands behind these is a secret. */
  private static final List<String> CERTAIN =
      List.of(
          "password",
          "passwd",
          "pwd",
          "passphrase",
          "clientsecret",
          "secretkey",
          "secretaccesskey",
          "privatekey",
          "accountkey",
          "sharedaccesskey",
          "accesstoken",
          "refreshtoken",
          "authtoken",
          "sessiontoken",
          "bearertoken",
          "apikey",
          "apitoken");

  /** What stands behind these is a secret where it looks random. */
  private static final List<String> LIKELY =
      List.of("secret", "token", "key", "credential", "credentials", "auth", "signature", "sig");

  private static final Set<String> NO_SECRETS =
      Set.of("null", "none", "true", "false", "string", "undefined", "binary", "~", "required");

  private static final int RANDOM_LENGTH = 16;
  private static final double RANDOM_BITS = 3.3;

  private TellingNames() {}

  /** Whether a value is a secret because of the name it goes by. */
  static boolean isSecret(String name, String value) {
    String word = word(name);
    return !isReference(value)
        && (endsWith(word, CERTAIN) || (endsWith(word, LIKELY) && looksRandom(value)));
  }

  /** Whether a name is one of a secret, or may be. */
  static boolean tells(String name) {
    String word = word(name);
    return endsWith(word, CERTAIN) || endsWith(word, LIKELY);
  }

  /** Lower case, without what separates words. */
  private static String word(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && c != '-' && c != '.') {
        out.append(Character.toLowerCase(c));
      }
    }
    return out.toString();
  }

  private static boolean endsWith(String word, List<String> endings) {
    for (String ending : endings) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** What names a secret that is kept elsewhere, or no value at all. */
  private static boolean isReference(String value) {
    String v = value.strip();
    return v.isEmpty()
        || v.startsWith("$")
        || v.startsWith("{{")
        || v.startsWith("<")
        || v.startsWith("[")
        || v.startsWith("{")
        || v.startsWith("*")
        || v.startsWith("var.")
        || v.startsWith("secret(")
        || NO_SECRETS.contains(v.toLowerCase(Locale.ROOT));
  }

  private static boolean looksRandom(String value) {
    long digits = value.chars().filter(Character::isDigit).count();
    long letters = value.chars().filter(Character::isLetter).count();
    return value.length() >= RANDOM_LENGTH
        && value.chars().noneMatch(Character::isWhitespace)
        && digits >= 3
        && letters >= 3
        && bitsPerCharacter(value) >= RANDOM_BITS;
  }

  /** Shannon's entropy of the characters. */
  private static double bitsPerCharacter(String value) {
    double bits = 0;
    for (int c : value.chars().distinct().toArray()) {
      double share = (double) value.chars().filter(x -> x == c).count() / value.length();
      bits -= share * Math.log(share) / Math.log(2);
    }
    return bits;
  }
}
