package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.AstPrinter;
import dev.bylaw.rego.ast.Import;
import dev.bylaw.rego.ast.Module;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Refuses imports that hide each other, and those that nothing uses. */
final class ImportCheck {
  private ImportCheck() {}

  static void duplicates(Module module, Problems problems) {
    Map<String, Import> first = new HashMap<>();
    for (Import i : module.imports()) {
      Optional<Import> before = Globals.name(i).map(name -> first.putIfAbsent(name, i));
      before.ifPresent(
          b -> problems.compile(i.span(), "import must not shadow " + AstPrinter.print(b)));
    }
  }

  /** To be called when all names of the module are resolved. */
  static void unused(Module module, Globals globals, Problems problems) {
    for (Import i : module.imports()) {
      Globals.name(i)
          .filter(name -> !globals.isUsed(name))
          .ifPresent(name -> problems.compile(i.span(), AstPrinter.print(i) + " unused"));
    }
  }
}
