package io.hongbi.grading.arithmetic;

import io.hongbi.common.reading.Item.State;
import io.hongbi.grading.photo.Ink;
import io.hongbi.grading.photo.Raster;
import io.hongbi.grading.photo.RuledPaper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the sums on a page in any column layout and reads them. One thread only; it keeps its
 * buffers.
 */
public final class ArithmeticRecognition implements AutoCloseable {

    /** Room for an answer, and for the end of one, in heights of a digit. */
    private static final double LOOK_BEHIND = 3.5;

    private static final double END_OF_ANSWER = 2;

    /** Paper left before what stands behind a line, in heights of a digit. */
    private static final double APART = 0.2;

    private final LineReader reader;
    private final LineFinder finder;
    private final Beside beside = new Beside();
    private final Orientation orientation;
    private final PageOfSums pageOfSums;
    private final RuledPaper ruledPaper = new RuledPaper();
    private final Ink inkWithoutRules = new Ink();

    ArithmeticRecognition(LineReader reader) {
        this.reader = reader;
        this.finder = new LineFinder(reader.longest());
        this.orientation = new Orientation(this::sample);
        this.pageOfSums = new PageOfSums(this::sample);
    }

    /**
     * Reads the sums of a photo that is upright by what its file says. Where that is wrong, the
     * page is read as it stands; one that reads either way is doubted. The lines of ruled paper are
     * taken off before.
     *
     * @param photo in the size that the ink was found in, or larger by a whole factor
     * @param ink what is written on it
     * @return row by row from left to right; empty where no sum was found
     */
    public List<FoundExpression> read(Raster photo, Ink ink) {
        var written = ruledPaper.withoutRules(photo, ink);
        if (written.isEmpty()) {
            return readUnruled(photo, ink);
        }
        inkWithoutRules.find(written.get());
        double factor = Math.round((double) photo.width() / written.get().width());
        return readUnruled(written.get(), inkWithoutRules).stream()
                .map(found -> found.scaled(factor))
                .toList();
    }

    private List<FoundExpression> readUnruled(Raster photo, Ink ink) {
        var page = finder.find(ink);
        var lines = lines(photo, page, factor(photo, ink));
        if (evidence(lines) < Orientation.CLEAR) {
            var pale = finder.findPale(ink);
            var again = lines(photo, pale, factor(photo, ink));
            if (sums(again) > sums(lines)) {
                page = pale;
                lines = again;
            }
        }
        return expressions(photo, ink, page, lines);
    }

    /**
     * Whether it is a page of printed sums and of little else, whichever way up it lies.
     *
     * @param photo as for {@link #read}
     */
    public boolean isPageOfSums(Raster photo) {
        return pageOfSums.is(photo);
    }

    /** Sums to a line. */
    private static double evidence(List<ReadSums> lines) {
        return sums(lines) / Math.max(1, lines.size());
    }

    /** How many sums, each as far as it is likely. */
    private static double sums(List<ReadSums> lines) {
        return lines.stream().mapToDouble(ReadSums::evidence).sum();
    }

    private List<FoundExpression> expressions(
            Raster photo, Ink ink, PageLines page, List<ReadSums> lines) {
        return switch (orientation.of(photo, evidence(lines))) {
            case Orientation.Upright() -> expressions(lines, page, photo, ink);
            case Orientation.Unclear() ->
                    expressions(lines, page, photo, ink).stream()
                            .map(FoundExpression::doubted)
                            .toList();
            case Orientation.Turned(var turn, var turned, var turnedInk) -> {
                var upright = finder.find(turnedInk);
                var read = lines(turned, upright, factor(turned, turnedInk));
                yield expressions(read, upright, turned, turnedInk).stream()
                        .map(found -> found.turnedBack(turn, photo.width(), photo.height()))
                        .toList();
            }
        };
    }

    /** Lines from all over a photo: so many, or up to twice as many where it has no more. */
    private List<ReadSums> sample(Raster photo, Ink ink, int most) {
        var lines = finder.find(ink).lines();
        int step = Math.max(1, lines.size() / most);
        var sample = new ArrayList<ReadSums>();
        for (int i = step / 2; i < lines.size(); i += step) {
            sample.add(read(photo, lines.get(i), factor(photo, ink)));
        }
        return sample;
    }

    private static double factor(Raster photo, Ink ink) {
        return Math.max(1, Math.round((double) photo.width() / ink.copy().width()));
    }

    private List<ReadSums> lines(Raster photo, PageLines page, double factor) {
        var lines = new ArrayList<ReadSums>();
        for (var line : page.lines()) {
            var read = read(photo, line, factor);
            lines.add(read.sums().isEmpty() ? read : whole(photo, read, page, factor));
        }
        return lines;
    }

