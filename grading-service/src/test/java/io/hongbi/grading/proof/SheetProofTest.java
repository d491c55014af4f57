package io.hongbi.grading.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.Bubble;
import io.hongbi.common.layout.Proof;
import io.hongbi.common.layout.Proof.Difference;
import io.hongbi.common.layout.SheetItem;
import io.hongbi.common.layout.SheetLayout;
import io.hongbi.grading.reading.PageReaders;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetProofTest {

    private static final PageReaders READERS = PageReaders.ofThisRelease();

    private final SheetLayout layout = PrintedForProof.layout();
    private final SheetProof proof = new SheetProof(READERS);

    @Test
    void findsARealSheetEqual() {
        var proved = proof.prove(layout, List.of(PrintedForProof.page()));

        assertThat(proved).isEqualTo(new Proof(true, 101, List.of()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.7, 4})
    void namesEachItemThatLiesElsewhere(double offMm) {
        for (var item : layout.pages().getFirst().items()) {
            var moved =
                    PrintedForProof.layout(items ->
                            items.stream()
                                    .map(one -> one.equals(item) ? moved(one, offMm) : one)
                                    .toList());

            assertThat(proof.prove(moved, List.of(PrintedForProof.page())).differences())
                    .extracting(Difference::itemId)
                    .isNotEmpty()
                    .containsOnly(item.itemId());
        }
    }

    @Test
    void namesTwoItemsThatStandInEachOthersPlaces() {
        var swapped =
                PrintedForProof.layout(items -> {
                    var choice = (SheetItem.Choice) items.get(0);
                    var digits = (SheetItem.Digits) items.get(3);
                    var others = new ArrayList<>(items);
                    others.set(0, new SheetItem.Digits("q1", false, 0, boxes(choice.places())));
                    others.set(3, new SheetItem.Choice("q4", false, abc(digits.places())));
                    return others;
                });

        assertThat(proof.prove(swapped, List.of(PrintedForProof.page())).differences())
                .extracting(Difference::itemId)
                .containsOnly("q1", "q4");
    }

    @Test
    void namesAnItemThatIsNotPrinted() {
        var boxes = layout.pages().getFirst().items().get(3).places();
        var page = PrintedForProof.page(paint -> boxes.forEach(box -> paint.fill(around(box))));

        assertThat(proof.prove(layout, List.of(page)).differences())
                .containsExactly(
                        new Difference(1, "q4", "box 1", null),
                        new Difference(1, "q4", "box 2", null),
                        new Difference(1, "q4", "box 3", null));
    }

    @Test
    void namesABubbleWithSomethingInIt() {
        var bubble = layout.pages().getFirst().items().get(1).places().get(2);
        var page =
                PrintedForProof.page(paint -> {
                    paint.setColor(Color.BLACK);
                    paint.fill(
                            new Rectangle2D.Double(bubble.xMm() + 2, bubble.yMm() + 1.5, 1, 1.5));
                });

        assertThat(proof.prove(layout, List.of(page)).differences())
                .containsExactly(new Difference(1, "q2", "C", null));
    }

    @Test
    void namesAFiducialThatIsMissing() {
        var fiducial = layout.pages().getFirst().fiducials().get(2).box();
        var page = PrintedForProof.page(paint -> paint.fill(around(fiducial)));

        assertThat(proof.prove(layout, List.of(page)).differences())
                .containsExactly(new Difference(1, null, "fiducial 2", null));
    }

    @Test
    void refusesThePrintOfAnotherRevision() {
        var newer = new SheetLayout(layout.worksheetId(), 2, layout.paper(), layout.pages());

        assertThat(proof.prove(newer, List.of(PrintedForProof.page())).differences())
                .containsExactly(new Difference(1, null, "page 1", "wrong-sheet"));
    }

    @Test
    void refusesAPageWhoseCodeCannotBeRead() {
        var code = layout.pages().getFirst().qr().box();
        var page = PrintedForProof.page(paint -> paint.fill(around(code)));

        assertThat(proof.prove(layout, List.of(page)).differences())
                .containsExactly(new Difference(1, null, "page 1", "unreadable"));
    }

    private static SheetItem moved(SheetItem item, double offMm) {
        return switch (item) {
            case SheetItem.Choice(var id, var multiple, var options) ->
                    new SheetItem.Choice(id, multiple, bubbles(options, offMm));
            case SheetItem.TrueFalse(var id, var options) ->
                    new SheetItem.TrueFalse(id, bubbles(options, offMm));
            case SheetItem.Digits(var id, var sign, var decimals, var boxes) ->
                    new SheetItem.Digits(id, sign, decimals, moved(boxes, offMm));
            case SheetItem.Letters(var id, var boxes) ->
                    new SheetItem.Letters(id, moved(boxes, offMm));
            case SheetItem.Free(var id, var region) ->
                    new SheetItem.Free(id, moved(List.of(region), offMm).getFirst());
        };
    }

    private static List<Bubble> bubbles(List<Bubble> bubbles, double offMm) {
        return bubbles.stream()
                .map(b ->
                        new Bubble(b.value(), b.xMm(), b.yMm() + offMm, b.widthMm(), b.heightMm()))
                .toList();
    }

    private static List<Box> moved(List<Box> boxes, double offMm) {
        return boxes.stream()
                .map(b -> new Box(b.xMm() + offMm, b.yMm(), b.widthMm(), b.heightMm()))
                .toList();
    }

    /** Boxes to write in where something else is printed. */
    private static List<Box> boxes(List<Box> places) {
        return places.stream().map(place -> new Box(place.xMm(), place.yMm(), 8, 10)).toList();
    }

    /** Bubbles where something else is printed. */
    private static List<Bubble> abc(List<Box> places) {
        return IntStream.range(0, places.size())
                .mapToObj(i ->
                        new Bubble(
                                Character.toString('A' + i),
                                places.get(i).xMm(),
                                places.get(i).yMm(),
                                5,
                                5))
                .toList();
    }

    private static Rectangle2D around(Box box) {
        return new Rectangle2D.Double(
                box.xMm() - 0.4, box.yMm() - 0.4, box.widthMm() + 0.8, box.heightMm() + 0.8);
    }
}
