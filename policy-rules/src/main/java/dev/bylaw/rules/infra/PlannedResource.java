package dev.bylaw.rules.infra;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.document.Normalised;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource of a plan.
 *
 * @param raw as the plan has it
 * @param address of the resource
 * @param action in a word: {@code create}, {@code update}, {@code replace}, {@code delete}, {@code
 *     no-op}, ...
 * @param actions as the plan has them
 * @param kind of subject; empty if it is none
 * @param body of the API's call; empty if nothing is left
 * @param entries what else the plan as a whole shows of it
 */
record PlannedResource(
    Located.Object raw,
    String address,
    String action,
    Located actions,
    Optional<SubjectKind> kind,
    Optional<Located.Object> body,
    Map<String, Located.Entry> entries) {

  /** The subject that it will be; none where it is of no kind, or deleted. */
  Optional<Normalised> subject(SourceFile file) {
    return kind.flatMap(
        k -> body.map(b -> Configuration.of(k).form().read(file, raw, b, address)).map(this::with));
  }

  private Normalised with(Normalised read) {
    return new Normalised(
        SubjectDocument.with(read.subject(), "change", change()),
        read.document(),
        read.diagnostics());
  }

  private Located change() {
    Span place = actions.span();
    Map<String, Located.Entry> change = new LinkedHashMap<>();
    change.put("address", SubjectDocument.entry(SubjectDocument.text(address, raw.span())));
    change.put("action", SubjectDocument.entry(SubjectDocument.text(action, place)));
    change.put("actions", SubjectDocument.entry(actions));
    return new Located.Object(change, raw.span());
  }

  /** As an element of the plan as a whole. */
  Located element() {
    Map<String, Located.Entry> element = new LinkedHashMap<>(entries);
    element.put("address", SubjectDocument.entry(SubjectDocument.text(address, raw.span())));
    element.put("action", SubjectDocument.entry(SubjectDocument.text(action, actions.span())));
    element.put("actions", SubjectDocument.entry(actions));
    return new Located.Object(element, raw.span());
  }

  /** One word for Terraform's list of actions. */
  static String word(Located actions) {
    List<String> words =
        actions instanceof Located.Array list
            ? list.elements().stream().map(PlannedResource::text).toList()
            : List.of();
    return words.size() == 2 && words.contains("create") && words.contains("delete")
        ? "replace"
        : String.join("+", words);
  }

  private static String text(Located value) {
    return value.value() instanceof RegoString text ? text.value() : "";
  }

  /** Of an object, without nulls. */
  static Map<String, Located.Entry> entries(Located.Object object, List<String> keys) {
    Map<String, Located.Entry> entries = new LinkedHashMap<>();
    keys.forEach(key -> Shape.entry(object, key).ifPresent(entry -> entries.put(key, entry)));
    return entries;
  }
}