    private ReadSums read(Raster photo, TextLine line, double factor) {
        var text = reader.read(photo, line.scaled(factor));
        return new ReadSums(line, text, WeighedSum.of(text));
    }

    /** An answer, or the end of one, too faint to be found may be there to be read. */
    private ReadSums whole(Raster photo, ReadSums first, PageLines page, double factor) {
        var line = first.line();
        double most = first.openAtEnd() ? LOOK_BEHIND : END_OF_ANSWER;
        double room = Math.clamp(behind(line, page) / line.cap() - APART, 0, most);
        if (!first.openAtEnd() && !beside.written(photo, line.scaled(factor), room)) {
            return first;
        }
        var longer = read(photo, line.longer(room * line.cap()), factor);
        return longer.asksTheSame(first) && !longer.openAtEnd() ? longer : first;
    }

    /** How far it is from a line's end to the next line or box beside it; endless without any. */
    private static double behind(TextLine line, PageLines page) {
        double least = Double.POSITIVE_INFINITY;
        for (var frame : page.frames()) {
            double gap = frame.left() - line.endX();
            double y = line.endY() + line.slope() * gap;
            if (gap > -line.cap() && frame.top() < y && frame.bottom() > y) {
                least = Math.min(least, gap);
            }
        }
        for (var other : page.lines()) {
            double gap = other.startX() - line.endX();
            double y = line.endY() + line.slope() * gap;
            if (gap > 0 && Math.abs(other.startY() - y) < line.cap()) {
                least = Math.min(least, gap);
            }
        }
        return least;
    }

    private List<FoundExpression> expressions(
            List<ReadSums> lines, PageLines page, Raster photo, Ink ink) {
        var others = lines.stream().filter(ReadSums::beginsOtherwise).map(ReadSums::line).toList();
        var copy = ink.copy();
        var surroundings =
                new Surroundings(others, page.loose(), page.astray(), copy.width(), copy.height());
        var found = new ArrayList<FoundExpression>();
        for (var line : lines) {
            for (var sum : line.sums()) {
                if (sum.isLikely()) {
                    var expression = expression(line, sum, surroundings, factor(photo, ink));
                    found.add(covered(photo, ink, line, sum) ? expression.doubted() : expression);
                }
            }
        }
        return Overlaps.settle(found);
    }

    private FoundExpression expression(
            ReadSums line, WeighedSum weighed, Surroundings surroundings, double factor) {
        var sum = weighed.sum();
        boolean alone = line.sums().size() == 1;
        double from = alone ? 0 : edge(line.text().places(), sum.from());
        double to = alone ? 1 : edge(line.text().places(), sum.to());
        var found =
                new FoundExpression(
                        line.line().scaled(factor).corners(from, to, FoundExpression.HEIGHT),
                        sum.expression(),
                        sum.response(),
                        weighed.state(reader.accept()),
                        weighed.probability(),
                        weighed.alternatives(),
                        written(line, sum, factor));
        boolean doubtful =
                sum.state() == State.DOUBTFUL
                        || overlooked(line, sum, surroundings)
                        || surroundings.cut(line.line());
        return doubtful ? found.doubted() : found;
    }

    /** From the first sign of a sum that is written by hand to the last. */
    private static List<double[]> written(ReadSums line, Sum sum, double factor) {
        var signs = line.text().signs();
        var byHand =
                IntStream.range(sum.from(), sum.to()).filter(i -> signs.get(i).hand()).toArray();
        if (byHand.length == 0) {
            return List.of();
        }
        var places = line.text().places();
        return line.line()
                .scaled(factor)
                .corners(
                        edge(places, byHand[0]),
                        edge(places, byHand[byHand.length - 1] + 1),
                        FoundExpression.HEIGHT);
    }

    /** Whether an answer may stand where none was read. */
    private static boolean overlooked(ReadSums line, Sum sum, Surroundings surroundings) {
        boolean last = sum.equals(line.sums().getLast().sum());
        return (sum.open() && last && surroundings.anyBehind(line.line()))
                || (sum.state() == State.CROSSED_OUT && surroundings.anyAbout(line.line()));
    }

    private boolean covered(Raster photo, Ink ink, ReadSums line, WeighedSum sum) {
        return beside.covered(
                photo,
                line.line().scaled(factor(photo, ink)),
                sum.equals(line.sums().getFirst()),
                sum.equals(line.sums().getLast()));
    }

    /** Half way between two signs. */
    private static double edge(List<Double> places, int sign) {
        if (sign == 0) {
            return 0;
        }
        return sign >= places.size() ? 1 : (places.get(sign - 1) + places.get(sign)) / 2;
    }

    @Override
    public void close() {
        reader.close();
        finder.close();
        orientation.close();
        beside.close();
        pageOfSums.close();
        ruledPaper.close();
        inkWithoutRules.close();
    }
}
