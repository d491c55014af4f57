package io.hongbi.submission.annotation;

import io.hongbi.common.reading.Point;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pen writes at one answer.
 *
 * @param region the answer's four corners in pixels of the photo, clockwise from the top left
 * @param text beside the sign, a few characters; null where there is nothing to say
 */
public record Remark(List<Point> region, Sign sign, @Nullable String text) {

    public Remark {
        region = List.copyOf(region);
        if (region.size() != 4) {
            throw new IllegalArgumentException("A region has four corners, was " + region.size());
        }
    }

    /** A teacher's signs. */
    public enum Sign {
        TICK,
        /** A tick with a stroke through it: partly right. */
        HALF_TICK,
        CROSS,
        QUESTION,
        /** A faint frame around what was left blank. */
        FRAME
    }
}
