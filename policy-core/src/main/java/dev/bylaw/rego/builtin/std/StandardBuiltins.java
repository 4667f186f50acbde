package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinRegistry;
import dev.bylaw.rego.builtin.std.graphql.GraphqlFunctions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * The built-ins of OPA. Which family a name belongs to is written down here, so that a program
 * loads only the families that it uses.
 */
public final class StandardBuiltins {
  private static final String FAMILIES =
      """
      Aggregates: count sum product max min sort all any
      Arithmetic: plus minus mul div rem abs round ceil floor
      ArrayFunctions: array.concat array.slice array.reverse array.flatten
      AwsFunctions: providers.aws.sign_req
      Bits: bits.and bits.or bits.xor bits.negate bits.lsh bits.rsh
      Comparison: eq equal neq lt lte gt gte internal.member_2 internal.member_3
      Encodings: base64.encode base64url.encode base64url.encode_no_pad hex.encode \
        base64.decode base64.is_valid base64url.decode hex.decode
      GlobFunctions: glob.match glob.quote_meta
      GraphqlFunctions: graphql.parse_query graphql.parse_schema graphql.parse \
        graphql.parse_and_verify graphql.is_valid graphql.schema_is_valid
      Graphs: walk graph.reachable graph.reachable_paths
      Hashes: crypto.md5 crypto.sha1 crypto.sha256 crypto.hmac.md5 crypto.hmac.sha1 \
        crypto.hmac.sha256 crypto.hmac.sha512 crypto.hmac.equal
      HostLookup: net.lookup_ip_addr
      HttpFunctions: http.send
      Identifiers: rand.intn uuid.rfc4122 opa.runtime uuid.parse trace internal.test_case
      JsonFunctions: json.marshal json.marshal_with_options json.unmarshal json.is_valid \
        json.filter json.remove json.patch
      JsonSchemaFunctions: json.match_schema json.verify_schema
      JwtFunctions: io.jwt.verify_hs256 io.jwt.verify_hs384 io.jwt.verify_hs512 \
        io.jwt.verify_rs256 io.jwt.verify_rs384 io.jwt.verify_rs512 io.jwt.verify_ps256 \
        io.jwt.verify_ps384 io.jwt.verify_ps512 io.jwt.verify_es256 io.jwt.verify_es384 \
        io.jwt.verify_es512 io.jwt.verify_eddsa io.jwt.decode io.jwt.decode_verify
      JwtSigning: io.jwt.encode_sign io.jwt.encode_sign_raw
      Networks: net.cidr_contains net.cidr_overlap net.cidr_contains_matches net.cidr_expand \
        net.cidr_intersects net.cidr_merge net.cidr_is_valid
      Numbers: numbers.range numbers.range_step
      ObjectFunctions: object.get object.keys object.remove object.filter object.union \
        object.union_n object.subset
      RegexFunctions: regex.match re_match regex.is_valid regex.split regex.find_n \
        regex.find_all_string_submatch_n regex.replace regex.template_match regex.globs_match
      RegoFunctions: rego.parse_module rego.metadata.chain rego.metadata.rule
      SemanticVersions: semver.compare semver.is_valid
      Sets: and or set_diff intersection union
      Strings: contains startswith endswith strings.any_prefix_match strings.any_suffix_match \
        concat format_int indexof indexof_n lower upper strings.reverse trim_space trim \
        trim_left trim_right trim_prefix trim_suffix strings.count substring split \
        strings.split_n
      Templates: sprintf internal.template_string strings.render_template replace \
        strings.replace_n
      Times: time.now_ns time.parse_rfc3339_ns time.parse_ns time.parse_duration_ns \
        time.format time.date time.clock time.weekday time.add_date time.diff
      Types: is_array is_boolean is_null is_number is_object is_set is_string cast_boolean \
        cast_null cast_object cast_string cast_array cast_set type_name to_number
      Units: units.parse units.parse_bytes
      Uris: urlquery.encode urlquery.decode urlquery.encode_object urlquery.decode_object \
        uri.parse uri.is_valid
      X509Functions: crypto.x509.parse_certificates crypto.x509.parse_and_verify_certificates \
        crypto.x509.parse_and_verify_certificates_with_options \
        crypto.x509.parse_certificate_request crypto.x509.parse_keypair \
        crypto.x509.parse_rsa_private_key crypto.parse_private_keys
      YamlFunctions: yaml.marshal yaml.unmarshal yaml.is_valid
      """;

  private static final BuiltinRegistry REGISTRY =
      BuiltinRegistry.ofFamilies(families(), StandardBuiltins::load);

  private StandardBuiltins() {}

  /** All of them; one instance. */
  public static BuiltinRegistry registry() {
    return REGISTRY;
  }

  /** The family of each name. */
  static Map<String, String> families() {
    Map<String, String> families = new HashMap<>();
    for (String line : FAMILIES.split("\n", -1)) {
      StringTokenizer words = new StringTokenizer(line, ": ");
      String family = words.hasMoreTokens() ? words.nextToken() : "";
      while (words.hasMoreTokens()) {
        families.put(words.nextToken(), family);
      }
    }
    return families;
  }

  static List<Builtin> load(String family) {
    return switch (family) {
      case "Aggregates" -> Aggregates.all();
      case "Arithmetic" -> Arithmetic.all();
      case "ArrayFunctions" -> ArrayFunctions.all();
      case "AwsFunctions" -> AwsFunctions.all();
      case "Bits" -> Bits.all();
      case "Comparison" -> Comparison.all();
      case "Encodings" -> Encodings.all();
      case "GlobFunctions" -> GlobFunctions.all();
      case "GraphqlFunctions" -> GraphqlFunctions.all();
      case "Graphs" -> Graphs.all();
      case "Hashes" -> Hashes.all();
      case "HostLookup" -> HostLookup.all();
      case "HttpFunctions" -> HttpFunctions.all();
      case "Identifiers" -> Identifiers.all();
      case "JsonFunctions" -> JsonFunctions.all();
      case "JsonSchemaFunctions" -> JsonSchemaFunctions.all();
      case "JwtFunctions" -> JwtFunctions.all();
      case "JwtSigning" -> JwtSigning.all();
      case "Networks" -> Networks.all();
      case "Numbers" -> Numbers.all();
      case "ObjectFunctions" -> ObjectFunctions.all();
      case "RegexFunctions" -> RegexFunctions.all();
      case "RegoFunctions" -> RegoFunctions.all();
      case "SemanticVersions" -> SemanticVersions.all();
      case "Sets" -> Sets.all();
      case "Strings" -> Strings.all();
      case "Templates" -> Templates.all();
      case "Times" -> Times.all();
      case "Types" -> Types.all();
      case "Units" -> Units.all();
      case "Uris" -> Uris.all();
      case "X509Functions" -> X509Functions.all();
      case "YamlFunctions" -> YamlFunctions.all();
      default -> throw new IllegalArgumentException("no family is named " + family);
    };
  }
}
