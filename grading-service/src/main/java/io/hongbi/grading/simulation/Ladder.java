package io.hongbi.grading.simulation;

import io.hongbi.common.layout.SheetItem;
import io.hongbi.common.layout.SheetLayout;
import io.hongbi.common.layout.SheetPage;
import io.hongbi.common.reading.PageReading;
import io.hongbi.grading.simulation.Pupil.Answer;
import io.hongbi.grading.simulation.Pupil.Filled;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Climbs the ladder of bad photos: fills sheets, photographs them on a rung, has them read. */
public final class Ladder {

    private static final double PIXELS_PER_MM = 8;

    private final SheetLayout layout;
    private final SheetCamera camera;
    private final Hands hands;
    private final Consumer<Miss> misses;

    /**
     * @param longerSide pixels of the photos
     * @param hands who fills the sheets in
     * @param misses takes what was not told for certain as it was filled in, and photos that were
     *     sent back
     */
    public Ladder(SheetLayout layout, int longerSide, Hands hands, Consumer<Miss> misses) {
        this.layout = layout;
        this.camera = new SheetCamera(longerSide);
        this.hands = hands;
        this.misses = misses;
    }

    /**
     * What was not told for certain as it was filled in.
     *
     * @param sheet names rung and sheet
     * @param itemId null for the photo as a whole, and for the student's number
     * @param what for instance {@code wrong-43-as-48-ok}
     * @param photo JPEG
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Miss(String sheet, @Nullable String itemId, String what, byte[] photo) {}

    /**
     * Has so many sheets read on a rung; sheet n is the same whatever the others. Of a layout with
     * several pages they come in turn.
     *
     * @param blank whether nothing is filled in
     */
    public Map<Cell, Tally> climb(
            Rung rung, int sheets, long seed, boolean blank, Function<byte[], PageReading> reader) {
        var tallies = new EnumMap<Cell, Tally>(Cell.class);
        for (int sheet = 0; sheet < sheets; sheet++) {
            var page = layout.pages().get(sheet % layout.pages().size());
            climb(page, rung, seed + sheet, blank, reader)
                    .forEach((cell, tally) -> tallies.merge(cell, tally, Tally::plus));
        }
        return tallies;
    }

    private Map<Cell, Tally> climb(
            SheetPage page,
            Rung rung,
            long seed,
            boolean blank,
            Function<byte[], PageReading> reader) {
        var random = new Random(seed * 1_000_003 + rung.name().hashCode());
        try (var image = PrintedSheet.draw(layout, page, PIXELS_PER_MM, null)) {
            if (rung == Rung.PHOTOCOPY) {
                image.photocopy(seed);
                image.photocopy(seed + 1);
            }
            var filled =
                    blank
                            ? nothing(page)
                            : Pupil.fill(page, image, hands.pick(random), rung, random);
            var photo = camera.photograph(image, page, layout.paper(), rung, random);
            var sheet = rung + "-" + page.items().size() + "-items-" + seed;
            return Comparison.of(
                    page,
                    filled,
                    reader.apply(photo),
                    (itemId, what) -> misses.accept(new Miss(sheet, itemId, what, photo)));
        }
    }

    private static Filled nothing(SheetPage page) {
        return new Filled(
                null,
                page.items().stream()
                        .collect(
                                Collectors.toMap(SheetItem::itemId, _ -> new Answer(null, false))));
    }
}
