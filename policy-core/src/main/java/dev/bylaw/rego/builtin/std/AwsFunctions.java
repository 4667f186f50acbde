package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.time.Instant;
import java.util.List;

/** Requests signed as the services of Amazon want them. */
final class AwsFunctions {
  private static final List<String> REQUEST = List.of("method", "url");
  private static final List<String> CONFIG =
      List.of("aws_access_key", "aws_region", "aws_secret_access_key", "aws_service");

  private AwsFunctions() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
            "providers.aws.sign_req",
            "(request: object[string: any], aws_config: object[string: any], time_ns: number) => (signed_request: object[any: any])",
            "Adds the headers of a signature to a request for http.send.",
            (c, args) -> sign(Args.object(args, 0), Args.object(args, 1), Args.number(args, 2))));
  }

  private static RegoValue sign(RegoObject request, RegoObject config, RegoNumber nanos)
      throws BuiltinException {
    HttpCallReader.checkNames(request);
    check(request, REQUEST, "operand 1 ", "request parameters(s): ");
    check(config, CONFIG, "operand 2 ", "AWS config parameters(s): ");
    RegoValue unsigned = config.get("disable_payload_signing");
    if (unsigned != null && !(unsigned instanceof RegoBoolean)) {
      throw BuiltinException.type(
          "operand 2 invalid value for 'disable_payload_signing' in AWS config");
    }
    if (!nanos.isLong()) {
      throw BuiltinException.type(
          "operand 3 could not convert time_ns value into a unix timestamp");
    }
    RegoValue headers = request.get("headers");
    if (headers != null && !(headers instanceof RegoObject)) {
      throw BuiltinException.operand(0, headers, "object");
    }
    AwsSignature signature =
        new AwsSignature(
            config, Instant.EPOCH.plusNanos(nanos.longValue()), unsigned == RegoBoolean.TRUE);
    return request.with(RegoString.of("headers"), signature.headers(request));
  }

  private static void check(RegoObject object, List<String> required, String operand, String what)
      throws BuiltinException {
    RegoSet.Builder missing = RegoSet.builder();
    RegoSet.Builder wrong = RegoSet.builder();
    for (String name : required) {
      RegoValue value = object.get(name);
      if (value == null) {
        missing.add(RegoString.of(name));
      } else if (!(value instanceof RegoString)) {
        wrong.add(RegoString.of(name));
      }
    }
    RegoSet absent = missing.build();
    if (absent.size() > 0) {
      throw BuiltinException.type(operand + "missing required " + what + absent);
    }
    RegoSet invalid = wrong.build();
    if (invalid.size() > 0) {
      throw BuiltinException.type(operand + "invalid values for required " + what + invalid);
    }
  }
}
