package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNull;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names of those who issue certificates and of those they are issued to. */
final class X509Names {
  /** Parts that a name may have several of. */
  private static final Map<String, String> LISTS =
      Map.of(
          "2.5.4.6", "Country",
          "2.5.4.7", "Locality",
          "2.5.4.8", "Province",
          "2.5.4.9", "StreetAddress",
          "2.5.4.10", "Organization",
          "2.5.4.11", "OrganizationalUnit",
          "2.5.4.17", "PostalCode");

  private static final Map<String, String> TEXTS =
      Map.of("2.5.4.3", "CommonName", "2.5.4.5", "SerialNumber");

  private static final Map<Integer, Charset> ENCODINGS =
      Map.of(
          0x0C, StandardCharsets.UTF_8,
          0x12, StandardCharsets.US_ASCII,
          0x13, StandardCharsets.US_ASCII,
          0x14, StandardCharsets.ISO_8859_1,
          0x16, StandardCharsets.US_ASCII,
          0x1E, StandardCharsets.UTF_16BE);

  private X509Names() {}

  static RegoValue read(Der sequence) throws BuiltinException {
    List<RegoValue> names = new ArrayList<>();
    Map<String, List<RegoValue>> lists = new LinkedHashMap<>();
    RegoObject.Builder name = RegoObject.builder();
    TEXTS.values().forEach(field -> name.put(field, RegoString.EMPTY));
    for (Der set : sequence.expect(Der.SEQUENCE).children()) {
      for (Der attribute : set.expect(Der.SET).children()) {
        Der type = attribute.child(0);
        RegoString value = RegoString.of(text(attribute.child(1)));
        names.add(RegoObject.builder().put("Type", numbers(type)).put("Value", value).build());
        String oid = type.oid();
        if (LISTS.containsKey(oid)) {
          lists.computeIfAbsent(oid, o -> new ArrayList<>()).add(value);
        } else if (TEXTS.containsKey(oid)) {
          name.put(TEXTS.getOrDefault(oid, oid), value);
        }
      }
    }
    LISTS.forEach((oid, field) -> name.put(field, listed(lists.getOrDefault(oid, List.of()))));
    return name.put("Names", listed(names)).put("ExtraNames", RegoNull.NULL).build();
  }

  /** Null for an empty list, as Go writes lists that were never made. */
  static RegoValue listed(List<? extends RegoValue> values) {
    return values.isEmpty() ? RegoNull.NULL : RegoArray.of(values);
  }

  static RegoValue numbers(Der oid) throws BuiltinException {
    return RegoArray.of(oid.numbers().stream().map(RegoNumber::of).toList());
  }

  static RegoString base64(byte[] bytes) {
    return RegoString.of(Base64.getEncoder().encodeToString(bytes));
  }

  private static String text(Der value) throws BuiltinException {
    Charset encoding = ENCODINGS.get(value.tag());
    if (encoding == null) {
      throw BuiltinException.of(
          "x509: invalid RDNSequence: invalid attribute value: unsupported string type: "
              + value.tag());
    }
    return new String(value.contents(), encoding);
  }
}
