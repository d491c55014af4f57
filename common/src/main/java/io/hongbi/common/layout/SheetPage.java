package io.hongbi.common.layout;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of a sheet.
 *
 * @param number from 1
 * @param fiducials four, ids 0 to 3, clockwise from the top left
 * @param studentNumber null on a page that does not ask for it
 * @param items those whose answers are given on this page, in order; an item never spreads over two
 */
public record SheetPage(
        int number,
        List<Fiducial> fiducials,
        QrPlace qr,
        @Nullable StudentNumber studentNumber,
        List<SheetItem> items) {

    public SheetPage {
        fiducials = List.copyOf(fiducials);
        items = List.copyOf(items);
        SheetRules.requireBetween(number, 1, SheetCode.LAST_PAGE);
        requireCorners(fiducials);
    }

    /** Everything with a place: fiducials, QR code, student number, answers. */
    public List<Box> places() {
        return Stream.of(
                        fiducials.stream().map(Fiducial::box),
                        Stream.of(qr.box()),
                        studentNumber == null
                                ? Stream.<Box>empty()
                                : studentNumber.places().stream(),
                        items.stream().flatMap(item -> item.places().stream()))
                .flatMap(places -> places)
                .toList();
    }

    private static void requireCorners(List<Fiducial> fiducials) {
        SheetRules.requireBetween(fiducials.size(), 4, 4);
        for (int i = 0; i < 4; i++) {
            var here = fiducials.get(i);
            var across = fiducials.get((i + 2) % 4);
            boolean left = i == 0 || i == 3;
            boolean upper = i < 2;
            if (here.id() != i
                    || left != here.xMm() < across.xMm()
                    || upper != here.yMm() < across.yMm()) {
                throw new IllegalArgumentException(
                        "Fiducials 0 to 3 go clockwise from the top left");
            }
        }
    }
}
