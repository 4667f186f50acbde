package dev.bylaw.rego.differential;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Generates programs, one per seed. */
final class Programs {
  private static final List<List<String>> PACKAGES =
      List.of(
          List.of("p"),
          List.of("p"),
          List.of("p"),
          List.of("p.q"),
          List.of("p", "t"),
          List.of("p.q", "p"),
          List.of("p.q", "t", "p.r"));

  private final Choice choice;
  private final List<Symbol> symbols = new ArrayList<>();
  private final List<String> finished = new ArrayList<>();

  private Programs(long seed) {
    this.choice = new Choice(seed * 0x9E3779B97F4A7C15L);
  }

  static Program of(long seed) {
    return new Programs(seed).program();
  }

  private Program program() {
    List<String> packages = choice.of(PACKAGES);
    List<Program.Module> modules = new ArrayList<>();
    for (String path : packages) {
      modules.addAll(modules(path));
      boolean below =
          packages.stream().anyMatch(p -> p.startsWith(path + ".") && !finished.contains(p));
      if (!below) {
        finished.add(path);
      }
    }
    Literals literals = new Literals(choice);
    List<Piece> documents = new ArrayList<>();
    documents.add(Piece.of("\"d\": ", literals.document()));
    if (choice.percent(25)) {
      documents.add(Piece.of("\"p\": {\"base\": ", literals.document(), ", \"z\": [1, 2]}"));
    }
    Piece query = query(packages);
    return new Program(
        modules,
        Piece.of("{", Piece.several(", ", 0, documents), "}"),
        choice.percent(94) ? List.of(literals.document()) : List.of(),
        query,
        query.toString().startsWith("data") && choice.percent(15));
  }

  private List<Program.Module> modules(String path) {
    List<String> imported = new ArrayList<>();
    for (Symbol symbol : symbols) {
      if (!symbol.packagePath().equals(path) && choice.percent(20)) {
        imported.add(symbol.path());
      }
    }
    finished.stream().filter(p -> choice.percent(30)).forEach(p -> imported.add("data." + p));
    if (choice.percent(15)) {
      imported.add("input." + new Literals(choice).field());
    }
    Set<String> words = new HashSet<>();
    if (choice.percent(12)) {
      words.addAll(List.of("and", "or"));
    }
    if (choice.percent(12)) {
      words.add("not");
    }
    List<List<Piece>> files = new ArrayList<>();
    for (int i = choice.percent(12) ? 2 : 1; i > 0; i--) {
      files.add(new ArrayList<>());
    }
    int count = choice.between(2, 4);
    for (int i = 0; i < count; i++) {
      World world = new World(path, symbols, finished, imported, words);
      Rules.Defined rule = new Rules(choice, world).one("r" + symbols.size());
      symbols.add(rule.symbol());
      // files are loaded one by one, so the first must not need names of the second
      int home = i < (count + 1) / 2 ? 0 : files.size() - 1;
      files.get(home).add(rule.definitions().get(0));
      rule.definitions().stream()
          .skip(1)
          .forEach(d -> files.get(choice.between(home, files.size() - 1)).add(d));
    }
    Piece header = header(path, imported, words);
    return files.stream().map(rules -> new Program.Module(header, choice.shuffled(rules))).toList();
  }

  private static Piece header(String path, List<String> imported, Set<String> words) {
    List<Piece> imports = new ArrayList<>();
    words.stream().sorted().forEach(w -> imports.add(Piece.of("\nimport future.keywords." + w)));
    imported.forEach(i -> imports.add(Piece.of("\nimport " + i + " as " + World.alias(i))));
    return Piece.of("package " + path, Piece.several("", 0, imports));
  }

  private Piece query(List<String> packages) {
    if (choice.percent(20)) {
      Bodies bodies = new Bodies(choice, World.of(symbols, packages));
      return bodies.open(Scope.empty(), 2, 1).inline();
    }
    return Piece.of(choice.percent(15) ? "data" : "data." + choice.of(packages));
  }
}
