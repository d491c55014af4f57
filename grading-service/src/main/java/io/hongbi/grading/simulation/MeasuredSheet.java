package io.hongbi.grading.simulation;

import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.Bubble;
import io.hongbi.common.layout.SheetItem;
import io.hongbi.common.layout.SheetLayout;
import io.hongbi.common.layout.SheetPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Sheets with as many answer places as wanted, all of them used: what reading them costs. */
public final class MeasuredSheet {

    private static final int PLACES_IN_A_ROW = 8;
    private static final int MOST_PLACES = 200;
    private static final double PITCH_MM = 10;
    private static final double PIXELS_PER_MM = 12;
    private static final long SEED = 7;

    private final SheetLayout layout;

    private MeasuredSheet(SheetLayout layout) {
        this.layout = layout;
    }

    /**
     * A sheet with four bubbles and four digit boxes to a row.
     *
     * @param places up to 200, in eights
     */
    public static MeasuredSheet of(int places) {
        if (places < PLACES_IN_A_ROW || places > MOST_PLACES || places % PLACES_IN_A_ROW != 0) {
            throw new IllegalArgumentException(places + " places do not fill rows of eight");
        }
        var items = new ArrayList<SheetItem>();
        for (int row = 0; row < places / PLACES_IN_A_ROW; row++) {
            double y = 27 + PITCH_MM * row;
            items.add(new SheetItem.Choice("q" + (items.size() + 1), false, bubbles(y)));
            items.add(new SheetItem.Digits("q" + (items.size() + 1), false, 0, boxes(y)));
        }
        var sample = SampleSheet.mixed();
        var page = sample.pages().getFirst();
        return new MeasuredSheet(
                new SheetLayout(
                        sample.worksheetId(),
                        1,
                        sample.paper(),
                        List.of(new SheetPage(1, page.fiducials(), page.qr(), null, items))));
    }

    /** What is printed where. */
    public SheetLayout layout() {
        return layout;
    }

    /**
     * A photo of the sheet in good light with something in every item.
     *
     * @param longerSide pixels
     */
    public byte[] photo(int longerSide) {
        var page = layout.pages().getFirst();
        var random = new Random(SEED);
        try (var image = PrintedSheet.draw(layout, page, PIXELS_PER_MM, null)) {
            SheetFilling.asWanted(page, image, responses(page, random), random);
            return new SheetCamera(longerSide)
                    .photograph(image, page, layout.paper(), Rung.PLAIN, random);
        }
    }

    private static Map<String, String> responses(SheetPage page, Random random) {
        var responses = new HashMap<String, String>();
        for (var item : page.items()) {
            responses.put(
                    item.itemId(),
                    item instanceof SheetItem.Digits ? "" + random.nextInt(1000, 10000) : "B");
        }
        return responses;
    }

    private static List<Bubble> bubbles(double y) {
        var bubbles = new ArrayList<Bubble>();
        for (int i = 0; i < 4; i++) {
            bubbles.add(new Bubble("ABCD".substring(i, i + 1), 30 + 10.0 * i, y + 1.5, 5, 5));
        }
        return bubbles;
    }

    private static List<Box> boxes(double y) {
        var boxes = new ArrayList<Box>();
        for (int i = 0; i < 4; i++) {
            boxes.add(new Box(110 + 8.0 * i, y, 7, 8.5));
        }
        return boxes;
    }
}
