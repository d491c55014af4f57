package io.hongbi.grading.page;

import io.hongbi.common.reading.NeatnessFeatures;
import io.hongbi.grading.photo.Blob;
import io.hongbi.grading.photo.Ink;
import io.hongbi.grading.photo.Raster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Measures how neatly is written: letters of one size on steady lines, little scribbled over, plain
 * to see. Size and lines are told by what joins: pieces of ink of a letter's or a word's height,
 * and for each its right neighbour on the line. It says nothing of what is written, nor how well;
 * where too few pieces stand side by side it says nothing at all. One thread only.
 */
public final class Neatness implements AutoCloseable {

    /** Fewer neighbours than this are a matter of chance. */
    private static final int LEAST_PAIRS = 20;

    private static final int LEAST_HEIGHT_PX = 4;
    private static final int GREATEST_HEIGHT_PX = 40;

    /** Half of print: heights of its letters (with and without ascender) differ that much. */
    private static final double EVEN_SPREAD = 0.15;

    private static final double UNEVEN_SPREAD = 0.55;
    private static final double STEADY_STEP = 0.08;
    private static final double UNSTEADY_STEP = 0.45;

    /** From so many on more do not count. */
    private static final int MANY_CORRECTIONS = 8;

    /** Ink is found from 0.06 of the paper's light on; a ball pen takes a quarter. */
    private static final double FAINT = 0.06;

    private static final double PLAIN = 0.25;

    private final Corrections corrections = new Corrections();
    private final Raster part = new Raster();

    /** The neatness of the writing found last; empty where it cannot be told. */
    public Optional<Measure> of(Ink ink) {
        return of(ink, ink.mask(), ink.pieces());
    }

    /**
     * The neatness of what is written within some areas, where print stands beside it. What was
     * scribbled over counts anywhere.
     *
     * @param areas corners of each, in pixels of {@link Ink#half()}
     */
    public Optional<Measure> of(Ink ink, List<List<double[]>> areas) {
        ink.mask().keepWithin(areas, part);
        return of(ink, part, part.blobs());
    }

    private Optional<Measure> of(Ink ink, Raster writing, List<Blob> blobs) {
        var pairs = pairs(pieces(blobs));
        if (pairs.size() < LEAST_PAIRS) {
            return Optional.empty();
        }
        double heights = spread(pairs.stream().mapToDouble(Pair::relativeHeight).toArray());
        double steps = spread(pairs.stream().mapToDouble(Pair::step).toArray());
        return Optional.of(
                new Measure(
                        new NeatnessFeatures(
                                scale(steps, STEADY_STEP, UNSTEADY_STEP),
                                scale(heights, EVEN_SPREAD, UNEVEN_SPREAD),
                                corrections.count(ink),
                                scale(ink.contrast(writing), PLAIN, FAINT))));
    }

    private static List<Blob> pieces(List<Blob> blobs) {
        return blobs.stream()
                .filter(b -> b.height() >= LEAST_HEIGHT_PX && b.height() <= GREATEST_HEIGHT_PX)
                .filter(b -> b.width() >= 2 && b.width() <= 8 * b.height())
                .sorted(Comparator.comparingInt(Blob::left).thenComparingInt(Blob::top))
                .toList();
    }

    /** Each piece with the nearest one to its right on the same line. */
    private static List<Pair> pairs(List<Blob> pieces) {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < pieces.size(); i++) {
            for (int j = i + 1; j < pieces.size(); j++) {
                var pair = new Pair(pieces.get(i), pieces.get(j));
                if (pair.tooFar()) {
                    break;
                }
                if (pair.onOneLine()) {
                    pairs.add(pair);
                    break;
                }
            }
        }
        return pairs;
    }

    /** Half the distance between the quartiles: outliers do not count. */
    private static double spread(double[] values) {
        Arrays.sort(values);
        return (values[values.length * 3 / 4] - values[values.length / 4]) / 2;
    }

    private static double scale(double value, double good, double bad) {
        return Math.clamp((bad - value) / (bad - good), 0, 1);
    }

    @Override
    public void close() {
        corrections.close();
        part.close();
    }

    /** How neat a page is, and by what that was told. */
    public record Measure(NeatnessFeatures features) {

        /** 0 (untidy) to 1 (tidy): the mean of the features, each from 0 to 1. */
        public double value() {
            double clean = 1 - Math.min(1, features.corrections() / (double) MANY_CORRECTIONS);
            return (features.lineSteadiness()
                            + features.sizeEvenness()
                            + clean
                            + features.contrast())
                    / 4;
        }
    }

    private record Pair(Blob left, Blob right) {

        boolean tooFar() {
            return right.left() - left.left() > 4 * left.height() + left.width();
        }

        boolean onOneLine() {
            int shared =
                    Math.min(left.bottom(), right.bottom()) - Math.max(left.top(), right.top());
            return right.left() >= left.right() - 1
                    && 2 * shared >= Math.min(left.height(), right.height());
        }

        private double size() {
            return (left.height() + right.height()) / 2.0;
        }

        double relativeHeight() {
            return (right.height() - left.height()) / size();
        }

        double step() {
            return (right.bottom() - left.bottom()) / size();
        }
    }
}
