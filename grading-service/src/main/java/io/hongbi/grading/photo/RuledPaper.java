package io.hongbi.grading.photo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Takes the printed lines of ruled and squared paper off a photo, so that what is written on them
 * stands alone. Lengths are in pixels of {@link Ink}'s half copy or of the page, which is about
 * twice the copy. One thread only; it keeps its buffers.
 */
public final class RuledPaper implements AutoCloseable {

    /** So many lines side by side rule a page; as many boxes or rows of a table look the same. */
    private static final int LEAST_LINES = 15;

    /** Rules are paler than writing, and grain that is so dark makes no lines. */
    private static final double SHARE_OF_PAPER = 0.04;

    private static final double LEVELS = 2;

    /** On half the copy, where writing has nothing so long and level. */
    private static final int LEAST_PIECE_PX = 11;

    /** Of the photo's width: not all of a line is seen, and paper does not fill the photo. */
    private static final double LEAST_LENGTH = 0.3;

    private static final double MOST_TILT = Math.toRadians(20);

    /** On the page: rules are a pixel or two wide there, and lie within these of a level. */
    private static final int LEVEL_PX = 1;

    /** On the page: hardly a stroke of writing is so long and straight. */
    private static final int RULE_PX = 50;

    /** On the page: no rule is so thick. */
    private static final int THICKER_THAN_RULES_PX = 7;

    /** Of 255, what ink takes of the paper's light. */
    private static final int INK = 13;

    /** Of a mark of 255, between pixels. */
    private static final int HALF = 127;

    /** The share of a rule's pixels that is no darker than the rule itself: blurred edges. */
    private static final double USUAL = 0.75;

    /** What is so much darker than most of a rule is writing that crosses it. */
    private static final double DARKER = 1.5;

    private final Raster pieces = new Raster();
    private final Raster faint = new Raster();
    private final Raster lying = new Raster();
    private final Raster paper = new Raster();
    private final Raster page = new Raster();
    private final Raster turned = new Raster();
    private final Raster scratch = new Raster();
    private final Raster missing = new Raster();
    private final Raster level = new Raster();
    private final Raster rules = new Raster();
    private final Raster filled = new Raster();

    /**
     * The photo without rules.
     *
     * @param photo in the size that the ink was found in, or larger
     * @param ink what is on it
     * @return smaller than the photo by a whole factor or as large, its longer side at most some
     *     3000 pixels; valid until the next call; empty where the paper is not ruled
     */
    public Optional<Raster> withoutRules(Raster photo, Ink ink) {
        ink.depth().exceeds(ink.paper(), SHARE_OF_PAPER, LEVELS, faint);
        faint.transpose(lying);
        var across = lines(faint);
        var down = lines(lying);
        if (Math.max(across.size(), down.size()) < LEAST_LINES) {
            return Optional.empty();
        }
        int copies = Math.round((float) photo.width() / ink.copy().width());
        photo.shrinkBy(Math.max(1, copies / 2), page);
        lift(page, ink.paper(), slope(across, faint));
        page.transpose(turned);
        ink.paper().transpose(paper);
        lift(turned, paper, slope(down, lying));
        turned.transpose(page);
        return Optional.of(page);
    }

    /** Lines from left to right, of those that meet the clearest. */
    private List<StraightLine> lines(Raster mask) {
        mask.heighten(1, level);
        level.fillLight(LEAST_PIECE_PX, 1, pieces);
        pieces.keep(mask, pieces);
        int least = Math.max(LEAST_PIECE_PX, (int) (LEAST_LENGTH * mask.width()));
        var apart = new ArrayList<StraightLine>();
        for (var line : pieces.straightLines(least, MOST_TILT)) {
            if (apart.stream().noneMatch(line::meets)) {
                apart.add(line);
            }
        }
        return apart;
    }

    /** The middle one of their slopes; 0 where there are no lines. */
    private static double slope(List<StraightLine> lines, Raster mask) {
        double[] falls = lines.stream().mapToDouble(StraightLine::fall).sorted().toArray();
        return falls.length == 0 ? 0 : falls[falls.length / 2] / mask.width();
    }

    /** Takes lines off that run from left to right, falling so much to a pixel. */
    private void lift(Raster photo, Raster paper, double slope) {
        int width = photo.width();
        double fall = slope * width;
        double above = Math.max(0, fall);
        int higher = photo.height() + (int) Math.ceil(Math.abs(fall));
        photo.missingOf(paper, scratch, missing);
        missing.cut(corners(width, higher, -above, fall - above), width, higher, level);
        level.greaterThan(INK, scratch);
        scratch.heighten(LEVEL_PX, level);
        level.fillLight(RULE_PX, 1, scratch);
        scratch.cut(
                corners(width, photo.height(), above, above - fall), width, photo.height(), level);
        level.greaterThan(HALF, rules);
        missing.keep(rules, scratch);
        missing.between(INK + 1.0, DARKER * usual(scratch.histogram()), level);
        rules.keep(level, rules);
        photo.fillDark(1, THICKER_THAN_RULES_PX, filled);
        photo.patch(rules, filled);
    }

    /** Of a parallelogram with upright sides: how far below the top they begin. */
    private static List<double[]> corners(int width, int height, double left, double right) {
        return List.of(
                new double[] {0, left},
                new double[] {width, right},
                new double[] {width, right + height},
                new double[] {0, left + height});
    }

    /** As dark as three quarters of what is inked are at most; {@link #INK} where nothing is. */
    private static int usual(int[] histogram) {
        int[] inked = Arrays.copyOfRange(histogram, INK + 1, histogram.length);
        double most = USUAL * Arrays.stream(inked).asLongStream().sum();
        int value = 0;
        for (long seen = 0; value < inked.length && seen < most; value++) {
            seen += inked[value];
        }
        return INK + value;
    }

    @Override
    public void close() {
        List.of(faint, pieces, lying, paper, page, turned, scratch, missing, level, rules, filled)
                .forEach(Raster::close);
    }
}
