package io.hongbi.grading.simulation;

/** The ladder of bad photos: what can go wrong when a sheet is photographed, step by step. */
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
    PHOTOCOPY;

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
                    DARK ->
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
