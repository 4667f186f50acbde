package dev.bylaw.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bylaw.decision.Finding;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.PolicySetLoader;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoJson;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Limits;
import dev.bylaw.source.SourceFile;
import dev.bylaw.source.SourceReader;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Located;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Edits descriptors at random; rules whose authors give no location must find each edit, at its
 * place. {@code -Dfaults.seed} chooses other edits, {@code -Dfaults.count} how many.
 */
class SeededFaultsTest {
  private static final Path CORPORA =
      Path.of(System.getProperty("bylaw.shared", "../../shared"), "corpora");

  private static final int FILES = 40;
  private static final int COUNT = Integer.getInteger("faults.count", 200);
  private static final List<Fault.Edit> EDITS = List.of(Fault.Edit.values());
  private static final int LARGE = 200_000;

  /** How an author may write the same rule; none says where its findings are. */
  private enum Style {
    LOOKED_UP(
        """
        package faults

        deny contains sprintf("%v", [path]) if {
        	some path, type in {data.fault.path: data.fault.type}
        	not as_before(object.get(input.raw, path, null), type)
        }
        """),
    WRITTEN(
        """
        package faults

        deny contains "not as before" if not unchanged

        unchanged if as_before(input.raw$KEYS, data.fault.type)
        """),
    WALKED(
        """
        package faults

        deny contains "not as before" if {
        	walk(input.raw, [path, value])
        	path == data.fault.path
        	not as_before(value, data.fault.type)
        }
        """);

    private static final String AS_BEFORE =
        """

        as_before(value, type) if {
        	type_name(value) == type
        	value != ""
        }
        """;

    private final String rule;

    Style(String rule) {
      this.rule = rule;
    }

    /** What is walked over is there; a fault that takes its value away needs another rule. */
    static Style of(Fault fault, int i) {
      boolean there = fault.edit() == Fault.Edit.BLANK || fault.edit() == Fault.Edit.RETYPE;
      return values()[i % (there ? 3 : 2)];
    }

    String rule(Fault fault) {
      String keys = fault.path().stream().map(k -> "[" + k + "]").collect(Collectors.joining());
      return rule.replace("$KEYS", keys) + AS_BEFORE;
    }
  }

  private final Random random = new Random(Long.getLong("faults.seed", 1));

  @TempDir Path folder;

  /** A file that is read as a whole, and its only document. */
  private record Sample(SourceFile file, Located.Object document, List<Fault.Target> targets) {}

