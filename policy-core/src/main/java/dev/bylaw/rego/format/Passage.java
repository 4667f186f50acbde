package dev.bylaw.rego.format;

import dev.bylaw.rego.ast.Import;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.Rule;
import java.util.ArrayList;
import java.util.List;

/** Imports, and the rules between them and the imports that follow. */
record Passage(List<Import> imports, List<Rule> rules) {
  static List<Passage> of(Module module, List<Import> imports) {
    List<Passage> passages = new ArrayList<>();
    int nextRule = 0;
    int nextImport = 0;
    do {
      Passage passage = new Passage(new ArrayList<>(), new ArrayList<>());
      while (nextImport < imports.size() && isBefore(imports.get(nextImport), module, nextRule)) {
        passage.imports.add(imports.get(nextImport++));
      }
      while (nextRule < module.rules().size()
          && (nextImport == imports.size()
              || !isBefore(imports.get(nextImport), module, nextRule))) {
        passage.rules.add(module.rules().get(nextRule++));
      }
      passages.add(passage);
    } while (nextRule < module.rules().size() || nextImport < imports.size());
    return passages;
  }

  private static boolean isBefore(Import i, Module module, int rule) {
    return rule == module.rules().size()
        || i.span().start() < module.rules().get(rule).span().start();
  }
}
