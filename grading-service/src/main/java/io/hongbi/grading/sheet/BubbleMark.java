package io.hongbi.grading.sheet;

/**
 * What is in a bubble.
 *
 * @param strength ink inside, 0 as in blank bubbles to 1
 * @param confidence of the kind being right as far as chosen or not goes, 0 to 1
 */
record BubbleMark(Kind kind, double strength, double confidence) {

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
        /** Something too small or too weak to be a mark for certain. */
        UNSURE,
        /** Even its print cannot be seen: a reflex, a thumb. */
        HIDDEN
    }

    private static final double FILLED_COVER = 0.55;
    private static final double STROKES_COVER = 0.1;
    private static final double STROKES_STRENGTH = 0.075;
    private static final double SPECK_COVER = 0.03;
    private static final double FAINT_STRENGTH = 0.1;
    private static final int STRUCK_OUT_DIRECTIONS = 4;
    private static final int RING_DIRECTIONS = 8;

    static BubbleMark of(Patch patch, Populations page) {
        double strength = page.strength(patch);
        double cover = page.cover(patch);
        int reaching = page.reaching(patch);
        var kind = kind(strength, cover, reaching, page);
        boolean visible = page.outlined(patch) || kind == Kind.FILLED;
        return new BubbleMark(
                visible ? kind : Kind.HIDDEN,
                strength,
                confidence(kind, strength, cover, page.blankLimit()));
    }

    private static Kind kind(double strength, double cover, int reaching, Populations page) {
        if (cover >= FILLED_COVER) {
            return reaching >= STRUCK_OUT_DIRECTIONS ? Kind.CROSSED_OUT : Kind.FILLED;
        }
        if (reaching >= RING_DIRECTIONS) {
            return cover < SPECK_COVER ? Kind.RING : Kind.UNSURE;
        }
        if (cover >= STROKES_COVER && strength >= STROKES_STRENGTH) {
            return Kind.STROKES;
        }
        if (strength < page.blankLimit() && cover <= SPECK_COVER) {
            return reaching >= STRUCK_OUT_DIRECTIONS ? Kind.UNSURE : Kind.BLANK;
        }
        return strength >= FAINT_STRENGTH ? Kind.FAINT : Kind.UNSURE;
    }

    /** Further from the limit is surer; fitted to the ladder of bad photos. */
    private static double confidence(Kind kind, double strength, double cover, double limit) {
        return switch (kind) {
            case FILLED -> sure((cover - FILLED_COVER + 0.1) / 0.08, 0.9998);
            case STROKES -> sure((cover - STROKES_COVER + 0.04) / 0.03, 0.998);
            case BLANK -> sure((limit - Math.max(0, strength) + 0.02) / 0.012, 0.9999);
            case RING -> 0.99;
            case CROSSED_OUT, FAINT, UNSURE, HIDDEN -> 0.5;
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
        return kind == Kind.FAINT || kind == Kind.UNSURE || kind == Kind.HIDDEN;
    }
}