  @Test
  void everyFaultIsFoundAtItsPlace() throws IOException {
    List<Sample> samples = samples();
    assertThat(samples).as("files to edit").hasSize(FILES);
    int right = 0;
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      Sample sample = samples.get(i % FILES);
      Fault fault = fault(sample, EDITS.get((i / FILES + i) % EDITS.size()));
      Style style = Style.of(fault, random.nextInt(6));
      String outcome = outcome(sample, fault, style);
      if (outcome.isEmpty()) {
        right++;
      } else {
        String what = style + " " + fault.edit() + " " + fault.path();
        wrong.add(sample.file.name() + " " + what + ": " + outcome);
      }
    }
    wrong.forEach(w -> System.out.println("faults: " + w));
    System.out.printf("faults: %d of %d at the right place%n", right, COUNT);
    assertThat(right).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(COUNT - COUNT / 100);
  }

  private Fault fault(Sample sample, Fault.Edit first) {
    Fault.Edit edit = first;
    for (int tries = 0; ; tries++) {
      Fault.Target target = sample.targets.get(random.nextInt(sample.targets.size()));
      Optional<Fault> fault = Fault.of(target, edit);
      if (fault.isPresent()) {
        return fault.get();
      } else if (tries > 100) {
        edit = Fault.Edit.RENAME;
      }
    }
  }

  /** What is wrong with what is found, or nothing. */
  private String outcome(Sample sample, Fault fault, Style style) throws IOException {
    SourceFile edited = SourceFile.of(sample.file.name(), fault.text());
    Optional<SubjectReader.Result> read = new DescriptorReader().read(edited);
    List<Subject> subjects = whole(read.map(SubjectReader.Result::subjects).orElse(List.of()));
    if (subjects.isEmpty()) {
      return "no subject";
    }
    Located before = sample.document.find(fault.path()).orElseThrow();
    Files.writeString(folder.resolve("faults.rego"), style.rule(fault));
    Files.writeString(
        folder.resolve("data.json"),
        "{\"fault\": {\"path\": %s, \"type\": \"%s\"}}"
            .formatted(RegoJson.write(RegoArray.of(fault.path())), before.value().typeName()));
    List<Finding> findings =
        new PolicyEngine(PolicySetLoader.load(folder, List.of()))
            .decide(subjects, EnforcementPoint.BUILD)
            .findings();
    String expected = edited.span(fault.place(), fault.place()).toString();
    return findings.isEmpty()
        ? "not found"
        : findings.stream()
            .map(f -> f.span().toString())
            .filter(place -> !place.equals(expected))
            .findFirst()
            .map(place -> "found at " + place + ", expected at " + expected)
            .orElse("");
  }

  /** The subjects that show the document as a whole, not one resource of it. */
  private static List<Subject> whole(List<Subject> subjects) {
    return subjects.stream().filter(s -> raw(s).equals(raw(subjects.get(0)))).toList();
  }

  private static Optional<Span> raw(Subject subject) {
    return subject.input().child(RegoString.of("raw")).map(Located::span);
  }

  /** As many of each standard as there are, in turn. */
  private List<Sample> samples() throws IOException {
    Path index = CORPORA.resolve("index.tsv");
    assumeTrue(Files.exists(index), () -> "SKIPPED: no collected descriptors at " + index);
    Map<String, List<String>> byStandard = new TreeMap<>();
    for (String line : Files.readAllLines(index)) {
      String[] cells = line.split("\t", -1);
      if (cells[0].startsWith("descriptors/") && !cells[3].equals("invalid-fixture")) {
        byStandard.computeIfAbsent(cells[1], s -> new ArrayList<>()).add(cells[0]);
      }
    }
    byStandard.values().forEach(files -> Collections.shuffle(files, random));
    Collection<Deque<String>> queues =
        byStandard.values().stream().<Deque<String>>map(ArrayDeque::new).toList();
    List<Sample> samples = new ArrayList<>();
    while (samples.size() < FILES && queues.stream().anyMatch(q -> !q.isEmpty())) {
      for (Deque<String> queue : queues) {
        Optional<Sample> next = Optional.empty();
        while (next.isEmpty() && !queue.isEmpty() && samples.size() < FILES) {
          next = sample(queue.remove());
        }
        next.ifPresent(samples::add);
      }
    }
    return samples;
  }

  private static Optional<Sample> sample(String path) {
    Optional<SourceFile> file =
        SourceReader.read(CORPORA, CORPORA.resolve(path), Limits.DEFAULT).source();
    Optional<SubjectReader.Result> read = file.flatMap(new DescriptorReader()::read);
    if (read.isEmpty()
        || read.get().subjects().isEmpty()
        || read.get().diagnostics().stream().anyMatch(Diagnostic::isError)
        || file.get().text().length() > LARGE) {
      return Optional.empty();
    }
    Optional<Located> raw = read.get().subjects().get(0).input().child(RegoString.of("raw"));
    if (raw.isEmpty() || !(raw.get() instanceof Located.Object document)) {
      return Optional.empty();
    }
    List<Fault.Target> targets =
        Fault.targets(document).stream().filter(t -> isPlain(t, file.get())).toList();
    return targets.size() < 10
        ? Optional.empty()
        : Optional.of(new Sample(file.get(), document, targets));
  }

  /** A value that stands in this file, is not empty, and is not shared by an anchor. */
  private static boolean isPlain(Fault.Target target, SourceFile file) {
    String text = target.value().span().text();
    return target.value().span().source() == file
        && !text.startsWith("&")
        && !target.value().value().typeName().equals("null")
        && !target.value().value().equals(RegoString.of(""));
  }
}
