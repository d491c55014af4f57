package io.hongbi.grading.sheet;

import io.hongbi.common.layout.Bubble;
import io.hongbi.common.layout.Fiducial;
import io.hongbi.common.layout.SheetItem;
import io.hongbi.common.layout.SheetLayout;
import io.hongbi.common.layout.SheetPage;
import io.hongbi.common.layout.StudentNumber;
import io.hongbi.common.reading.Item.State;
import io.hongbi.grading.photo.Raster;
import io.hongbi.grading.sheet.Registration.Registered;
import io.hongbi.grading.sheet.Registration.Unregistered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the pages of worksheets. One thread only; it keeps its buffers. */
public final class SheetRecognition implements AutoCloseable {

    /** Larger than a bubble, so that a filled one is no part of the paper. */
    private static final double WIDER_THAN_A_BUBBLE_MM = 6.4;

    /** Score of frames that are printed and seen, as a share of black. */
    private static final double SEEN = 0.12;

    /** Below it the layout is not that of the page, or the page cannot be seen. */
    private static final double LEAST_FRAMES = 0.6;

    private final Raster small = new Raster();
    private final Raster paper = new Raster();
    private final Raster enlarged = new Raster();
    private final Raster missing = new Raster();
    private final InkField field = new InkField();
    private final SheetFinder finder = new SheetFinder(field);
    private final CodeReader codes = new CodeReader(field);

    /**
     * Reads a photo.
     *
     * @param photo upright by its EXIF data; the sheet may lie in it in any direction
     * @param copy the same at about 1000 pixels, a whole fraction of the photo
     */
    public SheetOutcome read(Raster photo, Raster copy, SheetLayout layout) {
        copy.shrinkBy(2, small);
        field.take(photo);
        var first = layout.pages().getFirst();
        return switch (finder.find(photo, copy, first)) {
            case Unregistered(var cause) -> new SheetOutcome.Unreadable(cause(cause));
            case Registered registered -> page(photo, copy, registered, layout);
        };
    }

    private static SheetOutcome.Cause cause(Registration.Cause cause) {
        return switch (cause) {
            case NO_FIDUCIALS -> SheetOutcome.Cause.NO_SHEET;
            case TOO_FEW_FIDUCIALS -> SheetOutcome.Cause.CUT_OFF;
            case MIRRORED -> SheetOutcome.Cause.MIRRORED;
            case SEVERAL_SHEETS -> SheetOutcome.Cause.SEVERAL_SHEETS;
        };
    }

    private SheetOutcome page(
            Raster photo, Raster copy, Registered registered, SheetLayout layout) {
        var qr = layout.pages().getFirst().qr();
        var code = codes.read(qr, registered.toPhoto()).orElse(null);
        if (code == null) {
            return new SheetOutcome.Unreadable(
                    registered.fiducials() < 4
                            ? SheetOutcome.Cause.CUT_OFF
                            : SheetOutcome.Cause.CODE_UNREADABLE);
        }
        if (!code.isOf(layout.worksheetId())
                || code.revision() != layout.revision()
                || code.page() > layout.pages().size()) {
            return new SheetOutcome.WrongSheet();
        }
        var page = layout.pages().get(code.page() - 1);
        takeInk(photo, copy, registered.toPhoto(), page);
        var local = new LocalField(new FrameScore(field, registered.toPhoto()), SEEN);
        local.settle(
                page.fiducials().stream().map(Fiducial::box).map(FrameGroup::middle).toList(),
                FrameGroup.of(page));
        if (local.foundShare() < LEAST_FRAMES) {
            return new SheetOutcome.Unreadable(SheetOutcome.Cause.FRAMES_NOT_FOUND);
        }
        var bubbles =
                new BubbleMarks(field, registered.toPhoto(), local, 1 - registered.black())
                        .of(families(page));
        return new SheetOutcome.Found(
                new FoundSheet(
                        page,
                        code,
                        number(page.studentNumber(), bubbles),
                        choices(page, bubbles),
                        new Surface(registered.toPhoto(), local, field, 1 - registered.black())));
    }

