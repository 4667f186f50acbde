package dev.bylaw.rego.format;

import dev.bylaw.rego.ast.Import;
import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import dev.bylaw.rego.ast.Var;
import dev.bylaw.rego.value.RegoString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Writes imports: those between two empty lines in the order of their names. */
final class Imports {
  private static final Line VERSION = new Line(List.of("rego", "v1"), "", "rego.v1");

  private final Page page;

  Imports(Page page) {
    this.page = page;
  }

  /**
   * @param names of the path
   * @param rest the alias, which comes second in the order
   * @param text all behind {@code import}
   */
  private record Line(List<String> names, String rest, String text) {
    private static final Comparator<Line> ORDER =
        Comparator.comparing(Line::names, Imports::compare).thenComparing(Line::rest);
  }

  /**
   * @param version whether {@code import rego.v1} is to be added
   */
  void write(List<Import> imports, boolean version) {
    List<List<Import>> groups = groups(imports);
    if (version && groups.isEmpty()) {
      groups.add(List.of());
    }
    boolean add = version;
    for (List<Import> group : groups) {
      List<Line> lines = new ArrayList<>(add ? List.of(VERSION) : List.of());
      add = false;
      group.forEach(i -> lines.add(line(i)));
      group.stream().findFirst().ifPresent(i -> page.reach(i.span().line()));
      lines.sort(Line.ORDER);
      for (Line line : lines) {
        page.write("import " + line.text);
        page.endLine();
      }
      page.blankLine();
    }
  }

  /** With the comment behind it. */
  private Line line(Import i) {
    String alias = i.alias().map(a -> " as " + a).orElse("");
    String comment = page.take(i.span().line()).map(c -> " " + c).orElse("");
    return new Line(names(i.path()), alias, text(i.path()) + alias + comment);
  }

  private static String text(Ref path) {
    StringBuilder text = new StringBuilder(path.head() instanceof Var v ? v.name() : "");
    for (Term t : path.path()) {
      if (t instanceof Scalar s && s.value() instanceof RegoString name) {
        text.append(Terms.step(s, name, Set.of()));
      }
    }
    return text.toString();
  }

  private static List<List<Import>> groups(List<Import> imports) {
    List<List<Import>> groups = new ArrayList<>();
    int before = -1;
    for (Import i : imports) {
      int line = i.span().line();
      if (before < 0 || line > before + 1) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(i);
      before = line;
    }
    return groups;
  }

  private static List<String> names(Ref path) {
    List<String> names = new ArrayList<>();
    names.add(path.head() instanceof Var v ? v.name() : "");
    for (Term t : path.path()) {
      names.add(t instanceof Scalar s && s.value() instanceof RegoString n ? n.value() : "");
    }
    return names;
  }

  private static int compare(List<String> a, List<String> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }
}
