package io.hongbi.submission.marking.sum;

/** Writes sums as schoolbooks do. */
final class Lettering {

    private Lettering() {}

    /** With the signs of print, and room around those between two numbers. */
    static String of(String sum) {
        var text = new StringBuilder();
        for (int i = 0; i < sum.length(); i++) {
            char sign = sum.charAt(i);
            if (sum.startsWith(Sum.REMAINDER, i)) {
                text.append("……");
                i += Sum.REMAINDER.length() - 1;
            } else if ("+-*/=<>".indexOf(sign) >= 0 && between(sum, i)) {
                text.append(' ').append(printed(sign)).append(' ');
            } else {
                text.append(printed(sign));
            }
        }
        return text.toString();
    }

    /** The minus of a negative number stands close to it. */
    private static boolean between(String sum, int at) {
        return at > 0 && (Character.isDigit(sum.charAt(at - 1)) || sum.charAt(at - 1) == ')');
    }

    private static char printed(char sign) {
        return switch (sign) {
            case '*' -> '×';
            case '/' -> '÷';
            default -> sign;
        };
    }
}
