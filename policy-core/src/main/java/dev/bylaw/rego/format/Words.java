package dev.bylaw.rego.format;

import dev.bylaw.rego.ast.AstPrinter;
import dev.bylaw.rego.ast.Import;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.ast.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a module is written with.
 *
 * @param v1 all that version 1 asks for
 * @param ifs {@code if} before bodies
 * @param contains {@code contains} before the elements of sets
 * @param references names of rules of more than two steps are in use; without them names of two
 *     steps have brackets
 */
record Words(boolean v1, boolean ifs, boolean contains, boolean references) {
  private static final Set<String> COVERED = Set.of(".contains", ".every", ".if", ".in");

  static Words of(Module module, RegoStyle style) {
    boolean v1 = style.writes() == RegoVersion.V1 || module.version() == RegoVersion.V1;
    return new Words(
        v1,
        v1 || imports(module, "if"),
        v1 || imports(module, "contains"),
        module.rules().stream().anyMatch(Words::isLong));
  }

  /** Words that are keywords here and names elsewhere. */
  static Set<String> connectives(Module module) {
    return Stream.of("and", "or").filter(w -> imports(module, w)).collect(Collectors.toSet());
  }

  /** The imports that are written: {@code rego.v1} stands for most of {@code future.keywords}. */
  static List<Import> kept(Module module, RegoStyle style) {
    boolean both = style == RegoStyle.V0_V1 || importsVersion(module);
    return module.imports().stream().filter(i -> !both || !isCovered(i)).toList();
  }

  static boolean importsVersion(Module module) {
    return module.imports().stream().anyMatch(i -> AstPrinter.print(i.path()).equals("rego.v1"));
  }

  private static boolean isCovered(Import i) {
    String path = i.path().span().text();
    return path.equals("future.keywords")
        || COVERED.stream().anyMatch(w -> path.endsWith(w) && path.startsWith("future."));
  }

  private static boolean isLong(Rule rule) {
    int steps = rule.head().reference().path().size() + 1;
    return steps > 2 || (steps == 2 && rule.head().key().isPresent());
  }

  private static boolean imports(Module module, String word) {
    return module.imports().stream()
        .map(i -> AstPrinter.print(i.path()))
        .anyMatch(
            p ->
                p.equals("future.keywords")
                    || p.equals("future.keywords." + word)
                    || p.equals("future.keywords[\"" + word + "\"]"));
  }
}
