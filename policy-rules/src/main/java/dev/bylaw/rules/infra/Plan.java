package dev.bylaw.rules.infra;

import dev.bylaw.rules.document.Normalised;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectDocument;
import dev.bylaw.subject.SubjectReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a tool is about to do: a subject of its own, and one for each resource that will be there.
 *
 * @param document as it is written
 * @param facts of the plan as a whole
 */
record Plan(
    SourceFile file,
    Located.Object document,
    Map<String, Located.Entry> facts,
    List<PlannedResource> resources) {

  SubjectReader.Result result(List<Diagnostic> problems) {
    Map<String, Located.Entry> body = new LinkedHashMap<>(facts);
    List<Located> elements = resources.stream().map(PlannedResource::element).toList();
    body.put("resources", SubjectDocument.entry(new Located.Array(elements, document.span())));
    Normalised whole =
        PlanShape.FORM.read(file, document, new Located.Object(body, document.span()));
    List<Subject> subjects = new ArrayList<>(List.of(whole.subject()));
    List<Diagnostic> diagnostics = new ArrayList<>(problems);
    diagnostics.addAll(whole.diagnostics());
    for (PlannedResource resource : resources) {
      resource
          .subject(file)
          .ifPresent(
              read -> {
                subjects.add(read.subject());
                diagnostics.addAll(read.diagnostics());
              });
    }
    return new SubjectReader.Result(subjects, diagnostics);
  }
}
