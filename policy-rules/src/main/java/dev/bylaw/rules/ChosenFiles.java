package dev.bylaw.rules;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.SourceReader;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of the files that were listed are inputs, and for which kinds of subject. */
final class ChosenFiles {
  /** What is made from several files, and lies in none of them. */
  private static final Set<SubjectKind> JOINED =
      EnumSet.of(
          SubjectKind.DATA_PRODUCT, SubjectKind.LAYOUT, SubjectKind.MESH, SubjectKind.WORKSPACE);

  private final List<Choice> choices = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  private record Choice(Set<String> names, Set<SubjectKind> kinds) {
    boolean wants(Subject subject) {
      return (kinds.isEmpty() || kinds.contains(subject.kind()))
          && (JOINED.contains(subject.kind()) || names.contains(subject.path()));
    }
  }

  /**
   * @param listed names below the root
   */
  ChosenFiles(InputPaths paths, Set<String> listed) {
    for (InputPaths.Entry entry : paths.entries()) {
      Set<String> found = found(paths, entry, listed);
      choices.add(new Choice(found, entry.kinds()));
      names.addAll(found);
    }
    Includes includes = new Includes(paths.includes());
    names.retainAll(listed.isEmpty() ? listed : includes.among(listed));
    problems.addAll(includes.problems());
  }

  private Set<String> found(InputPaths paths, InputPaths.Entry entry, Set<String> listed) {
    if (!entry.pattern().isEmpty()) {
      Includes pattern = new Includes(List.of(entry.pattern()));
      Set<String> found = pattern.among(listed);
      problems.addAll(pattern.problems());
      return found;
    } else if (entry.start().toAbsolutePath().normalize().equals(paths.root())) {
      return listed;
    }
    String start = SourceReader.name(paths.root(), entry.start());
    Set<String> found = new HashSet<>();
    for (String name : listed) {
      if (name.equals(start) || name.startsWith(start + "/")) {
        found.add(name);
      }
    }
    return found;
  }

  boolean contains(String name) {
    return names.contains(name);
  }

  /** Whether a subject is of a kind that is judged where it is. */
  boolean wants(Subject subject) {
    for (Choice choice : choices) {
      if (choice.wants(subject)) {
        return true;
      }
    }
    return false;
  }

  /** What is wrong with the patterns. */
  List<Diagnostic> problems() {
    return problems;
  }
}
