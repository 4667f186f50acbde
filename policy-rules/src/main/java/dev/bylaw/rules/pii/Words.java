package dev.bylaw.rules.pii;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A name as words in lower case, without accents. */
final class Words {
  private static final int LONGEST = 100;

  private Words() {}

  /**
   * Takes a name apart at signs, digits and capitals, and what is left where it is nothing but
   * known words written as one.
   */
  static List<String> of(String name, Set<String> known) {
    List<String> words = new ArrayList<>();
    for (String word : apart(name)) {
      words.addAll(known.contains(word) ? List.of(word) : split(word, known).orElse(List.of(word)));
    }
    return List.copyOf(words);
  }

  private static List<String> apart(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String cut = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    for (int i = 0; i < cut.length(); i++) {
      char c = cut.charAt(i);
      if (!Character.isLetter(c) || isStart(cut, i)) {
        add(words, word);
      }
      if (Character.isLetter(c)) {
        word.append(c);
      }
    }
    add(words, word);
    return words;
  }

  /** A capital after a small letter, or before one within capitals ({@code IPAddress}). */
  private static boolean isStart(String name, int at) {
    if (!Character.isUpperCase(name.charAt(at)) || at == 0) {
      return false;
    }
    return Character.isLowerCase(name.charAt(at - 1))
        || (at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1)));
  }

  private static void add(List<String> words, StringBuilder word) {
    if (!word.isEmpty()) {
      words.add(plain(word.toString()));
      word.setLength(0);
    }
  }

  static String plain(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return isAscii(lower) ? lower : withoutAccents(lower);
  }

  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static String withoutAccents(String word) {
    String german =
        word.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
    StringBuilder bare = new StringBuilder();
    Normalizer.normalize(german, Normalizer.Form.NFD)
        .chars()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(c -> bare.append((char) c));
    return bare.toString();
  }

  /** The known words that a text is made of, the fewest there are. */
  private static Optional<List<String>> split(String text, Set<String> known) {
    List<Optional<List<String>>> ways = new ArrayList<>();
    ways.add(Optional.of(List.of()));
    for (int end = 1; end <= text.length(); end++) {
      Optional<List<String>> best = Optional.empty();
      for (int start = 0; start < end; start++) {
        Optional<List<String>> way = ways.get(start);
        boolean shorter =
            way.isPresent() && (best.isEmpty() || way.get().size() + 1 < best.get().size());
        if (shorter && end - start > 1 && known.contains(text.substring(start, end))) {
          List<String> longer = new ArrayList<>(way.get());
          longer.add(text.substring(start, end));
          best = Optional.of(longer);
        }
      }
      ways.add(best);
    }
    return ways.get(text.length());
  }
}
