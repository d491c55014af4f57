package io.hongbi.common.reading;

/**
 * What a page's neatness was told by.
 *
 * @param lineSteadiness how steadily neighbours stand on a line, 0 to 1 (as in print)
 * @param sizeEvenness how alike the heights of neighbours are, 0 to 1 (as in print)
 * @param corrections places that were scribbled over
 * @param contrast how plainly the writing stands out from the paper, 0 (barely) to 1 (as by a pen)
 */
public record NeatnessFeatures(
        double lineSteadiness, double sizeEvenness, int corrections, double contrast) {

    public NeatnessFeatures {
        UnitInterval.require(lineSteadiness, "Line steadiness");
        UnitInterval.require(sizeEvenness, "Size evenness");
        UnitInterval.require(contrast, "Contrast");
        if (corrections < 0) {
            throw new IllegalArgumentException("Corrections are counted from 0");
        }
    }
}
