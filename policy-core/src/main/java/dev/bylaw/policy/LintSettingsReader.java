package dev.bylaw.policy;

import dev.bylaw.rego.lint.Lint;
import dev.bylaw.rego.lint.LintLevel;
import dev.bylaw.rego.lint.LintRule;
import dev.bylaw.rego.lint.LintSettings;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.InputException;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceReader;
import dev.bylaw.subject.DocumentReader;
import dev.bylaw.subject.Located;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code .bylaw-lint.yaml}. */
final class LintSettingsReader {
  private static final String FILE = ".bylaw-lint.yaml";
  private static final String CODE = "lint_settings_error";
  private static final List<String> RULES = Lint.rules().stream().map(LintRule::id).toList();

  private final List<Diagnostic> problems = new ArrayList<>();
  private final Fields fields = new Fields(problems);

  private LintSettingsReader() {}

  /**
   * The settings of a folder.
   *
   * @throws InputException with all that is wrong with them
   */
  static LintSettings read(Path root) {
    Path file = root.resolve(FILE);
    if (!Files.exists(file)) {
      return LintSettings.DEFAULT;
    }
    LintSettingsReader reader = new LintSettingsReader();
    SourceReader.Result read = SourceReader.read(root, file, Limits.DEFAULT);
    read.problem().ifPresent(reader.problems::add);
    LintSettings settings = read.source().map(reader::settings).orElse(LintSettings.DEFAULT);
    if (!reader.problems.isEmpty()) {
      throw new InputException(reader.problems);
    }
    return settings;
  }

  private LintSettings settings(SourceFile source) {
    Optional<Located> document = document(source);
    if (document.isEmpty() || !(document.get() instanceof Located.Object object)) {
      document.ifPresent(
          d ->
              fields.problem(
                  CODE, d.span(), "found " + d.value().typeName() + ", expected a mapping"));
      return LintSettings.DEFAULT;
    }
    fields.only(object, CODE, List.of("rules", "except", "lineLength"), List.of());
    return new LintSettings(
        fields.mapping(object, "rules", CODE).map(this::levels).orElse(Map.of()),
        fields.get(object, "except").map(e -> fields.elements(e, CODE)).orElse(List.of()).stream()
            .flatMap(e -> exempt(e).stream())
            .toList(),
        fields
            .get(object, "lineLength")
            .flatMap(this::length)
            .orElse(LintSettings.DEFAULT.lineLength()));
  }

  private Optional<Located> document(SourceFile source) {
    DocumentReader.Result read = DocumentReader.read(source);
    fields.addAll(read.diagnostics());
    return read.documents().stream().findFirst();
  }

  private Map<String, LintLevel> levels(Located.Object object) {
    fields.only(object, CODE, RULES, List.of());
    Map<String, LintLevel> levels = new HashMap<>();
    object
        .entries()
        .forEach(
            (rule, entry) ->
                fields
                    .word(entry.value(), LintLevel.class, "the level", CODE)
                    .ifPresent(level -> levels.put(rule, level)));
    return levels;
  }

  private Optional<LintSettings.Exempt> exempt(Located element) {
    if (!(element instanceof Located.Object object)) {
      fields.problem(
          CODE,
          element.span(),
          "found " + element.value().typeName() + ", expected rules, files and reason");
      return Optional.empty();
    }
    fields.only(object, CODE, List.of("rules", "files", "reason"), List.of());
    for (String field : List.of("rules", "files", "reason")) {
      if (fields.get(object, field).isEmpty()) {
        fields.problem(CODE, Fields.start(object), "expected the field " + field);
      }
    }
    fields.text(object, "reason", CODE);
    return Optional.of(
        new LintSettings.Exempt(rules(object), files(object)::contains, object.span()));
  }

  private Set<String> rules(Located.Object object) {
    Set<String> rules = new HashSet<>();
    fields
        .get(object, "rules")
        .ifPresent(
            list -> {
              for (String rule : fields.texts(list, "a list of rules", CODE)) {
                if (!RULES.contains(rule)) {
                  fields.problem(CODE, list.span(), "there is no rule " + rule);
                }
                rules.add(rule);
              }
            });
    return rules;
  }

  private Patterns files(Located.Object object) {
    List<Glob> globs = new ArrayList<>();
    fields
        .get(object, "files")
        .ifPresent(
            list ->
                fields
                    .texts(list, "a list of patterns", CODE)
                    .forEach(t -> fields.glob(t, list.span(), CODE).ifPresent(globs::add)));
    return new Patterns(globs);
  }

  private record Patterns(List<Glob> globs) {
    boolean contains(String name) {
      return globs.stream().anyMatch(g -> g.matches(name));
    }
  }

  private Optional<Integer> length(Located value) {
    if (value.value() instanceof RegoNumber n && n.isLong() && n.longValue() > 0) {
      return Optional.of((int) Math.min(Integer.MAX_VALUE, n.longValue()));
    }
    fields.problem(
        CODE, value.span(), "found " + value.span().text() + ", expected a number of characters");
    return Optional.empty();
  }
}
