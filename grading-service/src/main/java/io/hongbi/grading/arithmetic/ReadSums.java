package io.hongbi.grading.arithmetic;

import io.hongbi.common.reading.Item.State;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line with what was made of it.
 *
 * @param line in pixels of the ink's copy of the photo
 */
record ReadSums(TextLine line, ReadLine text, List<WeighedSum> sums) {

    ReadSums {
        sums = List.copyOf(sums);
    }

    /** Whether it ends with a sum whose answer is left blank or crossed out. */
    boolean openAtEnd() {
        return !sums.isEmpty()
                && sums.getLast().sum().open()
                && sums.getLast().sum().expression().endsWith("=");
    }

    /** Whether it says no sum, or begins with writing that may be the answer of the sum before. */
    boolean beginsOtherwise() {
        return sums.isEmpty()
                || (sums.getFirst().sum().from() > 0 && text.signs().getFirst().hand());
    }

    boolean asksTheSame(ReadSums other) {
        return expressions().equals(other.expressions());
    }

    private List<String> expressions() {
        return sums.stream().map(sum -> sum.sum().expression()).toList();
    }

    /** Its sums that are asked in print; what makes no sum is none. */
    Stream<WeighedSum> printed() {
        return sums.stream()
                .filter(sum -> sum.sum().state() != State.DOUBTFUL)
                .filter(sum -> !text.signs().get(sum.sum().from()).hand());
    }

    /** How many sums it says, each as far as it is likely; what makes no sum says none. */
    double evidence() {
        return sums.stream()
                .filter(sum -> sum.sum().state() != State.DOUBTFUL)
                .mapToDouble(WeighedSum::probability)
                .sum();
    }
}
