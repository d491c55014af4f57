package io.hongbi.grading.simulation;

import io.hongbi.common.layout.SheetLayout;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.PageReading;
import io.hongbi.common.reading.Quality;
import io.hongbi.grading.simulation.SheetFilling.Answer;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Climbs the ladder of bad photos: fills sheets, photographs them on a rung, has them read. */
public final class Ladder {

    private static final double PIXELS_PER_MM = 8;

    private final SheetLayout layout;
    private final SheetCamera camera;
    private final BiConsumer<String, byte[]> failures;

    /**
     * @param longerSide pixels of the photos
     * @param failures takes the name and the JPEG of each photo that was sent back, or in which
     *     something was read wrong
     */
    public Ladder(SheetLayout layout, int longerSide, BiConsumer<String, byte[]> failures) {
        this.layout = layout;
        this.camera = new SheetCamera(longerSide);
        this.failures = failures;
    }

    /**
     * What came back on a rung, in items with bubbles.
     *
     * @param right as filled, told for certain
     * @param doubtful asked about
     * @param retake on photos that were sent back
     * @param silentlyWrong told for certain, and not what was filled
     */
    public record Tally(int right, int doubtful, int retake, int silentlyWrong) {

        public int cells() {
            return right + doubtful + retake + silentlyWrong;
        }

        public Tally plus(Tally other) {
            return new Tally(
                    right + other.right,
                    doubtful + other.doubtful,
                    retake + other.retake,
                    silentlyWrong + other.silentlyWrong);
        }
    }

    /** Has so many sheets read on a rung; sheet n is the same whatever the others. */
    public Tally climb(Rung rung, int sheets, long seed, Function<byte[], PageReading> reader) {
        var tally = new Tally(0, 0, 0, 0);
        for (int sheet = 0; sheet < sheets; sheet++) {
            tally = tally.plus(climb(rung, seed + sheet, reader));
        }
        return tally;
    }

    private Tally climb(Rung rung, long seed, Function<byte[], PageReading> reader) {
        var random = new Random(seed * 1_000_003 + rung.name().hashCode());
        var page = layout.pages().getFirst();
        try (var image = PrintedSheet.draw(layout, page, PIXELS_PER_MM, null)) {
            if (rung == Rung.PHOTOCOPY) {
                image.photocopy(seed);
                image.photocopy(seed + 1);
            }
            var answers = SheetFilling.byChance(page, image, rung == Rung.PENCIL_GREY, random);
            var photo = camera.photograph(image, page, layout.paper(), rung, random);
            var reading = reader.apply(photo);
            if (reading.quality().verdict() == Quality.Verdict.RETAKE) {
                failures.accept(rung + "-" + seed + "-retake", photo);
                return new Tally(0, 0, answers.size(), 0);
            }
            return compare(
                    answers, reading, item -> failures.accept(rung + "-" + seed + item, photo));
        }
    }

    private static Tally compare(
            Map<String, Answer> answers, PageReading reading, Consumer<String> failure) {
        var items = reading.items().stream().collect(Collectors.toMap(Item::itemId, item -> item));
        var tally = new Tally(0, 0, 0, 0);
        for (var answer : answers.entrySet()) {
            var item = Objects.requireNonNull(items.get(answer.getKey()));
            var cell = compare(answer.getValue(), item);
            if (cell.right() == 0) {
                failure.accept(
                        "-%s-%s-as-%s-%s"
                                .formatted(
                                        item.itemId(),
                                        answer.getValue().response(),
                                        item.response(),
                                        item.state()));
            }
            tally = tally.plus(cell);
        }
        return tally;
    }

    private static Tally compare(Answer answer, Item item) {
        return switch (item.state()) {
            case OK, BLANK ->
                    Objects.equals(answer.response(), item.response())
                            ? new Tally(1, 0, 0, 0)
                            : new Tally(0, 0, 0, 1);
            case CROSSED_OUT ->
                    answer.corrected()
                                    && item.response() != null
                                    && item.response().equals(answer.response())
                            ? new Tally(1, 0, 0, 0)
                            : new Tally(0, 1, 0, 0);
            case FAINT, MULTIPLE, DOUBTFUL -> new Tally(0, 1, 0, 0);
        };
    }
}
