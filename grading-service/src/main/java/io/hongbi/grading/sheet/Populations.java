package io.hongbi.grading.sheet;

import java.util.Arrays;
import java.util.List;

/**
 * What a blank bubble looks like in this very photo, from all bubbles of the page: most are blank,
 * whatever paper, light and focus.
 *
 * @param blank mean ink inside a blank bubble
 * @param spread of that among blank bubbles
 * @param black ink of print
 * @param outline ink of a bubble's printed outline
 * @param near ink outside a bubble in each direction: labels and neighbours
 * @param far the same, further out
 * @param strays how far that differs between blank bubbles in each direction: by noise, and by
 *     their labels where those stand; told from what is lighter than most, as marks are darker
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Populations(
        double blank,
        double spread,
        double black,
        double outline,
        double[] near,
        double[] far,
        double[] strays) {

    /** Less contrast than this tells a mark from a shade of the paper no more. */
    private static final double LEAST_CONTRAST = 0.25;

    private static final double LEAST_OUTLINE = 0.04;

    /**
     * @param all bubbles of the page
     * @param family those that are printed alike
     * @param black ink of the fiducials' border
     */
    static Populations of(List<Patch> all, List<Patch> family, double black) {
        var cores = sorted(all.stream().mapToDouble(Patch::core).toArray());
        double blank = cores[cores.length / 4];
        double spread = Math.max(0.006, blank - cores[cores.length / 20]);
        var near = new double[Rings.SECTORS];
        var far = new double[Rings.SECTORS];
        var strays = new double[Rings.SECTORS];
        for (int i = 0; i < near.length; i++) {
            int sector = i;
            var inks = sorted(family.stream().mapToDouble(p -> p.near()[sector]).toArray());
            near[i] = inks[inks.length / 2];
            strays[i] = near[i] - inks[inks.length / 6]; // one standard deviation
            var further = sorted(family.stream().mapToDouble(p -> p.far()[sector]).toArray());
            far[i] = further[further.length / 2];
        }
        var outlines = sorted(all.stream().mapToDouble(Patch::outline).toArray());
        return new Populations(
                blank,
                spread,
                black,
                outlines[outlines.length / 2],
                near,
                far,
                atLeastMedian(strays));
    }

    /** One direction of a few bubbles may seem steadier than it is. */
    private static double[] atLeastMedian(double[] strays) {
        double median = sorted(strays.clone())[strays.length / 2];
        return Arrays.stream(strays).map(stray -> Math.max(stray, median)).toArray();
    }

    private double usualStray() {
        return Arrays.stream(strays).min().orElseThrow();
    }

    private static double[] sorted(double[] values) {
        Arrays.sort(values);
        return values;
    }

    /** Whether marks can be told from paper at all. */
    boolean telling() {
        return black - blank >= LEAST_CONTRAST && outline > blank + LEAST_OUTLINE;
    }

    /** How clearly the print of this bubble shows, 1 as that of most; a reflex takes it away. */
    double clearness(Patch patch) {
        return Math.clamp((patch.outline() - blank) / (outline - blank), 0, 1);
    }

    /** How much ink is inside: 0 as in blank bubbles, 1 black all over. */
    double strength(Patch patch) {
        return (patch.core() - blank) / (black - blank);
    }

    /** The share of the inside with a quarter of the ink that black would have here. */
    double cover(Patch patch) {
        return patch.cover(blank + 0.25 * clearness(patch) * (black - blank));
    }

    /** Strength that blank bubbles hardly reach. */
    double blankLimit() {
        return 0.045 + 4 * spread / (black - blank);
    }

    /** Directions in which there is so much more ink outside than print accounts for. */
    int reaching(Patch patch, double ink) {
        return above(near, patch.near(), ink);
    }

    /** The same, where labels may count as little as they differ from one another. */
    int beside(Patch patch, double ink) {
        int directions = 0;
        for (int i = 0; i < near.length; i++) {
            directions += patch.near()[i] - near[i] > Math.max(ink, 3 * strays[i]) ? 1 : 0;
        }
        return directions;
    }

    /** The same, further out than a filled bubble's strokes go astray. */
    int reachingFar(Patch patch, double ink) {
        return above(far, patch.far(), ink);
    }

    private int above(double[] print, double[] found, double ink) {
        double least = Math.max(ink, 3 * usualStray());
        int directions = 0;
        for (int i = 0; i < print.length; i++) {
            directions += found[i] - print[i] > least ? 1 : 0;
        }
        return directions;
    }
}
