package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoString;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests, and digests with a key, in base 16. */
final class Hashes {
  private static final int BLOCK = 64;

  private Hashes() {}

  static List<Builtin> all() {
    List<Builtin> all = new ArrayList<>();
    Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256")
        .forEach(
            (name, algorithm) ->
                all.add(
                    Builtin.of(
                        "crypto." + name,
                        "(x: string) => (y: string)",
                        "Gives the " + algorithm + " digest of a text.",
                        (c, args) ->
                            RegoString.of(
                                digest(algorithm, Encodings.utf8(Args.string(args, 0)))))));
    for (String name : List.of("md5", "sha1", "sha256", "sha512")) {
      all.add(
          Builtin.of(
              "crypto.hmac." + name,
              "(x: string, key: string) => (y: string)",
              "Gives the digest of a text with a key (HMAC).",
              (c, args) ->
                  RegoString.of(
                      HexFormat.of()
                          .formatHex(
                              mac(
                                  "Hmac" + name,
                                  Encodings.utf8(Args.string(args, 0)),
                                  Encodings.utf8(Args.string(args, 1)))))));
    }
    all.add(
        Builtin.of(
            "crypto.hmac.equal",
            "(mac1: string, mac2: string) => (result: boolean)",
            "Compares two digests in a time that does not tell where they differ.",
            (c, args) ->
                RegoBoolean.of(
                    MessageDigest.isEqual(
                        Encodings.utf8(Args.string(args, 0)),
                        Encodings.utf8(Args.string(args, 1))))));
    return all;
  }

  static String digest(String algorithm, byte[] text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] mac(String algorithm, byte[] text, byte[] key) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      byte[] atLeastOne = key.length == 0 ? new byte[BLOCK] : key; // zeros pad a key anyway
      mac.init(new SecretKeySpec(atLeastOne, algorithm));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
