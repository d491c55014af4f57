package io.hongbi.grading.arithmetic;

import io.hongbi.grading.photo.Raster;

/**
 * How much of the paper's light ink takes on a photo, of 255.
 *
 * @param anyInk what takes more is ink, however faint
 * @param atHalf half way from the paper to the ink that most is written or printed with
 */
record Depths(double anyInk, double atHalf) {

    /** How much more of the light ink takes than paper; pencil takes a tenth of it all. */
    private static final double LEAST = 18;

    /** Ink is darker than paper by so many deviations of the paper's noise. */
    private static final double DEVIATIONS = 4;

    /**
     * Most of a page is paper: the median tells it, and its lightest sixth how it is spread.
     *
     * @param paler the share of the ink, 0 to 1, that is paler than what is looked for: digits
     */
    static Depths of(Raster missing, double paler) {
        var counts = missing.histogram();
        int all = missing.width() * missing.height();
        int paper = rank(counts, 0, all / 2);
        int deviation = paper - rank(counts, 0, all * 16 / 100);
        double anyInk = paper + Math.max(LEAST, DEVIATIONS * deviation);
        int from = (int) anyInk + 1;
        int inked = 0;
        for (int value = from; value < counts.length; value++) {
            inked += counts[value];
        }
        int ink = rank(counts, from, (int) (inked * paler));
        return new Depths(anyInk, Math.max(anyInk, (paper + ink) / 2.0));
    }

    private static int rank(int[] counts, int from, int place) {
        int value = Math.min(from, counts.length - 1);
        for (int below = counts[value];
                below <= place && value < counts.length - 1;
                below += counts[value]) {
            value++;
        }
        return value;
    }
}
