package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.BuiltinFunction;
import dev.bylaw.rego.builtin.CallContext;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Ranges of IP addresses in CIDR notation; no network is touched. */
final class Networks {
  private Networks() {}

  static List<Builtin> all() {
    BuiltinFunction contains =
        (c, args) -> RegoBoolean.of(contains(Args.string(args, 0), Args.string(args, 1)));
    return List.of(
        Builtin.of(
            "net.cidr_contains",
            "(cidr: string, cidr_or_ip: string) => (result: boolean)",
            "Tells whether a range contains an address or another range.",
            contains),
        Builtin.of(
                "net.cidr_overlap",
                "(string, string) => boolean",
                "Tells whether a range contains an address or another range.",
                contains)
            .with(Builtin.Trait.DEPRECATED),
        Builtin.of(
            "net.cidr_contains_matches",
            "(cidrs: any<string, array[any<string, array[any]>], object[string: any<string, array[any]>], set[any<string, array[any]>]>, cidrs_or_ips: any<string, array[any<string, array[any]>], object[string: any<string, array[any]>], set[any<string, array[any]>]>) => (output: set[array<any, any>])",
            "Gives pairs of a range and what it contains, by key or value.",
            Networks::matches),
        Builtin.of(
            "net.cidr_expand",
            "(cidr: string) => (hosts: set[string])",
            "Gives all addresses of a range.",
            Networks::expand),
        Builtin.of(
            "net.cidr_intersects",
            "(cidr1: string, cidr2: string) => (result: boolean)",
            "Tells whether two ranges have an address in common.",
            (c, args) ->
                RegoBoolean.of(
                    Cidr.parse(Args.string(args, 0)).intersects(Cidr.parse(Args.string(args, 1))))),
        Builtin.of(
            "net.cidr_merge",
            "(addrs: any<array[any<string>], set[string]>) => (output: set[string])",
            "Gives the fewest ranges that cover the same addresses.",
            (c, args) -> merge(c, args)),
        Builtin.of(
            "net.cidr_is_valid",
            "(cidr: string) => (result: boolean)",
            "Tells whether a text is a range.",
            (c, args) -> RegoBoolean.of(isValid(args[0]))));
  }

  private static boolean isValid(RegoValue value) {
    try {
      return value instanceof RegoString s && Cidr.parse(s.value()).bits() > 0;
    } catch (BuiltinException e) {
      return false;
    }
  }

  private static boolean contains(String range, String part) throws BuiltinException {
    Cidr outer = Cidr.parse(range);
    Cidr address = Cidr.address(part);
    if (address != null) {
      return outer.contains(address);
    }
    try {
      return outer.contains(Cidr.parse(part));
    } catch (BuiltinException e) {
      throw BuiltinException.of(
          "not a valid textual representation of an IP address or CIDR: " + part);
    }
  }

  private static RegoValue merge(CallContext context, RegoValue[] args) throws BuiltinException {
    if (!(args[0] instanceof RegoArray) && !(args[0] instanceof RegoSet)) {
      throw BuiltinException.of("operand must be an array");
    }
    List<Cidr> ranges = new ArrayList<>();
    for (RegoValue element : Args.elements(args, 0, "array")) {
      if (!(element instanceof RegoString s)) {
        throw BuiltinException.of("element must be string");
      }
      Cidr address = Cidr.address(s.value());
      if (address != null && address.bits() != 32) {
        throw BuiltinException.of("IPv6 invalid: needs prefix length");
      }
      ranges.add(address == null ? Cidr.parse(s.value()) : address.classful());
    }
    context.spend(ranges.size());
    ranges.sort(Comparator.comparingInt(Cidr::bits).thenComparing(Cidr::first));
    RegoSet.Builder merged = RegoSet.builder();
    Cidr open = null;
    for (Cidr range : ranges) {
      if (open != null
          && open.bits() == range.bits()
          && range.first().compareTo(open.last().add(Cidr.ONE)) <= 0) {
        open = new Cidr(open.first(), open.last().max(range.last()), open.bits());
      } else {
        if (open != null) {
          open.blocks().forEach(block -> merged.add(RegoString.of(block)));
        }
        open = range;
      }
    }
    if (open != null) {
      open.blocks().forEach(block -> merged.add(RegoString.of(block)));
    }
    return merged.build();
  }

  private static RegoValue expand(CallContext context, RegoValue[] args) throws BuiltinException {
    Cidr range = Cidr.parse(Args.string(args, 0));
    RegoSet.Builder addresses = RegoSet.builder();
    for (var ip = range.first(); ip.compareTo(range.last()) <= 0; ip = ip.add(Cidr.ONE)) {
      context.spend(1);
      addresses.add(RegoString.of(Cidr.text(ip, range.bits())));
    }
    return addresses.build();
  }

  private static RegoValue matches(CallContext context, RegoValue[] args) throws BuiltinException {
    List<Map.Entry<String, RegoValue>> ranges = candidates(args[0], 1);
    List<Map.Entry<String, RegoValue>> parts = candidates(args[1], 2);
    RegoSet.Builder found = RegoSet.builder();
    for (var range : ranges) {
      context.spend(parts.size());
      for (var part : parts) {
        if (contains(range.getKey(), part.getKey())) {
          found.add(RegoArray.of(range.getValue(), part.getValue()));
        }
      }
    }
    return found.build();
  }

  private static List<Map.Entry<String, RegoValue>> candidates(RegoValue value, int operand)
      throws BuiltinException {
    List<Map.Entry<String, RegoValue>> found = new ArrayList<>();
    if (value instanceof RegoString s) {
      found.add(Map.entry(s.value(), s));
    } else if (value instanceof RegoArray array) {
      for (int i = 0; i < array.size(); i++) {
        found.add(Map.entry(range(array.get(i), operand), RegoNumber.of(i)));
      }
    } else if (value instanceof RegoSet set) {
      for (RegoValue element : set) {
        found.add(Map.entry(range(element, operand), element));
      }
    } else if (value instanceof RegoObject object) {
      for (var entry : object.toMap().entrySet()) {
        found.add(Map.entry(range(entry.getValue(), operand), entry.getKey()));
      }
    }
    return found;
  }

  private static String range(RegoValue value, int operand) throws BuiltinException {
    RegoValue text = value instanceof RegoArray a && a.size() > 0 ? a.get(0) : value;
    if (text instanceof RegoString s) {
      return s.value();
    }
    throw BuiltinException.of("operand " + operand + ": element must be string or non-empty array");
  }
}
