package dev.bylaw.rego.parser;

import dev.bylaw.rego.ast.Annotations;
import dev.bylaw.rego.ast.Comment;
import dev.bylaw.rego.value.RegoBoolean;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Reads {@code # METADATA} blocks and attaches them to the statement behind them. */
final class MetadataReader {
  private static final Set<String> OF_RULES = Set.of("rule", "document");
  private static final Set<String> OF_PACKAGES = Set.of("package", "subpackages");

  private final List<Diagnostic> diagnostics;
  private final Deque<CommentBlock> blocks;

  MetadataReader(SourceFile source, List<Comment> comments, List<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
    this.blocks = new ArrayDeque<>(CommentBlock.in(source, comments));
  }

  /**
   * The blocks that start before a statement and were not asked for yet.
   *
   * @param kind {@code rule}, {@code package} or {@code import}
   */
  List<Annotations> before(int offset, String kind) {
    List<Annotations> out = new ArrayList<>();
    while (!blocks.isEmpty() && blocks.element().start().span().start() < offset) {
      read(blocks.remove(), kind, out);
    }
    return out;
  }

  /** Refuses the blocks that nothing follows. */
  void end() {
    before(Integer.MAX_VALUE, "");
  }

  private void problem(CommentBlock block, String message) {
    diagnostics.add(Diagnostic.error(SyntaxErrors.CODE, block.start().span(), message));
  }

  private void read(CommentBlock block, String kind, List<Annotations> out) {
    if (block.yaml().isBlank()) {
      problem(block, "expected METADATA block, found whitespace");
      return;
    }
    try {
      MetadataYaml yaml = new MetadataYaml(block);
      RegoObject values = new MetadataFields(yaml).values();
      String scope = scope(values, kind);
      String wrong = wrongScope(scope, values, kind);
      if (wrong.isEmpty()) {
        out.add(
            new Annotations(
                block.span(), scope, values.without(RegoString.of("scope")), yaml.places()));
      } else {
        problem(block, wrong);
      }
    } catch (MetadataException e) {
      diagnostics.add(Diagnostic.error(SyntaxErrors.CODE, e.span(), e.message()));
    }
  }

  private static String scope(RegoObject values, String kind) {
    if (values.get("scope") instanceof RegoString s) {
      return s.value();
    }
    boolean entry = RegoBoolean.TRUE.equals(values.get("entrypoint"));
    return entry && kind.equals("rule") ? "document" : kind;
  }

  private static String wrongScope(String scope, RegoObject values, String kind) {
    boolean ofRule = OF_RULES.contains(scope);
    if (!ofRule && !OF_PACKAGES.contains(scope)) {
      return "invalid annotation scope '"
          + scope
          + "'. Use one of 'rule', 'document', 'package', or 'subpackages'";
    }
    String wanted = ofRule ? "rule" : "package";
    if (!wanted.equals(kind)) {
      String found = kind.isEmpty() ? "" : " (have " + kind + ")";
      return "annotation scope '" + scope + "' must be applied to " + wanted + found;
    }
    boolean entry = RegoBoolean.TRUE.equals(values.get("entrypoint"));
    return entry && scope.equals("rule")
        ? "annotation entrypoint applied to non-document or package scope 'rule'"
        : "";
  }
}
