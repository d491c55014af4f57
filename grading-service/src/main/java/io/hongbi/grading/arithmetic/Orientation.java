package io.hongbi.grading.arithmetic;

import io.hongbi.grading.photo.Ink;
import io.hongbi.grading.photo.Raster;
import java.util.List;

/**
 * Tells from what can be read of a page which way up it is: upside down or lying on its side,
 * hardly a line reads as a sum. Only where the page as it is reads badly are the other ways tried.
 * One thread only; it keeps its buffers.
 */
final class Orientation implements AutoCloseable {

    /** So many sums to a line are enough to see that a page is upright. */
    static final double CLEAR = 0.25;

    /** Another way up is right if it reads so many times better. */
    private static final double BETTER = 2;

    /** A page that reads half as well the other way up may be either. */
    private static final double AS_WELL = 0.5;

    private static final double LEAST = 0.05;

    /** Lines that are read to try a way up. */
    private static final int SAMPLE = 12;

    private static final int LEAST_LINES = 3;

    private final Sampler sampler;
    private final Raster turned = new Raster();
    private final Ink ink = new Ink();

    /** Reads some lines of a photo. */
    @FunctionalInterface
    interface Sampler {
        List<ReadSums> sample(Raster photo, Ink ink, int most);
    }

    /** Which way up a page is. */
    sealed interface Found permits Upright, Unclear, Turned {}

    record Upright() implements Found {}

    /** It reads as well another way up, or as badly. */
    record Unclear() implements Found {}

    /**
     * @param photo turned, valid until the next is asked about
     */
    record Turned(Turn turn, Raster photo, Ink ink) implements Found {}

    Orientation(Sampler sampler) {
        this.sampler = sampler;
    }

    /**
     * Which way up a page is.
     *
     * @param sums to a line, as the photo is
     */
    Found of(Raster photo, double sums) {
        if (sums >= CLEAR) {
            return new Upright();
        }
        var best = Turn.NONE;
        double most = 0;
        for (var turn : List.of(Turn.HALF, Turn.CLOCKWISE, Turn.COUNTERCLOCKWISE)) {
            double otherwise = sumsToALine(photo, turn);
            if (otherwise > most) {
                most = otherwise;
                best = turn;
            }
        }
        if (most >= CLEAR && most > BETTER * sums) {
            turn(photo, best);
            return new Turned(best, turned, ink);
        }
        return most > LEAST && most > AS_WELL * sums ? new Unclear() : new Upright();
    }

    private double sumsToALine(Raster photo, Turn turn) {
        turn(photo, turn);
        var lines = sampler.sample(turned, ink, SAMPLE);
        return lines.size() < LEAST_LINES
                ? 0
                : lines.stream().mapToDouble(ReadSums::evidence).sum() / lines.size();
    }

    private void turn(Raster photo, Turn turn) {
        turn.turn(photo, turned);
        ink.find(turned);
    }

    @Override
    public void close() {
        turned.close();
        ink.close();
    }
}
