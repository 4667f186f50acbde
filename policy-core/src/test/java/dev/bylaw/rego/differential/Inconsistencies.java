package dev.bylaw.rego.differential;

import dev.bylaw.rego.ast.ObjectTerm;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.SetTerm;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Differences where OPA does not agree with itself: asked the same question in another way, it
 * answers as this engine does, which answers the same both times. Not thread-safe.
 */
final class Inconsistencies {
  /** So many programs are tried for one difference. */
  private static final int ORDERS = 400;

  /** Names of variables that all have numbers of as many digits from then on. */
  private static final int NAMES = 1_000;

  private final OpaServer opa;
  private final OwnEngine own;

  Inconsistencies(OpaServer opa, OwnEngine own) {
    this.opa = opa;
    this.own = own;
  }

  /** Why the difference is one of these, if it is. */
  Optional<String> of(Difference found) {
    if (isOfLeftOut(found)) {
      return Optional.of("an expression that OPA leaves out");
    } else if (isOfDeclaredAgain(found)) {
      return Optional.of(Tolerance.REPLACED.toString());
    } else if (isOfNames(found)) {
      return Optional.of("the digits in names that OPA generates");
    } else if (isOfDefinitions(found)) {
      return Optional.of("types that the order of definitions decides");
    } else if (found.opa() instanceof Outcome.Refusal || found.own() instanceof Outcome.Refusal) {
      return Optional.empty();
    } else if (isOfPackage(found)) {
      return Optional.of("a rule that OPA answers otherwise beside others");
    } else if (isOfOrder(found)) {
      return Optional.of("an answer of OPA that the order of a body decides");
    }
    return isOfWrittenCollections(found)
        ? Optional.of("the order of a set or object that is written with variables")
        : Optional.empty();
  }

  /**
   * OPA leaves out an expression in which something is looked up by a closure over variables of the
   * body; with the closure in a variable of its own, it does not.
   */
  private boolean isOfLeftOut(Difference found) {
    return isSettledBy(changed(found.program(), LookedUpClosures::kept), found);
  }

  /**
   * OPA declares a variable again in what {@code with} puts in place for {@code some}, and takes it
   * for one without a type; with that in a variable of its own, it does not.
   */
  private boolean isOfDeclaredAgain(Difference found) {
    return isSettledBy(changed(found.program(), ModifiedSome::kept), found);
  }

  private static Program changed(Program program, UnaryOperator<String> change) {
    Program changed = program;
    for (int i = 0; i < program.modules().size(); i++) {
      Piece text = Piece.of(change.apply(program.texts().get(i)));
      changed = changed.withModule(i, new Program.Module(text, List.of()));
    }
    return changed;
  }

  /**
   * OPA numbers variables, and sorts by their names, {@code __local10__} before {@code __local9__};
   * so rules that have nothing to do with each other decide which key of an object has the last
   * word. With a function of many arguments in front, all numbers have as many digits.
   */
  private boolean isOfNames(Difference found) {
    Program.Module module = found.program().modules().get(0);
    Stream<String> names = IntStream.range(0, NAMES).mapToObj(i -> "n" + i);
    List<Piece> rules = new ArrayList<>(module.rules());
    rules.add(0, Piece.of("many_names(" + names.collect(Collectors.joining(", ")) + ") := 1"));
    Program.Module named = new Program.Module(module.header(), rules);
    return isSameThen(found.program(), found.program().withModule(0, named));
  }

  /**
   * With a name below variable keys, {@code r[x][y]} and {@code r.b[y]}, what OPA adds to the type
   * of one definition it may add to that of another one and of what is set to it, if they are in
   * one order and not in another.
   */
  private boolean isOfDefinitions(Difference found) {
    return isOfTypes(found.opa()) != isOfTypes(found.own())
        && IntStream.range(0, found.program().modules().size())
            .boxed()
            .flatMap(i -> definitionsMoved(found.program(), i))
            .anyMatch(moved -> isSameThen(found.program(), moved));
  }

  private static boolean isOfTypes(Outcome outcome) {
    return outcome instanceof Outcome.Refusal r && r.only("rego_type_error");
  }

  /** With one definition behind all others, of those that have variable keys and names. */
  private static Stream<Program> definitionsMoved(Program program, int at) {
    Program.Module module = program.modules().get(at);
    return IntStream.range(0, module.rules().size())
        .filter(i -> isBesideVariables(module, i))
        .mapToObj(
            i -> {
              List<Piece> rules = new ArrayList<>(module.rules());
              rules.add(rules.remove(i));
              return program.withModule(at, new Program.Module(module.header(), rules));
            });
  }

