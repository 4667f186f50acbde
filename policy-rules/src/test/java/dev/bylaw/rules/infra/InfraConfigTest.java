package dev.bylaw.rules.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.source.SourceFile;
import dev.bylaw.subject.SubjectReader;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class InfraConfigTest {
  private static String read(Function<SourceFile, SubjectReader.Result> reader, String json) {
    SubjectReader.Result result = reader.apply(SourceFile.of("request", json));
    assertThat(result.diagnostics()).isEmpty();
    return result.subjects().get(0).input().value().toString();
  }

  private static List<String> problems(
      Function<SourceFile, SubjectReader.Result> reader, String json) {
    SubjectReader.Result result = reader.apply(SourceFile.of("request", json));
    assertThat(result.subjects()).isEmpty();
    return result.diagnostics().stream().map(Object::toString).toList();
  }

  @Test
  void aRequestIsOfTheKindThatTheCallerNames() {
    assertThat(read(InfraConfig::cluster, "{}"))
        .isEqualTo(
            "{\"cluster\": {}, \"raw\": {}, \"subject\": {\"kind\": \"cluster\", \"name\":"
                + " \"request\", \"path\": \"request\"}, \"unknown\": []}");
    assertThat(read(InfraConfig::warehouse, "{\"name\": \"bi\"}"))
        .contains("\"warehouse\": {\"name\": \"bi\"}", "\"kind\": \"warehouse\"");
    assertThat(read(InfraConfig::job, "{\"timeout_seconds\": 0}"))
        .contains("\"job\": {\"timeout_seconds\": 0}");
    assertThat(read(InfraConfig::pipeline, "{\"edition\": \"PRO\"}"))
        .contains("\"pipeline\": {\"edition\": \"PRO\"}");
  }

  @Test
  void anAnswersWrapperHidesNothingOfARequest() {
    assertThat(read(InfraConfig::job, "{\"settings\": {\"tasks\": [{\"task_key\": \"a\"}]}}"))
        .contains("\"job\": {\"settings\": {\"tasks\": [{\"task_key\": \"a\"}]}}");
  }

  @Test
  void whatCannotBeReadIsNoSubject() {
    assertThat(problems(InfraConfig::warehouse, "[]"))
        .containsExactly(
            "request:1:1: infra_shape: expected the configuration of a warehouse, an object");
    assertThat(problems(InfraConfig::warehouse, "{\"name\": \"a\", \"name\": \"b\"}"))
        .containsExactly(
            "request:1:15: document_duplicate_key: the key name stands here a second time, first in"
                + " line 1");
    assertThat(problems(InfraConfig::warehouse, "{} {}"))
        .containsExactly(
            "request:1:4: document_syntax: found more text behind the document, expected the end of"
                + " the file");
    assertThat(problems(InfraConfig::warehouse, ""))
        .containsExactly("request:1:1: document_empty: the file is empty, expected a document");
  }
}
