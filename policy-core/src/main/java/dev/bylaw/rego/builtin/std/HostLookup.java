package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.CallContext;
import dev.bylaw.rego.value.RegoSet;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Addresses of the hosts that rules may reach. */
final class HostLookup {
  private HostLookup() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
                "net.lookup_ip_addr",
                "(name: string) => (addrs: set[string])",
                "Gives the addresses of a host, which must be granted.",
                (c, args) -> addresses(c, Args.string(args, 0)))
            .with(Builtin.Trait.NONDETERMINISTIC));
  }

  private static RegoValue addresses(CallContext context, String name) throws BuiltinException {
    context.host().requireHost(name);
    Map<String, RegoValue> known = context.once("net.lookup_ip_addr", HashMap::new);
    RegoValue addresses = known.get(name);
    if (addresses == null) {
      addresses = lookUp(name);
      known.put(name, addresses);
    }
    return addresses;
  }

  private static RegoValue lookUp(String name) throws BuiltinException {
    try {
      // an empty name and one in brackets mean something to the JDK alone
      if (name.isEmpty() || name.startsWith("[")) {
        throw new UnknownHostException(name);
      }
      RegoSet.Builder addresses = RegoSet.builder();
      for (InetAddress address : InetAddress.getAllByName(name)) {
        byte[] bytes = address.getAddress();
        String text = Cidr.text(new BigInteger(1, bytes), Byte.SIZE * bytes.length);
        addresses.add(RegoString.of(text));
      }
      return addresses.build();
    } catch (UnknownHostException e) {
      throw BuiltinException.of("lookup " + name + ": no such host");
    }
  }
}
