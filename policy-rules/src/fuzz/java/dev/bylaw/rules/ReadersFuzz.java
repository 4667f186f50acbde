package dev.bylaw.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.bylaw.rules.sql.SqlReader;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectReader;
import java.nio.charset.StandardCharsets;

/**
 * Readers answer any bytes, with subjects and diagnostics that point into the file. With
 * {@code JAZZER_FUZZ=1} in the environment one method looks for inputs that break this, as long as
 * {@code JAZZER_MAX_DURATION} says.
 */
class ReadersFuzz {
  @FuzzTest
  void yaml(byte[] bytes) {
    read(new DescriptorReader(), "fuzz.yaml", bytes);
  }

  @FuzzTest
  void json(byte[] bytes) {
    read(new DescriptorReader(), "fuzz.json", bytes);
  }

  @FuzzTest
  void sql(byte[] bytes) {
    read(new SqlReader(), "fuzz.sql", bytes);
  }

  private static void read(SubjectReader reader, String name, byte[] bytes) {
    SourceFile file = SourceFile.of(name, new String(bytes, StandardCharsets.UTF_8));
    reader
        .read(file)
        .ifPresent(
            result -> {
              result.diagnostics().stream()
                  .flatMap(d -> d.span().stream())
                  .forEach(span -> isWithin(span, file));
              result.subjects().forEach(subject -> isWithin(subject, file));
            });
  }

  private static void isWithin(Subject subject, SourceFile file) {
    values(subject.input(), file);
  }

  private static void values(Located value, SourceFile file) {
    isWithin(value.span(), file);
    if (value instanceof Located.Object object) {
      object
          .entries()
          .values()
          .forEach(
              entry -> {
                isWithin(entry.keySpan(), file);
                values(entry.value(), file);
              });
    } else if (value instanceof Located.Array array) {
      array.elements().forEach(element -> values(element, file));
    }
  }

  private static void isWithin(Span span, SourceFile file) {
    // not the same text where a plan's secrets are blanked
    assertThat(span.source().name()).isEqualTo(file.name());
    assertThat(span.start()).isBetween(0, span.end());
    assertThat(span.end()).isLessThanOrEqualTo(file.text().length());
  }
}
