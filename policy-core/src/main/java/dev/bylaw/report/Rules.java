package dev.bylaw.report;

import dev.bylaw.policy.Parameter;
import dev.bylaw.policy.Policy;
import dev.bylaw.subject.SubjectKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes policies showable; each once. */
final class Rules {
  private final Masking masking;
  private final Map<String, Rule> known = new HashMap<>();

  Rules(Masking masking) {
    this.masking = masking;
  }

  Rule of(Policy policy) {
    return known.computeIfAbsent(policy.id(), id -> rule(policy));
  }

  private Rule rule(Policy p) {
    return new Rule(
        p.id(),
        masking.text(p.title()),
        masking.text(p.description()),
        word(p.kind()),
        p.subjects().stream().map(SubjectKind::word).sorted().toList(),
        p.severity(),
        p.owner().map(masking::text),
        p.characteristic().map(masking::text),
        p.remediation().map(masking::text),
        p.links().stream().map(masking::text).toList(),
        p.parameters().stream().map(this::setting).toList(),
        p.place().map(s -> masking.name(s.toString())));
  }

  private Rule.Setting setting(Parameter p) {
    List<String> allowed = p.allowed().stream().map(masking::value).map(v -> Item.text(v)).toList();
    return new Rule.Setting(
        p.name(),
        word(p.type()) + p.items().map(i -> " of " + word(i)).orElse(""),
        allowed,
        p.initial().map(masking::value).map(Item::text),
        p.order().map(Rules::word),
        p.description().map(masking::text));
  }

  static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
