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
 * @param around ink outside a bubble in each direction: labels and neighbours
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Populations(double blank, double spread, double black, double outline, double[] around) {

    static final double CORE = 0.74;

    private static final double OUTLINE_FROM = 0.86;
    private static final double OUTLINE_TO = 1.12;

    /** Less contrast than this tells a mark from a shade of the paper no more. */
    private static final double LEAST_CONTRAST = 0.25;

    /**
     * @param black ink of the fiducials' border
     */
    static Populations of(List<Patch> patches, double black) {
        var cores = sorted(patches.stream().mapToDouble(p -> p.mean(0, CORE)).toArray());
        double blank = cores[cores.length / 4];
        double spread = Math.max(0.006, blank - cores[cores.length / 20]);
        var around = new double[Patch.SECTORS];
        for (int i = 0; i < around.length; i++) {
            int sector = i;
            around[i] = median(patches.stream().mapToDouble(p -> p.around()[sector]).toArray());
        }
        return new Populations(
                blank,
                spread,
                black,
                median(patches.stream().mapToDouble(Populations::outline).toArray()),
                around);
    }

    private static double outline(Patch patch) {
        return patch.mean(OUTLINE_FROM, OUTLINE_TO);
    }

    private static double median(double[] values) {
        return sorted(values)[values.length / 2];
    }

    private static double[] sorted(double[] values) {
        Arrays.sort(values);
        return values;
    }

    /** Whether marks can be told from paper at all. */
    boolean telling() {
        return black - blank >= LEAST_CONTRAST && outline > blank + 0.04;
    }

    /** How much ink is inside: 0 as in blank bubbles, 1 black all over. */
    double strength(Patch patch) {
        return (patch.mean(0, CORE) - blank) / (black - blank);
    }

    /** The share of the inside with a quarter of black's ink. */
    double cover(Patch patch) {
        return patch.cover(CORE, blank + 0.25 * (black - blank));
    }

    /** Strength that blank bubbles hardly reach. */
    double blankLimit() {
        return 0.045 + 4 * spread / (black - blank);
    }

    /** Whether the printed outline is where it should be. */
    boolean outlined(Patch patch) {
        return outline(patch) - blank > 0.4 * (outline - blank);
    }

    /** Directions in which there is more ink outside than print accounts for. */
    int reaching(Patch patch) {
        var found = patch.around();
        int directions = 0;
        for (int i = 0; i < found.length; i++) {
            if (found[i] - around[i] > 0.16 * black) {
                directions++;
            }
        }
        return directions;
    }
}
