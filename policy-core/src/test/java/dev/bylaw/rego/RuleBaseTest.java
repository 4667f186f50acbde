package dev.bylaw.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.Host;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.source.SourceFile;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs all {@code test_} rules of a published rule base: {@code -Drulebase=DIR[,DIR]}, and {@code
 * -Drulebase.v0=true} for Rego v0. {@code -Drulebase.verbose=true} names those that fail. {@code
 * -Drulebase.apart=true} makes a program of each folder that has tests, together with {@code
 * -Drulebase.shared=DIR}. The built-ins that trivy-checks brings along are registered as any host
 * would.
 */
class RuleBaseTest {
  private static final boolean VERBOSE = Boolean.getBoolean("rulebase.verbose");

  private static final RegoValue ANY = RegoString.of("*");

  private final List<String> failed = new ArrayList<>();
  private int passed;

  @Test
  void allTestsPass() throws IOException {
    String folders = System.getProperty("rulebase");
    assumeTrue(folders != null, "SKIPPED: no rule base is given with -Drulebase=DIR");
    String shared = System.getProperty("rulebase.shared", "");
    if (Boolean.getBoolean("rulebase.apart")) {
      for (Path folder : withTests(Path.of(folders))) {
        run(folder + (shared.isEmpty() ? "" : "," + shared), folder);
      }
    } else {
      run(folders, Path.of(""));
    }
    System.out.println("rule base: " + passed + " passed, " + failed.size() + " failed");
    if (VERBOSE) {
      failed.forEach(System.out::println);
    }
    assertThat(failed).as("tests that fail").isEmpty();
    assertThat(passed).isPositive();
  }

