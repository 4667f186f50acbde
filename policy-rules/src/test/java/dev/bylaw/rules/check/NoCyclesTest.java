package dev.bylaw.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoCyclesTest {
  private static List<List<Integer>> circles(List<List<Integer>> next) {
    return new Circles(next).find();
  }

  @Test
  void eachCircleIsToldOnceFromItsFirstNode() {
    assertThat(circles(List.of(List.of(1), List.of(2, 3), List.of(0), List.of(4), List.of(3))))
        .containsExactly(List.of(0, 1, 2), List.of(3, 4));
  }

  @Test
  void aNodeThatLeadsToItselfIsACircle() {
    assertThat(circles(List.of(List.of(0), List.of(0)))).containsExactly(List.of(0));
  }

  @Test
  void aTreeHasNone() {
    assertThat(circles(List.of(List.of(1, 2), List.of(2), List.of(), List.of(0)))).isEmpty();
  }

  @Test
  void aLongChainNeedsNoDeepStack() {
    int size = 200_000;
    List<List<Integer>> next = new ArrayList<>();
    IntStream.range(0, size).forEach(i -> next.add(List.of((i + 1) % size)));
    assertThat(circles(next)).hasSize(1).first().satisfies(c -> assertThat(c).hasSize(size));
  }
}