    /** From here on the paper is what lies beneath print and answers. */
    private void takeInk(Raster photo, Raster copy, Homography toPhoto, SheetPage page) {
        var middle = FrameGroup.middle(page.fiducials().getFirst().box());
        var across = FrameGroup.middle(page.fiducials().get(2).box());
        var local =
                toPhoto.around(
                        new Place((middle.x() + across.x()) / 2, (middle.y() + across.y()) / 2));
        double factor = Math.round((double) photo.width() / small.width());
        double pixels = WIDER_THAN_A_BUBBLE_MM * Math.sqrt(Math.abs(local.area())) / factor;
        small.fillDark(1 + 2 * (int) Math.ceil(pixels / 2), paper);
        copy.missingOf(paper, enlarged, missing);
        field.takeInk(missing);
    }

    /** The number's bubbles stand closer and have other labels than those of the items. */
    private static List<List<Bubble>> families(SheetPage page) {
        var number = new ArrayList<Bubble>();
        if (page.studentNumber() instanceof StudentNumber.Bubbles(var columns)) {
            columns.forEach(number::addAll);
        }
        var items = new ArrayList<Bubble>();
        page.items().forEach(item -> items.addAll(options(item)));
        return List.of(number, items);
    }

    private static List<Bubble> options(SheetItem item) {
        return switch (item) {
            case SheetItem.Choice choice -> choice.options();
            case SheetItem.TrueFalse trueFalse -> trueFalse.options();
            case SheetItem.Digits _, SheetItem.Letters _, SheetItem.Free _ -> List.of();
        };
    }

    private static Map<String, BubbleChoice> choices(
            SheetPage page, Map<Bubble, BubbleMark> marks) {
        var choices = new HashMap<String, BubbleChoice>();
        for (var item : page.items()) {
            var options = options(item);
            if (!options.isEmpty()) {
                boolean multiple = item instanceof SheetItem.Choice choice && choice.multiple();
                choices.put(item.itemId(), choice(options, multiple, marks));
            }
        }
        return choices;
    }

    private static BubbleChoice choice(
            List<Bubble> bubbles, boolean multiple, Map<Bubble, BubbleMark> marks) {
        return BubbleChoice.of(
                bubbles.stream()
                        .map(bubble ->
                                new BubbleChoice.Option(
                                        bubble.value(),
                                        marks.getOrDefault(bubble, BubbleMark.UNSEEN)))
                        .toList(),
                multiple);
    }

    /**
     * A number is certain where each of its digits is; digits left out at its ends are none, left
     * out between others they make it doubtful, left out altogether it is blank.
     */
    private static @Nullable BubbleChoice number(
            @Nullable StudentNumber place, Map<Bubble, BubbleMark> marks) {
        if (!(place instanceof StudentNumber.Bubbles(var columns))) {
            return null;
        }
        var digits = columns.stream().map(column -> choice(column, false, marks)).toList();
        double confidence =
                digits.stream().mapToDouble(BubbleChoice::confidence).reduce(1, (a, b) -> a * b);
        if (digits.stream().allMatch(digit -> digit.state() == State.BLANK)) {
            return new BubbleChoice(null, State.BLANK, confidence, List.of());
        }
        var number =
                digits.stream()
                        .map(digit -> digit.state() == State.OK ? digit.response() : " ")
                        .collect(Collectors.joining())
                        .strip();
        boolean certain =
                digits.stream().allMatch(d -> d.state() == State.OK || d.state() == State.BLANK);
        return certain && number.indexOf(' ') < 0
                ? new BubbleChoice(number, State.OK, confidence, List.of())
                : new BubbleChoice(null, State.DOUBTFUL, Math.min(confidence, 0.5), List.of());
    }

    @Override
    public void close() {
        small.close();
        paper.close();
        enlarged.close();
        missing.close();
        finder.close();
    }
}
