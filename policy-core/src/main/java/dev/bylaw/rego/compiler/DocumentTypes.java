package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Ref;
import dev.bylaw.rego.types.Type;
import java.util.List;

/** What is known of {@code input} and of data that no rule defines: schemas. */
final class DocumentTypes {
  private final RuleTree tree;
  private final RuleTypes rules;
  private final Readers readers;
  private SchemaEnv schemas = new SchemaEnv();

  DocumentTypes(RuleTree tree, RuleTypes rules, RuleGraph graph) {
    this.tree = tree;
    this.rules = rules;
    this.readers = graph.readers();
  }

  RuleTree tree() {
    return tree;
  }

  RuleTypes rules() {
    return rules;
  }

  /** Sets the schemas of the rule that is checked now. */
  void schemas(SchemaEnv ofRule) {
    this.schemas = ofRule;
  }

  /** The type of {@code input}, or of base documents, as the schemas of the rule have it. */
  Type base(String root) {
    return schemas.type(root);
  }

  /** Whether rules see the difference when something is replaced. */
  boolean depends(RuleTree.Node rule, List<String> replaced) {
    Readers.Found found = readers.of(replaced);
    return found.document().contains(rule) || found.readers().contains(rule);
  }

  /** What reads a document. */
  Readers.Found readers(List<String> replaced) {
    return readers.of(replaced);
  }

  /** The definitions of the function that a reference names. */
  List<CompiledRule> function(Ref reference) {
    return tree.function(reference);
  }
}
