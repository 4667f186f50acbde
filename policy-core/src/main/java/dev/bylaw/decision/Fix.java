package dev.bylaw.decision;

import dev.bylaw.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Edits that mend a finding, of one file or of several.
 *
 * @param edits by file and place; none touches what another one changes
 */
public record Fix(List<Edit> edits) {
  public Fix {
    edits = edits.stream().distinct().sorted(Edit.BY_PLACE).toList();
  }

  /** Empty where there is nothing to do, or where an edit touches what another one changes. */
  static Optional<Fix> of(List<Edit> edits) {
    Fix fix = new Fix(edits);
    for (int i = 1; i < fix.edits.size(); i++) {
      Edit before = fix.edits.get(i - 1);
      Edit edit = fix.edits.get(i);
      if (before.span().source() == edit.span().source()
          && before.span().end() > edit.span().start()) {
        return Optional.empty();
      }
    }
    return Optional.of(fix).filter(f -> !f.edits.isEmpty());
  }

  /** The texts as they would be, by the names of their sources. */
  Map<String, String> texts() {
    Map<SourceFile, StringBuilder> texts = new LinkedHashMap<>();
    Map<SourceFile, Integer> done = new LinkedHashMap<>();
    for (Edit edit : edits) {
      SourceFile source = edit.span().source();
      StringBuilder text = texts.computeIfAbsent(source, s -> new StringBuilder());
      text.append(source.text(), done.getOrDefault(source, 0), edit.span().start());
      text.append(edit.text());
      done.put(source, edit.span().end());
    }
    Map<String, String> out = new LinkedHashMap<>();
    texts.forEach(
        (source, text) ->
            out.put(
                source.name(),
                text.append(source.text(), done.getOrDefault(source, 0), source.text().length())
                    .toString()));
    return out;
  }
}
