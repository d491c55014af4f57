package io.hongbi.grading.arithmetic;

import io.hongbi.common.reading.Item.State;
import io.hongbi.grading.photo.Blob;
import io.hongbi.grading.photo.Ink;
import io.hongbi.grading.photo.Raster;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the sums on a page in any column layout and reads them. One thread only; it keeps its
 * buffers.
 */
public final class ArithmeticRecognition implements AutoCloseable {

    private static final double HEIGHT = 1.9;

    /**
     * What of everything that a line can mean is so unlikely is hardly a sum, but other writing.
     */
    private static final double LEAST_LIKELY = 0.01;

    /** Room for an answer, in heights of a digit. */
    private static final double LOOK_BEHIND = 3.5;

    private final LineReader reader;
    private final LineFinder finder;

    ArithmeticRecognition(LineReader reader) {
        this.reader = reader;
        this.finder = new LineFinder(reader.longest());
    }

    /** A line with what was made of it. */
    private record Read(TextLine line, ReadLine text, List<WeighedSum> sums) {

        boolean blankAtEnd() {
            return !sums.isEmpty()
                    && sums.getLast().sum().state() == State.BLANK
                    && sums.getLast().sum().expression().endsWith("=");
        }
    }

    /**
     * Reads the sums of an upright photo.
     *
     * @param photo in the size that the ink was found in, or larger by a whole factor
     * @param ink what is written on it
     * @return row by row from left to right; empty where no sum was found
     */
    public List<FoundExpression> read(Raster photo, Ink ink) {
        var page = finder.find(ink);
        double factor = Math.max(1, Math.round((double) photo.width() / ink.copy().width()));
        var lines = new ArrayList<Read>();
        for (var line : page.lines()) {
            var read = read(photo, line, factor);
            lines.add(read.blankAtEnd() ? again(photo, read, page, factor) : read);
        }
        var surroundings = surroundings(page, lines, ink.copy());
        var found = new ArrayList<FoundExpression>();
        for (var line : lines) {
            for (var sum : line.sums) {
                if (sum.probability() < LEAST_LIKELY) {
                    continue;
                }
                found.add(expression(line, sum, surroundings, factor));
            }
        }
        return found;
    }

    private Read read(Raster photo, TextLine line, double factor) {
        var text = reader.read(photo, line.scaled(factor));
        return new Read(line, text, WeighedSum.of(text));
    }

    /** An answer too faint to be found may be there to be read. */
    private Read again(Raster photo, Read first, PageLines page, double factor) {
        var line = first.line;
        double room = LOOK_BEHIND * line.cap();
        for (var other : page.lines()) {
            double gap = other.startX() - line.endX();
            double y = line.endY() + line.slope() * gap;
            if (gap > 0 && Math.abs(other.startY() - y) < line.cap()) {
                room = Math.min(room, gap);
            }
        }
        var longer = read(photo, line.longer(room), factor);
        return longer.sums.size() == first.sums.size() ? longer : first;
    }

    private static Surroundings surroundings(PageLines page, List<Read> lines, Raster copy) {
        var others = lines.stream().filter(line -> line.sums.isEmpty()).map(Read::line).toList();
        return new Surroundings(others, page.loose(), copy.width(), copy.height());
    }

    private FoundExpression expression(
            Read line, WeighedSum weighed, Surroundings surroundings, double factor) {
        var sum = weighed.sum();
        boolean alone = line.sums.size() == 1;
        double from = alone ? 0 : edge(line.text.places(), sum.from());
        double to = alone ? 1 : edge(line.text.places(), sum.to());
        var corners = line.line.scaled(factor).corners(from, to, HEIGHT);
        var found =
                new FoundExpression(
                        corners,
                        sum.expression(),
                        sum.response(),
                        weighed.state(reader.accept()),
                        weighed.probability(),
                        weighed.alternatives());
        boolean last = sum.equals(line.sums.getLast().sum());
        boolean overlooked =
                sum.state() == State.BLANK && last && surroundings.anyBehind(line.line);
        return overlooked || surroundings.cut(line.line) ? found.doubted() : found;
    }

    /** Half way between two signs. */
    private static double edge(List<Double> places, int sign) {
        if (sign == 0) {
            return 0;
        }
        return sign >= places.size() ? 1 : (places.get(sign - 1) + places.get(sign)) / 2;
    }

    /**
     * What lies about lines, in pixels of the ink's copy.
     *
     * @param lines that say no sum
     * @param loose pieces that belong to no line
     */
    private record Surroundings(List<TextLine> lines, List<Blob> loose, int width, int height) {

        private static final double REACH = 4;
        private static final double LEAST_AREA = 0.04;
        private static final double EDGE = 0.3;

        /** Whether something that was not read lies where an answer would. */
        private boolean anyBehind(TextLine line) {
            return loose.stream().anyMatch(piece -> behind(line, piece))
                    || lines.stream().anyMatch(other -> behind(line, other));
        }

        private static boolean behind(TextLine line, Blob piece) {
            double cap = line.cap();
            double x = Math.max(piece.left(), line.endX() - cap);
            double y = line.endY() + line.slope() * (x - line.endX());
            return piece.area() > LEAST_AREA * cap * cap
                    && piece.right() > line.endX() - cap
                    && piece.left() < line.endX() + REACH * cap
                    && piece.bottom() > y - 0.8 * cap
                    && piece.top() < y + 0.8 * cap
                    && piece.height() < 5 * cap;
        }

        private static boolean behind(TextLine line, TextLine other) {
            double gap = other.startX() - line.endX();
            double y = line.endY() + line.slope() * gap;
            return gap > -2 * line.cap()
                    && gap < REACH * line.cap()
                    && Math.abs(other.startY() - y) < line.cap();
        }

        /** Whether the photo ends before the line does. */
        private boolean cut(TextLine line) {
            double margin = EDGE * line.cap();
            return line.corners(0, 1, HEIGHT).stream()
                    .anyMatch(c ->
                            c[0] < -margin
                                    || c[1] < -margin
                                    || c[0] > width + margin
                                    || c[1] > height + margin);
        }
    }

    @Override
    public void close() {
        reader.close();
        finder.close();
    }
}
