package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.CallContext;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What depends on the host: random numbers and identifiers, and the environment. */
final class Identifiers {
  private Identifiers() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
                "rand.intn",
                "(str: string, n: number) => (y: number)",
                "Gives a random number from 0 to below a limit; the same one for the same text.",
                Identifiers::randomNumber)
            .with(Builtin.Trait.NONDETERMINISTIC),
        Builtin.of(
                "uuid.rfc4122",
                "(k: string) => (output: string)",
                "Gives a random identifier; the same one for the same text.",
                Identifiers::randomUuid)
            .with(Builtin.Trait.NONDETERMINISTIC),
        Builtin.of(
                "opa.runtime",
                "() => (result: object[string: any])",
                "Gives what the host tells about itself.",
                (c, args) -> runtime(c))
            .with(Builtin.Trait.NONDETERMINISTIC),
        Builtin.of(
            "uuid.parse",
            "(uuid: string) => (result: object[string: any])",
            "Takes an identifier apart; undefined for other texts.",
            (c, args) -> UuidParts.parse(Args.string(args, 0))),
        Builtin.of(
            "internal.test_case",
            "(x: array[any]) => (result: boolean)",
            "Names the case of a test; does nothing.",
            (c, args) -> RegoBoolean.TRUE),
        Builtin.of(
            "trace",
            "(note: string) => (result: boolean)",
            "Takes a note; always true.",
            (c, args) -> {
              Args.string(args, 0);
              return RegoBoolean.TRUE;
            }));
  }

  private static RegoValue randomNumber(CallContext context, RegoValue[] args)
      throws BuiltinException {
    String seed = Args.string(args, 0);
    long limit = Math.abs(Args.longInteger(args, 1));
    if (limit <= 0) {
      return RegoNumber.ZERO;
    }
    RandomGenerator random = context.host().requireRandom();
    return context.once(
        List.of("rand.intn", seed, limit), () -> RegoNumber.of(random.nextLong(limit)));
  }

  private static RegoValue randomUuid(CallContext context, RegoValue[] args)
      throws BuiltinException {
    RandomGenerator random = context.host().requireRandom();
    return context.once(
        List.of("uuid.rfc4122", args[0]),
        () -> {
          long high = (random.nextLong() & ~0xF000L) | 0x4000L; // version 4
          long low = (random.nextLong() >>> 2) | Long.MIN_VALUE; // variant of RFC 4122
          return RegoString.of(new UUID(high, low).toString());
        });
  }

  private static RegoValue runtime(CallContext context) {
    RegoObject.Builder environment = RegoObject.builder();
    context
        .host()
        .environment()
        .forEach((name, value) -> environment.put(name, RegoString.of(value)));
    RegoObject granted = environment.build();
    return granted.size() == 0 ? RegoObject.EMPTY : RegoObject.of(RegoString.of("env"), granted);
  }
}
