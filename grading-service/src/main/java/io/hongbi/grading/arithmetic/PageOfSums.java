package io.hongbi.grading.arithmetic;

import io.hongbi.grading.arithmetic.Orientation.Sampler;
import io.hongbi.grading.photo.Ink;
import io.hongbi.grading.photo.Raster;
import java.util.Arrays;
import java.util.List;

/**
 * Tells whether a page is one of printed sums and of little else, by some of its lines and
 * whichever way up it lies. Most pages are none, and are to pay little for being asked: a part of
 * the page is looked at first. One thread only; it keeps its buffers.
 */
final class PageOfSums implements AutoCloseable {

    /** The part of a photo, from its top or left, in which sums are looked for first. */
    private static final double FIRST_FROM = 0.2;

    private static final double FIRST_TO = 0.5;

    /**
     * So many lines at least are read there: hardly any page is one of sums that has none in these.
     */
    private static final int FIRST_LOOK = 3;

    private static final int SECOND_LOOK = 12;

    /** Of the lines of a page of printed sums; the rest is headings, and what was misread. */
    private static final double MOSTLY = 0.5;

    private final Sampler sampler;
    private final Raster part = new Raster();
    private final Raster turned = new Raster();
    private final Ink ink = new Ink();

    PageOfSums(Sampler sampler) {
        this.sampler = sampler;
    }

    /**
     * Whether it is one.
     *
     * @param photo upright by what its file says
     */
    boolean is(Raster photo) {
        return Arrays.stream(Turn.values())
                .anyMatch(turn ->
                        printed(firstLook(photo, turn)) > 0
                                && printed(look(photo, turn, SECOND_LOOK)) >= MOSTLY);
    }

    private List<ReadSums> firstLook(Raster photo, Turn turn) {
        boolean lying = turn.swapsSides();
        int length = lying ? photo.width() : photo.height();
        int from = (int) (FIRST_FROM * length);
        int size = Math.max(1, (int) (FIRST_TO * length) - from);
        if (lying) {
            photo.cut(from, 0, size, photo.height(), part);
        } else {
            photo.cut(0, from, photo.width(), size, part);
        }
        return look(part, turn, FIRST_LOOK);
    }

    private List<ReadSums> look(Raster photo, Turn turn, int lines) {
        turn.turn(photo, turned);
        ink.find(turned);
        return sampler.sample(turned, ink, lines);
    }

    /** Printed sums to a line, 0 where there are no lines. */
    private static double printed(List<ReadSums> lines) {
        long printed =
                lines.stream().flatMap(ReadSums::printed).filter(WeighedSum::isLikely).count();
        return printed / (double) Math.max(1, lines.size());
    }

    @Override
    public void close() {
        part.close();
        turned.close();
        ink.close();
    }
}
