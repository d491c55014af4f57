package io.hongbi.grading.reading;

import io.hongbi.common.reading.Completion;
import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Homework;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.Item.Alternative;
import io.hongbi.common.reading.Item.Kind;
import io.hongbi.common.reading.Point;
import io.hongbi.grading.arithmetic.ArithmeticRecognition;
import io.hongbi.grading.arithmetic.FoundExpression;
import io.hongbi.grading.arithmetic.LineModel;
import io.hongbi.grading.photo.Ink;
import io.hongbi.grading.photo.Raster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a page of sums: its expressions row by row, and a crop of each. */
final class ArithmeticReading implements AutoCloseable {

    private static final int CROP_QUALITY = 75;
    private static final int WIDEST_CROP_PX = 700;

    /** So many sums are homework whatever else the page looks like. */
    private static final int SUMS_OF_HOMEWORK = 3;

    /** Of a page: with more its message would be too long for Kafka. */
    private static final int MOST_ALTERNATIVES = 1200;

    /** Of a sum on any page: what is less likely can hardly be what is right. */
    private static final int LEAST_NAMED = 4;

    /** Sums of a page that may be answered or not: boxes that answers belong into hide that. */
    private static final double MOST_OPEN = 0.1;

    private static final Homework TOLD_BY_SUMS = new Homework(true, new Confidence(0.99));

    private final ArithmeticRecognition recognition;
    private final Raster crop = new Raster();

    ArithmeticReading(LineModel model) {
        this.recognition = model.open();
    }

    List<FoundExpression> find(Raster grey, Ink ink) {
        return recognition.read(grey, ink);
    }

    /** The sums of a page that asks for nothing else; of any other page nothing. */
    List<FoundExpression> findWhereAlone(Raster grey, Ink ink) {
        return recognition.isPageOfSums(grey) ? find(grey, ink) : List.of();
    }

    /** That it is homework, where there are so many sums that its looks do not matter. */
    static Optional<Homework> homework(List<FoundExpression> found) {
        double sums = found.stream().mapToDouble(FoundExpression::confidence).sum();
        return sums < SUMS_OF_HOMEWORK ? Optional.empty() : Optional.of(TOLD_BY_SUMS);
    }

    /**
     * How much is done, where there are some sums and nearly all show whether they are answered.
     */
    static Optional<Completion> completion(List<FoundExpression> found, List<Item> items) {
        long open = found.stream().filter(FoundExpression::mayBeAnswered).count();
        return items.size() < SUMS_OF_HOMEWORK || open > MOST_OPEN * found.size()
                ? Optional.empty()
                : Optional.of(CountedCompletion.of(items));
    }

    /**
     * What was found, as readings have it.
     *
     * @param factor pixels of the photo to one of the raster that was read
     */
    static List<Item> items(List<FoundExpression> found, double factor) {
        int named = Math.max(LEAST_NAMED, MOST_ALTERNATIVES / Math.max(1, found.size()));
        var items = new ArrayList<Item>();
        for (var expression : found) {
            items.add(item(id(items.size()), expression, factor, named));
        }
        return items;
    }

    /**
     * Where answers are written.
     *
     * @param factor pixels of what is looked at to one of the raster that was read
     */
    static List<List<double[]>> answers(List<FoundExpression> found, double factor) {
        return found.stream()
                .map(FoundExpression::written)
                .filter(written -> !written.isEmpty())
                .map(written ->
                        written.stream()
                                .map(c -> new double[] {c[0] * factor, c[1] * factor})
                                .toList())
                .toList();
    }

    private static String id(int place) {
        return "e" + (place + 1);
    }

    private static Item item(String id, FoundExpression found, double factor, int named) {
        return new Item(
                id,
                Kind.EXPRESSION,
                found.corners().stream()
                        .map(c ->
                                new Point(
                                        (int) Math.round(c[0] * factor),
                                        (int) Math.round(c[1] * factor)))
                        .toList(),
                found.expression(),
                found.response(),
                found.state(),
                confidence(found.confidence()),
                found.alternatives().stream()
                        .limit(named)
                        .map(a -> new Alternative(a.response(), confidence(a.probability())))
                        .toList());
    }

    private static Confidence confidence(double value) {
        return new Confidence(Rounded.toFourPlaces(value));
    }

    /** What is shown of each expression, by the ids that {@link #items} gives. */
    Map<String, Jpeg> crops(List<FoundExpression> found, Raster grey) {
        var crops = new LinkedHashMap<String, Jpeg>();
        for (var expression : found) {
            crops.put(id(crops.size()), crop(expression.corners(), grey));
        }
        return crops;
    }

    private Jpeg crop(List<double[]> corners, Raster grey) {
        double width = distance(corners.get(0), corners.get(1));
        double height = distance(corners.get(0), corners.get(3));
        double scale = Math.min(1, WIDEST_CROP_PX / width);
        grey.cut(
                corners,
                (int) Math.max(1, Math.round(width * scale)),
                (int) Math.max(1, Math.round(height * scale)),
                crop);
        return new Jpeg(crop.toJpeg(CROP_QUALITY));
    }

    private static double distance(double[] one, double[] other) {
        return Math.hypot(one[0] - other[0], one[1] - other[1]);
    }

    @Override
    public void close() {
        recognition.close();
        crop.close();
    }
}