  private static boolean isBesideVariables(Program.Module module, int rule) {
    String text = module.rules().get(rule).toString();
    Matcher name = Pattern.compile("([a-z0-9]+)(\\.|\\[\")").matcher(text);
    return name.lookingAt()
        && module.rules().stream()
            .anyMatch(r -> r.toString().matches("(?s)" + name.group(1) + "\\[[^\"].*"));
  }

  /** Whether both engines say about a program what this one says about another one. */
  private boolean isSameThen(Program program, Program other) {
    Outcome actual = own.run(other);
    List<String> names = actual instanceof Outcome.Answer a ? a.names() : List.of();
    return Difference.between(program, own.run(program), actual).isEmpty()
        && Difference.between(other, opa.run(other, names), actual)
            .filter(d -> Tolerance.of(d).isEmpty())
            .isEmpty();
  }

  /** What {@code with} makes of a base document can get into the document of OPA. */
  private boolean isOfPackage(Difference found) {
    if (!found.program().isPath() || !(found.opa() instanceof Outcome.Answer all)) {
      return false;
    }
    String query = found.program().query().toString();
    boolean other = false;
    for (Program.Module module : found.program().modules()) {
      for (String path : module.paths()) {
        if (path.startsWith(query + ".")) {
          Program one = found.program().withQuery(Piece.of(path));
          Outcome alone = opa.run(one, List.of());
          if (Difference.between(one, alone, own.run(one)).isPresent()) {
            return false;
          }
          Outcome part = part(all, path.substring(query.length() + 1).split("\\."));
          other |= Difference.between(one, alone, part).isPresent();
        }
      }
    }
    return other;
  }

  private static Outcome part(Outcome.Answer all, String[] path) {
    try {
      RegoValue value = all.json().isEmpty() ? RegoObject.EMPTY : RegoJson.parse(all.json());
      for (String name : path) {
        value = value instanceof RegoObject o ? o.get(name) : null;
      }
      return new Outcome.Answer(value == null ? "" : RegoJson.write(value));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * OPA goes through a set or object that is written with variables in the order of their names,
   * and through any other in that of its values.
   */
  private boolean isOfWrittenCollections(Difference found) {
    Program program = found.program();
    for (int i = 0; i < program.modules().size(); i++) {
      Piece text = Piece.of(computed(program.texts().get(i)));
      program = program.withModule(i, new Program.Module(text, List.of()));
    }
    return isSettledBy(program, found);
  }

  /**
   * OPA may look into a variable before it has a value. Its errors depend on the order of a body,
   * its answers should not.
   */
  private boolean isOfOrder(Difference found) {
    return found.own() instanceof Outcome.Answer
        && found.opa() instanceof Outcome.Answer
        && orders(found.program()).limit(ORDERS).anyMatch(p -> isSettledBy(p, found));
  }

  private static Stream<Program> orders(Program program) {
    return IntStream.range(0, program.modules().size())
        .boxed()
        .flatMap(
            i -> {
              Program.Module module = program.modules().get(i);
              return IntStream.rangeClosed(1, (int) module.toString().lines().count())
                  .filter(line -> program.line(i, line).startsWith("  "))
                  .boxed()
                  .flatMap(module::ordersWithLast)
                  .map(m -> program.withModule(i, m));
            });
  }

  /** Whether both engines say about another program what this one says about that of the find. */
  private boolean isSettledBy(Program program, Difference found) {
    List<String> names = found.own() instanceof Outcome.Answer a ? a.names() : List.of();
    return !program.texts().equals(found.program().texts())
        && agrees(found, own.run(program))
        && agrees(found, opa.run(program, names));
  }

  private static boolean agrees(Difference found, Outcome outcome) {
    return Difference.between(found.program(), outcome, found.own()).isEmpty();
  }

  /** With calls that give the same sets and objects around those that are not constant. */
  private static String computed(String text) {
    String[] before = new String[text.length() + 1];
    String[] behind = new String[text.length() + 1];
    Arrays.fill(before, "");
    Arrays.fill(behind, "");
    Nodes.visit(
        Nodes.of(text),
        node -> {
          boolean set = node instanceof SetTerm s && !isConstant(s.elements().stream());
          boolean object =
              node instanceof ObjectTerm o
                  && !isConstant(o.entries().stream().map(ObjectTerm.Entry::key));
          if (set || object) {
            before[node.span().start()] += set ? "union({" : "object.union(";
            behind[node.span().end()] = (set ? "})" : ", {})") + behind[node.span().end()];
          }
        });
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      out.append(behind[i]).append(before[i]).append(text.charAt(i));
    }
    return out.toString().stripTrailing();
  }

  private static boolean isConstant(Stream<Term> terms) {
    return terms.allMatch(Scalar.class::isInstance);
  }
}
