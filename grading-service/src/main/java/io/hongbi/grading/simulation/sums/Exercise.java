package io.hongbi.grading.simulation.sums;

import java.util.Random;

/**
 * What is asked of a child: a sum of two or three numbers of whole ones, a gap to fill, or which of
 * two numbers is greater.
 *
 * @param before what is printed before the answer
 * @param behind what is printed behind it
 * @param answer the right one
 * @param gap how its place is printed
 */
record Exercise(String before, String behind, String answer, Gap gap) {

    /** Where an answer goes. */
    enum Gap {
        /** Behind the equals sign, unmarked. */
        END,
        BRACKETS,
        RING
    }

    static Exercise any(Random random) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> plus(random);
            case 3, 4 -> minus(random);
            case 5 -> times(random);
            case 6 -> divided(random);
            case 7 -> chain(random);
            case 8 -> gap(random);
            default -> comparison(random);
        };
    }

    /** As readings write it. */
    String expression() {
        var asked = gap == Gap.END ? before : before + "()" + behind;
        return asked.replace('×', '*').replace('÷', '/').replace('−', '-');
    }

    /** Another answer such as children give: a digit wrong, or the other sign. */
    String missed(Random random) {
        if (gap == Gap.RING) {
            var others = "<>=".replace(answer, "");
            return String.valueOf(others.charAt(random.nextInt(others.length())));
        }
        int off = random.nextInt(1, 10) * (random.nextInt(3) == 0 ? 10 : 1);
        int right = Integer.parseInt(answer);
        return String.valueOf(random.nextBoolean() || right < off ? right + off : right - off);
    }

    private static Exercise atEnd(String asked, int answer) {
        return new Exercise(asked + "=", "", String.valueOf(answer), Gap.END);
    }

    private static Exercise plus(Random random) {
        int a = random.nextInt(2, 100);
        int b = random.nextInt(2, 100);
        return atEnd(a + "+" + b, a + b);
    }

    private static Exercise minus(Random random) {
        int b = random.nextInt(2, 60);
        int answer = random.nextInt(1, 80);
        return atEnd(answer + b + "−" + b, answer);
    }

    private static Exercise times(Random random) {
        int a = random.nextInt(2, 10);
        int b = random.nextInt(2, 10);
        return atEnd(a + "×" + b, a * b);
    }

    private static Exercise divided(Random random) {
        int answer = random.nextInt(2, 10);
        int by = random.nextInt(2, 10);
        return atEnd(answer * by + "÷" + by, answer);
    }

    private static Exercise chain(Random random) {
        int a = random.nextInt(20, 60);
        int b = random.nextInt(2, 20);
        int c = random.nextInt(2, 10);
        return random.nextBoolean()
                ? atEnd(a + "+" + b + "−" + c, a + b - c)
                : atEnd("(" + a + "−" + b + ")×" + c, (a - b) * c);
    }

    private static Exercise gap(Random random) {
        int a = random.nextInt(2, 60);
        int answer = random.nextInt(2, 40);
        return new Exercise(a + "+", "=" + (a + answer), String.valueOf(answer), Gap.BRACKETS);
    }

    private static Exercise comparison(Random random) {
        int a = random.nextInt(10, 100);
        int b = random.nextInt(4) == 0 ? a : random.nextInt(10, 100);
        var sign = a < b ? "<" : a > b ? ">" : "=";
        return new Exercise(String.valueOf(a), String.valueOf(b), sign, Gap.RING);
    }
}
