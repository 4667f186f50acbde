package dev.bylaw.rego.format;

import dev.bylaw.rego.ast.Comment;
import dev.bylaw.rego.ast.Module;
import dev.bylaw.rego.ast.RegoVersion;
import dev.bylaw.rego.parser.RegoSyntax;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Formats modules as {@code opa fmt} does. Stateless and thread-safe. */
public final class RegoFormat {
  private static final String CODE = "rego_format_error";
  private static final String LOST =
      "the comment has no place in the formatted text: put it in a line of its own before the"
          + " expression";

  private RegoFormat() {}

  /**
   * The module laid out anew, with a line break at its end.
   *
   * @throws InputException the source cannot be read as Rego of the style, or a comment in it has
   *     no place in the layout
   */
  public static String format(SourceFile source, RegoStyle style) {
    Module module = read(source, style.reads());
    String text = write(module, style);
    Module again = read(SourceFile.of(source.name(), text), style.writes());
    checkComments(module, again);
    return text;
  }

  private static Module read(SourceFile source, RegoVersion version) {
    RegoSyntax.Parsed<Module> parsed = RegoSyntax.parse(source, version);
    return parsed.tree().orElseThrow(() -> new InputException(parsed.diagnostics()));
  }

  private static String write(Module module, RegoStyle style) {
    Page page = new Page(new ArrayList<>(module.comments()));
    Exprs exprs = new Exprs(page, Words.connectives(module));
    page.reach(module.packageDeclaration().span().line());
    page.write("package ");
    exprs.terms().packagePath(module.packageDeclaration().path());
    page.endLine();
    page.blankLine();
    Words words = Words.of(module, style);
    Imports imports = new Imports(page);
    Rules rules = new Rules(page, exprs, words);
    boolean version = style == RegoStyle.V0_V1 && !Words.importsVersion(module);
    for (Passage passage : Passage.of(module, Words.kept(module, style))) {
      imports.write(passage.imports(), version);
      version = false;
      rules.write(passage.rules());
    }
    page.end();
    return page.toString().stripTrailing() + "\n";
  }

  /** OPA leaves out a comment that has to share the end of a line with another; we say so. */
  private static void checkComments(Module before, Module after) {
    Map<String, Integer> left = new HashMap<>();
    after.comments().forEach(c -> left.merge(c.text().strip(), 1, Integer::sum));
    List<Diagnostic> lost = new ArrayList<>();
    for (Comment c : before.comments()) {
      if (left.merge(c.text().strip(), -1, Integer::sum) < 0) {
        lost.add(Diagnostic.error(CODE, c.span(), LOST));
      }
    }
    if (!lost.isEmpty()) {
      throw new InputException(lost);
    }
  }
}
