package dev.bylaw.rego.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A generated program with what it is run on.
 *
 * @param modules their rules can be left out
 * @param data an object in JSON
 * @param input JSON; nothing stands for undefined
 * @param query a body, or a path below {@code data}
 * @param strict whether an error of a built-in ends the evaluation
 */
record Program(List<Module> modules, Piece data, List<Piece> input, Piece query, boolean strict) {
  Program {
    modules = List.copyOf(modules);
    input = List.copyOf(input);
  }

  /** A module, as a header and rules with an empty line between them. */
  record Module(Piece header, List<Piece> rules) {
    Module {
      rules = List.copyOf(rules);
    }

    @Override
    public String toString() {
      StringBuilder out = new StringBuilder(header.toString());
      rules.forEach(rule -> out.append("\n\n").append(rule));
      return out.append('\n').toString();
    }

    /** Without the rule that a line belongs to; without the first one for lines before. */
    Module without(int line) {
      List<Piece> rest = new ArrayList<>(rules);
      if (!rest.isEmpty()) {
        rest.remove(Math.max(0, at(line)));
      }
      return new Module(header, rest);
    }

    /**
     * With a line of a body behind its other lines, and each of those in front in turn; for the
     * line of a head, the latter alone.
     */
    Stream<Module> ordersWithLast(int line) {
      if (at(line) < 0) {
        return Stream.empty();
      }
      List<String> lines = new ArrayList<>(rules.get(at(line)).toString().lines().toList());
      int last = line - startOfRule(line);
      boolean head = !lines.get(last).startsWith("  ");
      int first = head ? last + 1 : last;
      while (first > 1 && lines.get(first - 1).startsWith("  ")) {
        first--;
      }
      int end = first;
      while (end < lines.size() && lines.get(end).startsWith("  ")) {
        end++;
      }
      if (!head) {
        lines.add(end - 1, lines.remove(last));
      }
      int start = first;
      return IntStream.range(first, Math.max(first + 1, head ? end : end - 1))
          .filter(i -> i < lines.size())
          .mapToObj(
              i -> {
                List<String> ordered = new ArrayList<>(lines);
                ordered.add(start, ordered.remove(i));
                List<Piece> changed = new ArrayList<>(rules);
                changed.set(at(line), Piece.of(String.join("\n", ordered)));
                return new Module(header, changed);
              });
    }

    /** The first line of the rule that a line belongs to. */
    int startOfRule(int line) {
      return at(line) < 0 ? 0 : start(at(line));
    }

    private int at(int line) {
      int rule = -1;
      while (rule + 1 < rules.size() && start(rule + 1) <= line) {
        rule++;
      }
      return rule;
    }

    private int start(int rule) {
      int line = lines(header) + 2;
      for (Piece before : rules.subList(0, rule)) {
        line += lines(before) + 1;
      }
      return line;
    }

    private static int lines(Piece piece) {
      return (int) piece.toString().lines().count();
    }

    /** Of the rules, functions excepted. */
    List<String> paths() {
      String path = "data." + header.toString().lines().findFirst().orElseThrow().substring(8);
      return rules.stream()
          .map(r -> r.toString().replaceFirst("^default ", ""))
          .filter(r -> !r.matches("(?s)[a-z0-9]+\\(.*"))
          .map(r -> path + "." + r.split("[^a-z0-9]", 2)[0])
          .toList();
    }
  }

  /** Whether the query is a path below {@code data}. */
  boolean isPath() {
    return query.toString().matches("data[a-z0-9_.]*");
  }

  /** Of a module, or of the query; line 0 is all of a module. */
  String line(int module, int line) {
    if (module < 0 || line == 0) {
      return module < 0 ? query.toString() : modules.get(module).toString();
    }
    return modules.get(module).toString().lines().skip(line - 1).findFirst().orElse("");
  }

  List<String> texts() {
    return modules.stream().map(Module::toString).toList();
  }

  Program withModule(int at, Module module) {
    List<Module> all = new ArrayList<>(modules);
    all.set(at, module);
    return new Program(all, data, input, query, strict);
  }

  /** With the first modules only. */
  Program upTo(int count) {
    return new Program(modules.subList(0, count), data, input, query, strict);
  }

  Program withQuery(Piece other) {
    return new Program(modules, data, input, other, strict);
  }

  /** The same, but errors of built-ins end no evaluation. */
  Program lenient() {
    return new Program(modules, data, input, query, false);
  }

  /** All programs that are one step simpler. */
  Stream<Program> smaller() {
    Stream<Program> fewer =
        modules.size() < 2
            ? Stream.empty()
            : Stream.iterate(0, i -> i + 1)
                .limit(modules.size())
                .map(
                    i -> {
                      List<Module> rest = new ArrayList<>(modules);
                      rest.remove((int) i);
                      return new Program(rest, data, input, query, strict);
                    });
    Stream<Program> inside =
        Stream.iterate(0, i -> i + 1)
            .limit(modules.size())
            .flatMap(i -> smaller(modules.get(i)).map(m -> withModule(i, m)));
    Stream<Program> queries = query.smaller().map(this::withQuery);
    Stream<Program> documents =
        Stream.concat(
            data.smaller().map(d -> new Program(modules, d, input, query, strict)),
            input.stream()
                .flatMap(Piece::smaller)
                .map(i -> new Program(modules, data, List.of(i), query, strict)));
    return Stream.of(fewer, inside, queries, documents).flatMap(s -> s);
  }

  private static Stream<Module> smaller(Module module) {
    Stream<Module> headers = module.header.smaller().map(h -> new Module(h, module.rules));
    Piece rules = Piece.several("\n\n", 0, module.rules);
    return Stream.concat(
        rules.smaller().map(r -> new Module(module.header, ((Piece.Several) r).parts())), headers);
  }
}