  private static List<Path> withTests(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(f -> f.toString().endsWith("_test.rego"))
          .map(Path::getParent)
          .distinct()
          .sorted()
          .toList();
    }
  }

  /** Runs the tests below a folder of one program. */
  private void run(String folders, Path of) throws IOException {
    RegoVersion version = Boolean.getBoolean("rulebase.v0") ? RegoVersion.V0 : RegoVersion.V1;
    RegoCompiler compiler = new RegoCompiler().host(Host.NOTHING.withClock(Clock.systemUTC()));
    trivy().forEach(compiler::builtin);
    for (String folder : folders.split(",", -1)) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".rego")).sorted().toList()) {
          compiler.module(SourceFile.of(file.toString(), Files.readString(file)), version);
        }
      }
    }
    RegoProgram program = compiler.compile();
    List<Module> own =
        compiler.modules().stream()
            .filter(m -> m.span().source().name().startsWith(of.toString()))
            .toList();
    for (List<String> test : tests(own)) {
      String problem = problem(program, test);
      if (problem.isEmpty()) {
        passed++;
      } else {
        failed.add(String.join(".", test) + ": " + problem);
      }
    }
  }

  private static String problem(RegoProgram program, List<String> test) {
    try {
      Optional<RegoValue> value = program.evaluate(Optional.empty(), test);
      return value.filter(RuleBaseTest::holds).isPresent() ? "" : "found " + value;
    } catch (RegoEvaluationException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** True, or for a test with several named parts, all of them true. */
  private static boolean holds(RegoValue value) {
    return RegoBoolean.TRUE.equals(value)
        || (value instanceof RegoObject parts
            && parts.size() > 0
            && parts.toMap().values().stream().allMatch(RuleBaseTest::holds));
  }

  /** Of several definitions of one test, the first. */
  private static List<List<String>> tests(List<Module> modules) {
    return modules.stream()
        .flatMap(
            m ->
                m.rules().stream()
                    .map(r -> text(r.head().reference().head()))
                    .filter(name -> name.startsWith("test_"))
                    .map(name -> path(m, name)))
        .distinct()
        .toList();
  }

  private static List<String> path(Module module, String name) {
    List<String> path = new ArrayList<>();
    module.packageDeclaration().path().path().forEach(t -> path.add(text(t)));
    path.add(name);
    return path;
  }

  private static String text(Term term) {
    return term instanceof Scalar s && s.value() instanceof RegoString t
        ? t.value()
        : ((Var) term).name();
  }

  /** What trivy-checks expects of its host, as far as its tests look. */
  private static List<Builtin> trivy() {
    return List.of(
        Builtin.of(
            "result.new",
            "(message: string, cause: any) => (result: object[string: any])",
            "A finding.",
            (c, args) ->
                RegoObject.builder()
                    .put("msg", args[0])
                    .put("managed", RegoBoolean.of(isManaged(args[1])))
                    .build()),
        Builtin.of(
            "isManaged",
            "(resource: any) => (managed: boolean)",
            "Whether a resource belongs to the code at hand.",
            (c, args) -> RegoBoolean.of(isManaged(args[0]))),
        Builtin.of(
            "cidr.is_public",
            "(cidr: string) => (public: boolean)",
            "Whether a network reaches beyond private addresses.",
            (c, args) -> RegoBoolean.of(ANY.equals(args[0]) || isPublic(network(args[0])))),
        Builtin.of(
            "cidr.count_addresses",
            "(cidr: string) => (count: number)",
            "How many addresses a network has.",
            (c, args) ->
                ANY.equals(args[0])
                    ? RegoNumber.of(BigInteger.TWO.pow(64).subtract(BigInteger.ONE))
                    : count(network(args[0]))),
        Builtin.of(
            "squealer.scan_string",
            "(text: string) => (result: object[string: any])",
            "Looks for secrets.",
            (c, args) -> scanned(((RegoString) args[0]).value())),
        Builtin.of(
            "sh.parse_commands",
            "(command: string) => (commands: array[array[string]])",
            "The words of each command of a shell line.",
            (c, args) -> commands(((RegoString) args[0]).value())));
  }

  private static boolean isManaged(RegoValue resource) {
    return !(resource instanceof RegoObject object
        && (RegoBoolean.FALSE.equals(object.get("managed"))
            || (object.get("__defsec_metadata") instanceof RegoObject metadata
                && RegoBoolean.FALSE.equals(metadata.get("managed")))));
  }

  private record Network(InetAddress address, int prefix) {}

  private static Network network(RegoValue value) throws BuiltinException {
    String[] parts = ((RegoString) value).value().split("/", 2);
    try {
      InetAddress address = InetAddress.getByName(parts[0]);
      int bits = address.getAddress().length * 8;
      return new Network(address, parts.length == 2 ? Integer.parseInt(parts[1]) : bits);
    } catch (UnknownHostException e) {
      throw BuiltinException.of("not a network: " + value);
    }
  }

  private static boolean isPublic(Network network) {
    InetAddress a = network.address();
    return !(a.isSiteLocalAddress()
        || a.isLoopbackAddress()
        || a.isLinkLocalAddress()
        || a.isMulticastAddress()
        || (a.getAddress().length == 16 && (a.getAddress()[0] & 0xFE) == 0xFC));
  }

  private static RegoNumber count(Network network) {
    int bits = network.address().getAddress().length * 8;
    return RegoNumber.of(BigInteger.TWO.pow(bits - network.prefix()));
  }

  private static RegoObject scanned(String text) {
    boolean found = text.contains("AKIA") || text.contains("PASSWORD=");
    return RegoObject.builder()
        .put("transgressionFound", RegoBoolean.of(found))
        .put("description", RegoString.of(found ? "a secret" : ""))
        .build();
  }

  /** Splits at {@code &&}, {@code ||}, {@code ;} and {@code |}, then at blanks. */
  private static RegoArray commands(String line) {
    List<RegoValue> commands = new ArrayList<>();
    for (String command : line.split("&&|\\|\\||;|\\|", -1)) {
      List<RegoValue> words = new ArrayList<>();
      for (String word : command.strip().split("\\s+", -1)) {
        if (!word.isEmpty()) {
          words.add(RegoString.of(word));
        }
      }
      if (!words.isEmpty()) {
        commands.add(RegoArray.of(words));
      }
    }
    return RegoArray.of(commands);
  }
}
