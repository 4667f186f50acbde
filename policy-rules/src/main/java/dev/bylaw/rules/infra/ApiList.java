package dev.bylaw.rules.infra;

import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.document.DocumentKind;
import dev.bylaw.rules.document.Form;
import dev.bylaw.rules.document.Normalised;
import dev.bylaw.rules.document.Shape;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import dev.bylaw.subject.SubjectReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The API's answer to a question for all objects of a type, such as {@code {"clusters": [...]}}:
 * each element is a subject. What the answer leaves out of an object is absent.
 */
final class ApiList implements DocumentKind {
  private static final Map<String, List<SubjectKind>> KINDS =
      Map.ofEntries(
          Map.entry("clusters", List.of(SubjectKind.CLUSTER)),
          Map.entry("warehouses", List.of(SubjectKind.WAREHOUSE)),
          Map.entry("jobs", List.of(SubjectKind.JOB)),
          Map.entry("instance_pools", List.of(SubjectKind.INSTANCE_POOL)),
          Map.entry("policies", List.of(SubjectKind.CLUSTER_POLICY, SubjectKind.ABAC_POLICY)),
          Map.entry("catalogs", List.of(SubjectKind.CATALOG)),
          Map.entry("schemas", List.of(SubjectKind.SCHEMA)),
          Map.entry("tables", List.of(SubjectKind.TABLE)),
          Map.entry("volumes", List.of(SubjectKind.VOLUME)),
          Map.entry("external_locations", List.of(SubjectKind.EXTERNAL_LOCATION)),
          Map.entry("storage_credentials", List.of(SubjectKind.STORAGE_CREDENTIAL)),
          Map.entry("shares", List.of(SubjectKind.SHARE)),
          Map.entry("recipients", List.of(SubjectKind.RECIPIENT)),
          Map.entry("tag_assignments", List.of(SubjectKind.TAG)),
          Map.entry("tag_policies", List.of(SubjectKind.TAG_POLICY)));

  /** What else an answer has. */
  private static final Set<String> PAGING =
      Set.of("next_page_token", "prev_page_token", "has_more", "total_count");

  /** Which only objects of the API have, also where they are given in short. */
  private static final List<String> IDS = List.of("cluster_id", "job_id", "instance_pool_id");

  @Override
  public boolean recognises(Located.Object document) {
    return key(document).isPresent();
  }

  private static Optional<String> key(Located.Object document) {
    Set<String> keys = document.entries().keySet();
    return keys.stream()
        .filter(KINDS::containsKey)
        .filter(key -> keys.stream().allMatch(k -> k.equals(key) || PAGING.contains(k)))
        .filter(
            key ->
                Shape.entry(document, key).stream()
                    .flatMap(entry -> Shape.objects(entry.value()))
                    .anyMatch(element -> isOf(key, element)))
        .findFirst();
  }

  private static boolean isOf(String key, Located.Object element) {
    return configuration(key, element).isPresent()
        || IDS.stream().anyMatch(id -> Shape.entry(element, id).isPresent());
  }

  private static Optional<Configuration> configuration(String key, Located.Object element) {
    return KINDS.getOrDefault(key, List.of()).stream()
        .map(Configuration::of)
        .filter(configuration -> configuration.recognises(element))
        .findFirst();
  }

  @Override
  public List<Form> forms() {
    return List.of(); // those of the elements
  }

  @Override
  public boolean isLikely(Set<String> words) {
    return IDS.stream().anyMatch(words::contains)
        && KINDS.keySet().stream().anyMatch(words::contains);
  }

  @Override
  public SubjectReader.Result read(SourceFile file, Located.Object document) {
    List<Subject> subjects = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    String key = key(document).orElseThrow();
    List<Located> elements = elements(document, key);
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof Located.Object element) {
        Normalised read = read(file, key, element, key + "/" + i);
        subjects.add(read.subject());
        diagnostics.addAll(read.diagnostics());
      } else {
        diagnostics.add(first(key).misshapen(elements.get(i)));
      }
    }
    return new SubjectReader.Result(subjects, diagnostics);
  }

  private static List<Located> elements(Located.Object document, String key) {
    return document.child(RegoString.of(key)).orElseThrow() instanceof Located.Array list
        ? list.elements()
        : List.of();
  }

  private static Configuration first(String key) {
    return Configuration.of(KINDS.getOrDefault(key, List.of()).get(0));
  }

  private static Normalised read(
      SourceFile file, String key, Located.Object element, String fallback) {
    Configuration configuration = configuration(key, element).orElseGet(() -> first(key));
    Located.Object body =
        configuration
            .signature()
            .body(element)
            .or(() -> Shape.block(element, "settings"))
            .orElse(element);
    return configuration.form().read(file, element, body, fallback);
  }
}
