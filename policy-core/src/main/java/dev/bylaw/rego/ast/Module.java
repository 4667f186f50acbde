package dev.bylaw.rego.ast;

import dev.bylaw.source.Span;
import java.util.List;

/**
 * One Rego file.
 *
 * @param rules in the order of the text; a rule with several bodies stands here once per body
 * @param annotations those of scope package and subpackages; those of rules are with the rules
 */
public record Module(
    Span span,
    RegoVersion version,
    PackageDeclaration packageDeclaration,
    List<Import> imports,
    List<Rule> rules,
    List<Annotations> annotations,
    List<Comment> comments)
    implements Node {
  public Module {
    imports = List.copyOf(imports);
    rules = List.copyOf(rules);
    annotations = List.copyOf(annotations);
    comments = List.copyOf(comments);
  }
}
