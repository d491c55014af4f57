package io.hongbi.grading.arithmetic;

import java.util.ArrayList;
import java.util.List;

/** Writes signs as text: what is by hand stands in braces. */
final class Signs {

    private Signs() {}

    static List<Sign> of(String text) {
        var signs = new ArrayList<Sign>();
        boolean hand = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' || c == '}') {
                hand = c == '{';
            } else {
                signs.add(new Sign(c, hand));
            }
        }
        return signs;
    }
}
