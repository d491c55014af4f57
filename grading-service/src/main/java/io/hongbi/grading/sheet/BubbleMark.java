package io.hongbi.grading.sheet;

/**
 * What is in a bubble.
 *
 * @param strength ink inside, 0 as in blank bubbles to 1
 * @param confidence of the kind being right as far as chosen or not goes, 0 to 1
 * @param beside whether there is ink next to it that print does not account for
 */
record BubbleMark(Kind kind, double strength, double confidence, boolean beside) {

    /** What somebody did with a bubble. */
    enum Kind {
        BLANK,
        /** Filled in. */
        FILLED,
        /** A tick or a cross. */
        STROKES,
        /** A ring around it. */
        RING,
        /** Filled, and struck out with strokes that reach far over it. */
        CROSSED_OUT,
        /** Evenly grey: a hard pencil, or one that has been rubbed out. */
        FAINT,
        /** Something inside that is too small or too weak to be a mark for certain. */
        UNSURE,
        /** Something around it that may be a ring, or a mark that went astray. */
        BESIDE,
        /** Even its print cannot be seen: a reflex, a thumb. */
        HIDDEN
    }

    /** Nothing is known of it. */
    static final BubbleMark UNSEEN = new BubbleMark(Kind.HIDDEN, 0, 0.5, false);

    private static final double FILLED_COVER = 0.55;
    private static final double STRUCK_COVER = 0.82;
    private static final double BOLD_CROSS_COVER = 0.74;
    private static final double STROKES_COVER = 0.1;
    private static final double STROKES_STRENGTH = 0.075;
    private static final double SPECK_COVER = 0.03;
    private static final double RING_COVER = 0.12;
    private static final double FAINT_STRENGTH = 0.1;
    private static final double CLEAR = 0.45;

    /** Labels differ in up to three directions. */
    private static final int DIRECTIONS_OF_LABELS = 3;

    private static final int DIRECTIONS_OF_A_STRAY = 2;

    private static final int DIRECTIONS_OF_A_RING = 7;

    /** Of the ink inside: strokes that strike out are of the same pen. */
    private static final double STRIKING = 0.12;

    private static final int STRIKING_DIRECTIONS = 4;

    /** Of black: a stroke that runs through the surroundings for certain, or perhaps. */
    private static final double STROKE = 0.1;

    private static final double TRACE = 0.05;

    /** Of black, in one direction: a stroke that ends next to the bubble. */
    private static final double STRAY_STROKE = 0.15;

    static BubbleMark of(Patch patch, Populations page) {
        double strength = page.strength(patch);
        double cover = page.cover(patch);
        var kind = kind(patch, page, strength, cover);
        boolean seen = kind == Kind.FILLED || page.clearness(patch) > CLEAR;
        return new BubbleMark(
                seen ? kind : Kind.HIDDEN,
                strength,
                confidence(kind, strength, cover, page.blankLimit()),
                beside(patch, page));
    }

    private static boolean beside(Patch patch, Populations page) {
        return page.beside(patch, STRAY_STROKE * page.black()) > 0
                || page.beside(patch, TRACE * page.black()) >= DIRECTIONS_OF_A_STRAY;
    }

    private static Kind kind(Patch patch, Populations page, double strength, double cover) {
        if (cover >= FILLED_COVER) {
            boolean struck =
                    page.reachingFar(patch, STRIKING * patch.core()) >= STRIKING_DIRECTIONS;
            return struck ? struck(cover) : Kind.FILLED;
        }
        double black = page.black() * page.clearness(patch);
        if (page.reaching(patch, STROKE * black) >= DIRECTIONS_OF_A_RING) {
            return cover < RING_COVER ? Kind.RING : Kind.BESIDE;
        }
        if (cover >= STROKES_COVER && strength >= STROKES_STRENGTH) {
            return Kind.STROKES;
        }
        if (page.reaching(patch, TRACE * black) > DIRECTIONS_OF_LABELS) {
            return Kind.BESIDE;
        }
        if (strength < page.blankLimit() && cover <= SPECK_COVER) {
            return Kind.BLANK;
        }
        return strength >= FAINT_STRENGTH ? Kind.FAINT : Kind.UNSURE;
    }

    /** Strokes over a filled bubble strike it out, without one they are a bold cross. */
    private static Kind struck(double cover) {
        if (cover >= STRUCK_COVER) {
            return Kind.CROSSED_OUT;
        }
        return cover < BOLD_CROSS_COVER ? Kind.STROKES : Kind.UNSURE;
    }

    /** Further from the limit is surer; fitted to the ladder of bad photos. */
    private static double confidence(Kind kind, double strength, double cover, double limit) {
        return switch (kind) {
            case FILLED -> sure((cover - FILLED_COVER + 0.1) / 0.08, 0.9998);
            case STROKES -> sure((cover - STROKES_COVER + 0.04) / 0.03, 0.998);
            case BLANK -> sure((limit - Math.max(0, strength) + 0.02) / 0.012, 0.9999);
            case RING -> 0.99;
            case CROSSED_OUT, FAINT, UNSURE, BESIDE, HIDDEN -> 0.5;
        };
    }

    private static double sure(double margin, double most) {
        return Math.min(most, 1 - 0.5 * Math.exp(-margin));
    }

    boolean chosen() {
        return kind == Kind.FILLED || kind == Kind.STROKES || kind == Kind.RING;
    }

    /** Whether it may be a choice or not. */
    boolean open() {
        return switch (kind) {
            case FAINT, UNSURE, BESIDE, HIDDEN -> true;
            case BLANK, FILLED, STROKES, RING, CROSSED_OUT -> false;
        };
    }
}
