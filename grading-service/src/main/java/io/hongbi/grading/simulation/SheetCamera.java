package io.hongbi.grading.simulation;

import io.hongbi.common.layout.Paper;
import io.hongbi.common.layout.SheetPage;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;

/** Photographs sheets on a desk, well or in one of the bad ways of the ladder. */
public final class SheetCamera {

    private static final int JPEG_QUALITY = 88;

    /** Of a desktop screen with 1920 pixels on 53 cm. */
    private static final double SCREEN_PITCH_MM = 0.277;

    /**
     * How far to the right a sheet beneath another lies, of the photo's width; and the upper one.
     */
    private static final double BENEATH = 0.12;

    private static final double ABOVE = -0.025;

    private final int longerSide;

    /**
     * @param longerSide pixels of the photo, upright 3:4
     */
    public SheetCamera(int longerSide) {
        this.longerSide = longerSide;
    }

    /** A grey JPEG; the same for the same page, rung and seed. */
    public byte[] photograph(
            PageImage sheet, SheetPage page, Paper paper, Rung rung, Random random) {
        return take(
                lying(rung),
                rung,
                random,
                desk -> {
                    try (var seen = seen(sheet, rung)) {
                        switch (rung) {
                            case TWO_SHEETS -> desk.sideBySide(seen, seen, paper);
                            case BOOK -> {
                                try (var other =
                                        DensePage.print(paper, sheet.pixelsPerMm(), random)) {
                                    desk.sideBySide(seen, other, paper);
                                }
                            }
                            default -> {
                                var projection = desk.lay(seen, paper, 0);
                                cover(desk.cover(projection, random), page, paper, rung, random);
                            }
                        }
                    }
                });
    }

    /**
     * A grey JPEG of a page that is no sheet of ours: it has no markers to be covered. A sheet that
     * lies beneath shows at the right.
     *
     * @param beneath null where nothing lies there
     */
    public byte[] photographPage(
            PageImage sheet, @Nullable PageImage beneath, Paper paper, Rung rung, Random random) {
        return take(
                lying(rung),
                rung,
                random,
                desk -> {
                    if (beneath != null) {
                        desk.lay(beneath, paper, BENEATH);
                    }
                    try (var seen = seen(sheet, rung)) {
                        desk.lay(seen, paper, beneath == null ? 0 : ABOVE);
                    }
                });
    }

    /** A grey JPEG of the two pages of an open book, the phone held lying. */
    public byte[] photographBook(PageImage left, PageImage right, Paper paper, Random random) {
        return take(true, Rung.BOOK, random, desk -> desk.sideBySide(left, right, paper));
    }

    private byte[] take(boolean lying, Rung rung, Random random, Consumer<Desk> laid) {
        var view = viewpoint(rung, random);
        int width = lying ? longerSide : longerSide * 3 / 4;
        int height = lying ? longerSide * 3 / 4 : longerSide;
        var photo = Desk.bare(width, height, greyOfDesk(rung), random);
        laid.accept(new Desk(photo, view));
        try (var light = new PhotoLight(photo, random)) {
            light.fall(rung);
        }
        if (rung == Rung.MIRRORED) {
            Core.flip(photo, photo, 1);
        }
        return PhotoLight.develop(photo, rung, JPEG_QUALITY, random);
    }

    private static void cover(
            CornerCover cover, SheetPage page, Paper paper, Rung rung, Random random) {
        switch (rung) {
            case THUMB -> cover.thumb(page.fiducials().get(random.nextInt(4)).box());
            case TORN_CORNER -> cover.tear(random.nextInt(4), paper, greyOfDesk(rung));
            default -> {}
        }
    }

    private static int greyOfDesk(Rung rung) {
        return rung == Rung.LIGHT_DESK ? 222 : 96;
    }

    /** Whether the phone is held lying. */
    private static boolean lying(Rung rung) {
        return switch (rung) {
            case ROTATED_90, ROTATED_270, TWO_SHEETS, BOOK -> true;
            default -> false;
        };
    }

    /** What lies there of the sheet. */
    private static PageImage seen(PageImage sheet, Rung rung) {
        return switch (rung) {
            case PRINTED_94 -> sheet.scaled(0.94);
            case PRINTED_104 -> sheet.scaled(1.04);
            case SCREEN -> sheet.onScreen(SCREEN_PITCH_MM);
            default -> sheet.copy();
        };
    }

    private static Viewpoint viewpoint(Rung rung, Random random) {
        double turn = random.nextDouble(-2, 2);
        double lean = random.nextDouble(0, 5);
        double towards = random.nextDouble(360);
        double bend = random.nextDouble(0, 1.5);
        int sign = random.nextBoolean() ? 1 : -1;
        return switch (rung) {
            case ROTATED_90 -> new Viewpoint(90 + turn, lean, towards, bend);
            case ROTATED_180 -> new Viewpoint(180 + turn, lean, towards, bend);
            case ROTATED_270 -> new Viewpoint(270 + turn, lean, towards, bend);
            case TILTED_6 -> new Viewpoint(6 * sign, lean, towards, bend);
            case TILTED_12 -> new Viewpoint(12 * sign, lean, towards, bend);
            case TILTED_20 -> new Viewpoint(20 * sign, lean, towards, bend);
            case PERSPECTIVE_30 -> new Viewpoint(turn, 30, towards, bend);
            case CURL -> new Viewpoint(turn, lean, towards, 12);
            case BOOK -> new Viewpoint(turn, lean, towards, 8);
            case PLAIN,
                    HALF_SHADOW,
                    SOFT_SHADOW,
                    DARK,
                    BLUR_1500,
                    BLUR_700,
                    BLUR_400,
                    LONGER_SIDE_1000,
                    LONGER_SIDE_700,
                    JPEG_15,
                    NOISE_20,
                    LIGHT_DESK,
                    GLARE,
                    THUMB,
                    PENCIL_GREY,
                    PHOTOCOPY,
                    PRINTED_94,
                    PRINTED_104,
                    TORN_CORNER,
                    RED_INK,
                    SCREEN,
                    OUTSIDE_BOXES,
                    MIRRORED,
                    TWO_SHEETS ->
                    new Viewpoint(turn, lean, towards, bend);
        };
    }
}
