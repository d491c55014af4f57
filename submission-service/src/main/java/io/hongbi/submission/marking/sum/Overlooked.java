package io.hongbi.submission.marking.sum;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a text may have said before a few pixels of it were overlooked. */
final class Overlooked {

    private Overlooked() {}

    /** A sum with one point more, between any two digits, or with the dots of one division sign. */
    static Stream<String> sums(String asked) {
        return Stream.concat(points(asked), divisions(asked));
    }

    /** Whether an answer is what is left of another when characters are taken out. */
    static boolean isWithin(String part, String whole) {
        int found = 0;
        for (int at = 0; at < whole.length() && found < part.length(); at++) {
            found += whole.charAt(at) == part.charAt(found) ? 1 : 0;
        }
        return found == part.length() && whole.length() > part.length();
    }

    private static Stream<String> points(String text) {
        return IntStream.range(1, text.length())
                .filter(at -> isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at)))
                .mapToObj(at -> text.substring(0, at) + "." + text.substring(at));
    }

    private static Stream<String> divisions(String text) {
        return IntStream.range(0, text.length())
                .filter(at -> text.charAt(at) == '+' || text.charAt(at) == '-')
                .mapToObj(at -> text.substring(0, at) + "/" + text.substring(at + 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
