package dev.bylaw.rules.pack;

import dev.bylaw.source.SourceFile;
import dev.bylaw.source.Span;

/**
 * One change of a rule's text that should make a test of the rule fail.
 *
 * @param place what is replaced; empty where something is put in
 * @param text what stands there then
 * @param name says it without lines and columns; no other mutation of the rule has it
 */
record Mutation(Span place, String text, String name) {
  SourceFile mutant() {
    String whole = place.source().text();
    return SourceFile.of(
        place.source().name(),
        whole.substring(0, place.start()) + text + whole.substring(place.end()));
  }

  @Override
  public String toString() {
    return place + ": " + name;
  }
}
