package io.hongbi.grading.photo;

/**
 * How bright the paper is.
 *
 * @param paper grey value that nine in ten pixels of the photo without its writing do not exceed:
 *     paper, as a page is lighter than desk and shadow, but no reflex
 */
record Light(int paper, double blownOut) {

    private static final int NEARLY_WHITE = 250;

    private static final double SHARE_BELOW = 0.9;

    /** Good photos of the data folder are above 160; a quarter of their light leaves 40 to 60. */
    private static final int DARK_BELOW = 80;

    private static final double FULL = 220;

    static Light of(Ink ink) {
        var counts = ink.paper().histogram();
        int pixels = ink.paper().width() * ink.paper().height();
        int white = 0;
        for (int grey = NEARLY_WHITE; grey < counts.length; grey++) {
            white += counts[grey];
        }
        return new Light(exceededByFew(counts, pixels), (double) white / pixels);
    }

    private static int exceededByFew(int[] counts, int pixels) {
        int below = 0;
        int grey = 0;
        while (grey < 255 && below + counts[grey] < SHARE_BELOW * pixels) {
            below += counts[grey];
            grey++;
        }
        return grey;
    }

    boolean dark() {
        return paper < DARK_BELOW;
    }

    /** 0 (black) to 1 (as light as paper gets). */
    double share() {
        return Math.min(1, paper / FULL);
    }
}
