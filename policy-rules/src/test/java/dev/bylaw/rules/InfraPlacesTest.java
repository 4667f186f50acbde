package dev.bylaw.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.Golden;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rules.infra.BundleValues;
import dev.bylaw.rules.infra.InfraConfig;
import dev.bylaw.subject.SubjectKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InfraPlacesTest {
  private static final Set<SubjectKind> KINDS =
      InfraConfig.kinds(BundleValues.NONE).stream()
          .flatMap(kind -> kind.forms().stream())
          .map(form -> form.kind())
          .collect(Collectors.toSet());

  @Test
  void everyValueOfAConfigurationHasThePlaceOfWhatItComesFrom() {
    InfraPlaces places = new InfraPlaces();
    List<String> wrong =
        Golden.cases("rules/subjects").stream()
            .flatMap(folder -> wrong(folder, places))
            .distinct()
            .toList();
    assertThat(wrong).isEmpty();
    assertThat(places.met).containsExactly(InfraPlaces.Difference.values());
  }

  private static Stream<String> wrong(Path folder, InfraPlaces places) {
    return SubjectLoader.load(folder.resolve("input"), List.of()).subjects().stream()
        .filter(subject -> KINDS.contains(subject.kind()))
        .flatMap(
            subject ->
                subject.input().child(RegoString.of(subject.kind().word())).stream()
                    .flatMap(document -> places.wrong(subject.kind().word(), document)));
  }
}
