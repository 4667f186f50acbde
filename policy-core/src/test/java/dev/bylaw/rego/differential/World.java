package dev.bylaw.rego.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What one rule may refer to: rules before it, packages before it, documents. That there is no way
 * back to the rule itself keeps programs free of recursion.
 *
 * @param packagePath of the rule
 * @param symbols earlier rules
 * @param packages whose rules are all earlier ones
 * @param imported paths that the module has a short name for
 * @param words keywords that the module imports
 */
record World(
    String packagePath,
    List<Symbol> symbols,
    List<String> packages,
    List<String> imported,
    Set<String> words) {
  World {
    symbols = List.copyOf(symbols);
    packages = List.copyOf(packages);
    imported = List.copyOf(imported);
    words = Set.copyOf(words);
  }

  /** Without rules and packages, for queries. */
  static World of(List<Symbol> symbols, List<String> packages) {
    return new World("", symbols, packages, List.of(), Set.of());
  }

  /** As text of this package. */
  String reference(Symbol symbol, Choice choice) {
    if (symbol.packagePath().equals(packagePath) && choice.percent(70)) {
      return symbol.name();
    }
    String of = "data." + symbol.packagePath();
    if (imported.contains(symbol.path()) && choice.percent(80)) {
      return alias(symbol.path());
    } else if (imported.contains(of) && choice.percent(80)) {
      return alias(of) + "." + symbol.name();
    }
    return symbol.path();
  }

  /** The short name of an imported path. */
  static String alias(String path) {
    return "i_" + path.substring(path.indexOf('.') + 1).replace('.', '_');
  }

  /** Places of documents. */
  List<Scope.Known> documents() {
    List<Scope.Known> out = new ArrayList<>();
    for (Scope.Known field : Literals.FIELDS) {
      out.add(new Scope.Known("input." + field.text(), field.kind()));
      out.add(new Scope.Known("data.d." + field.text(), field.kind()));
      if (imported.contains("input." + field.text())) {
        out.add(new Scope.Known(alias("input." + field.text()), field.kind()));
      }
    }
    return out;
  }
}
