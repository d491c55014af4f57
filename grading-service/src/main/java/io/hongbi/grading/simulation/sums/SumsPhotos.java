package io.hongbi.grading.simulation.sums;

import io.hongbi.grading.simulation.Hands;
import io.hongbi.grading.simulation.Rung;
import io.hongbi.grading.simulation.SheetCamera;
import java.util.List;
import java.util.Random;

/** Photos of made-up pages of sums, taken as phones take them. */
public final class SumsPhotos {

    private final Hands hands;
    private final int longerSide;

    /**
     * @param hands by whom the pages are answered
     * @param longerSide pixels of the photos, upright 3:4; 4032 of one of 12 megapixels
     */
    public SumsPhotos(Hands hands, int longerSide) {
        this.hands = hands;
        this.longerSide = longerSide;
    }

    /**
     * A photo with what stands on it.
     *
     * @param jpeg grey
     * @param sums row by row from left to right
     */
    @SuppressWarnings("ArrayRecordComponent") // a file's bytes, handed over and never compared
    public record SumsPhoto(byte[] jpeg, List<WrittenSum> sums) {}

    /** The same for the same layout, rung and seed. */
    public SumsPhoto photo(SumsLayout layout, Rung rung, long seed) {
        try (var page = SumsPage.draw(layout, hands, seed)) {
            var jpeg =
                    new SheetCamera(longerSide)
                            .photographPage(
                                    page.image(), null, page.paper(), rung, new Random(seed));
            return new SumsPhoto(jpeg, page.sums());
        }
    }
}
