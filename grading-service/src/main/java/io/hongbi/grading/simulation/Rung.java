package io.hongbi.grading.simulation;

import java.util.Arrays;
import java.util.List;

/**
 * The ladder of bad photos: what can go wrong when a sheet is photographed, step by step; and
 * behind it the mishaps, where what was printed or handed in is wrong.
 */
public enum Rung {
    PLAIN,
    ROTATED_90,
    ROTATED_180,
    ROTATED_270,
    TILTED_6,
    TILTED_12,
    TILTED_20,
    PERSPECTIVE_30,
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
    CURL,
    THUMB,
    PENCIL_GREY,
    PHOTOCOPY,
    /** Printed to fit: 94 % of its size, in the middle of the paper. */
    PRINTED_94,
    PRINTED_104,
    /** A corner is gone, with its marker. */
    TORN_CORNER,
    /** Written with a red ball pen, of which a grey photo shows what it shows. */
    RED_INK,
    /** Not paper, but a screen: its pixels are seen. */
    SCREEN,
    /** Written beside the boxes and bubbles. */
    OUTSIDE_BOXES,
    /** A selfie camera's view. */
    MIRRORED,
    /** Two copies side by side. */
    TWO_SHEETS,
    /** Another page beside it, both rising towards the fold. */
    BOOK;

    /** The ladder without the mishaps. */
    public static List<Rung> ladder() {
        return Arrays.stream(values()).filter(rung -> rung.compareTo(PHOTOCOPY) <= 0).toList();
    }

    /** What is printed, written or handed in in a wrong way. */
    public static List<Rung> mishaps() {
        return Arrays.stream(values()).filter(rung -> rung.compareTo(PHOTOCOPY) > 0).toList();
    }

    /** Whether a reader is to read nearly everything on it. */
    public boolean mild() {
        return switch (this) {
            case TILTED_20,
                    PERSPECTIVE_30,
                    BLUR_700,
                    BLUR_400,
                    LONGER_SIDE_700,
                    NOISE_20,
                    GLARE,
                    CURL,
                    THUMB,
                    PENCIL_GREY,
                    PHOTOCOPY,
                    DARK,
                    PRINTED_94,
                    PRINTED_104,
                    TORN_CORNER,
                    RED_INK,
                    SCREEN,
                    OUTSIDE_BOXES,
                    MIRRORED,
                    TWO_SHEETS,
                    BOOK ->
                    false;
            case PLAIN,
                    ROTATED_90,
                    ROTATED_180,
                    ROTATED_270,
                    TILTED_6,
                    TILTED_12,
                    HALF_SHADOW,
                    SOFT_SHADOW,
                    BLUR_1500,
                    LONGER_SIDE_1000,
                    JPEG_15,
                    LIGHT_DESK ->
                    true;
        };
    }
}
