package io.hongbi.submission.marking.sum;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a text may have said before a point of it was overlooked. */
final class Overlooked {

    private Overlooked() {}

    /** The text with one point more, between any two digits. */
    static Stream<String> points(String text) {
        return IntStream.range(1, text.length())
                .filter(at -> isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at)))
                .mapToObj(at -> text.substring(0, at) + "." + text.substring(at));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
