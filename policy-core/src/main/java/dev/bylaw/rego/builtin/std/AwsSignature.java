package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Signature Version 4, made of the credentials and the time.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html">AWS</a>
 */
final class AwsSignature {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String TERMINATOR = "aws4_request";

  /** Those that proxies change. */
  private static final Set<String> UNSIGNED =
      Set.of("authorization", "user-agent", "x-amzn-trace-id");

  private static final Set<String> WITH_DIGEST = Set.of("s3", "glacier");

  private final RegoObject config;
  private final String time;
  private final boolean unsignedPayload;

  AwsSignature(RegoObject config, Instant time, boolean unsignedPayload) {
    this.config = config;
    this.time = TIME.format(time);
    this.unsignedPayload = unsignedPayload;
  }

  /** The headers of the request with those of the signature. */
  RegoObject headers(RegoObject request) throws BuiltinException {
    RegoObject url = UriParts.parse(text(request, "url"));
    Map<String, String> added = added(request, url);
    Map<String, String> signed = new TreeMap<>(added);
    RegoObject.Builder headers = RegoObject.builder();
    if (request.get("headers") instanceof RegoObject given) {
      for (RegoValue key : given.keys()) {
        String name = key instanceof RegoString s ? s.value() : key.toString();
        String value = given.get(key) instanceof RegoString s ? s.value() : "";
        headers.put(name, RegoString.of(value));
        signed.put(name.toLowerCase(Locale.ROOT), value); // even where another one is sent
      }
    }
    added.forEach((name, value) -> headers.put(name, RegoString.of(value)));
    signed.keySet().removeAll(UNSIGNED);
    headers.put("Authorization", RegoString.of(authorization(request, url, signed)));
    return headers.build();
  }

  private Map<String, String> added(RegoObject request, RegoObject url) {
    Map<String, String> added = new TreeMap<>();
    String port = text(url, "port");
    added.put("host", text(url, "hostname") + (port.isEmpty() ? "" : ":" + port));
    added.put("x-amz-date", time);
    if (WITH_DIGEST.contains(text(config, "aws_service"))) {
      added.put("x-amz-content-sha256", payload(request));
    }
    if (config.get("aws_session_token") instanceof RegoString token) {
      added.put("x-amz-security-token", token.value());
    }
    return added;
  }

  private String payload(RegoObject request) {
    if (unsignedPayload) {
      return "UNSIGNED-PAYLOAD";
    }
    RegoValue body = request.get("body");
    String text =
        request.get("raw_body") instanceof RegoString raw
            ? raw.value()
            : body == null ? "" : RegoJson.writeEscaped(body);
    return Hashes.digest("SHA-256", Encodings.utf8(text));
  }

  private String authorization(RegoObject request, RegoObject url, Map<String, String> signed) {
    String names = String.join(";", signed.keySet());
    StringBuilder canonical = new StringBuilder();
    canonical.append(text(request, "method")).append('\n');
    canonical.append(UriParts.legal(text(url, "raw_path"))).append('\n');
    canonical.append(text(url, "raw_query")).append('\n');
    signed.forEach((name, value) -> canonical.append(name).append(':').append(value).append('\n'));
    canonical.append('\n').append(names).append('\n').append(payload(request));
    String scope =
        String.join(
            "/", date(), text(config, "aws_region"), text(config, "aws_service"), TERMINATOR);
    String toSign =
        String.join(
            "\n",
            ALGORITHM,
            time,
            scope,
            Hashes.digest("SHA-256", Encodings.utf8(canonical.toString())));
    String credential = text(config, "aws_access_key") + "/" + scope;
    return "%s Credential=%s,SignedHeaders=%s,Signature=%s"
        .formatted(ALGORITHM, credential, names, HexFormat.of().formatHex(signature(toSign)));
  }

  private String date() {
    return time.substring(0, 8);
  }

  private byte[] signature(String text) {
    byte[] key = Encodings.utf8("AWS4" + text(config, "aws_secret_access_key"));
    String[] steps = {
      date(), text(config, "aws_region"), text(config, "aws_service"), TERMINATOR, text
    };
    for (String step : steps) {
      key = Hashes.mac("HmacSHA256", Encodings.utf8(step), key);
    }
    return key;
  }

  private static String text(RegoObject object, String field) {
    return object.get(field) instanceof RegoString s ? s.value() : "";
  }
}
