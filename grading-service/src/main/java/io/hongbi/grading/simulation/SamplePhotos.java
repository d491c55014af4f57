package io.hongbi.grading.simulation;

import java.util.Random;
import java.util.function.Consumer;
import org.opencv.core.Point;

/**
 * Photos of made-up pages, the same for the same seed: a ruled sheet written on by an invented
 * hand, on a wooden desk, taken with a phone.
 */
public final class SamplePhotos {

    private static final double ASPECT = 4 / 3.0;

    /** With it a photo of 12 megapixels has some 2.4 MB, as a phone's has. */
    private static final int JPEG_QUALITY = 88;

    private static final double GRAIN = 2.6;

    private final int width;
    private final int height;

    /**
     * @param megapixels of the photos, upright 3:4; a phone's have 12
     */
    public SamplePhotos(double megapixels) {
        this.width = 8 * (int) Math.round(Math.sqrt(megapixels * 1e6 / ASPECT) / 8);
        this.height = (int) Math.round(width * ASPECT);
    }

    /** A page written from top to bottom. */
    public SamplePhoto goodPage(long seed) {
        return page("good", 1, seed, _ -> {});
    }

    /** A page of which the upper half is written on. */
    public SamplePhoto halfPage(long seed) {
        return page("half", 0.5, seed, _ -> {});
    }

    /** A page without writing. */
    public SamplePhoto blankPage(long seed) {
        return page("blank", 0, seed, _ -> {});
    }

    /** Out of focus: blurred by a four-hundredth of the longer side. */
    public SamplePhoto blurred(long seed) {
        return page("blurred", 1, seed, photo -> photo.blur(height / 400.0));
    }

    /** A quarter of the light. */
    public SamplePhoto dark(long seed) {
        return page("dark", 1, seed, photo -> photo.expose(0.25));
    }

    /** 400 pixels on the longer side. */
    public SamplePhoto tiny(long seed) {
        return page("tiny", 1, seed, photo -> photo.resize(400));
    }

    /** A lamp's reflex wipes out the middle. */
    public SamplePhoto glaring(long seed) {
        return page(
                "glaring",
                1,
                seed,
                photo ->
                        photo.shine(
                                new Point(photo.width() * 0.5, photo.height() * 0.45),
                                photo.width() * 0.22,
                                255));
    }

    /** The left third of the page lies outside. */
    public SamplePhoto cutOff(long seed) {
        return page("cut-off", 1, seed, photo -> photo.crop(0.35, 0));
    }

    /** Fruit on a cloth. */
    public SamplePhoto notHomework(long seed) {
        var random = new Random(seed);
        try (var scene = Scene.stillLife(width, height, random)) {
            scene.grain(GRAIN, random);
            return new SamplePhoto("not-homework-" + seed, scene.toJpeg(JPEG_QUALITY));
        }
    }

    /**
     * A page written from top to bottom, stored as a phone held otherwise stores it.
     *
     * @param orientation EXIF orientation, 1 to 8
     */
    public SamplePhoto turned(int orientation, long seed) {
        var stored = page("turned-" + orientation, 1, seed, photo -> photo.storeAs(orientation));
        return new SamplePhoto(stored.name(), JpegOrientation.write(stored.jpeg(), orientation));
    }

    private SamplePhoto page(String name, double share, long seed, Consumer<Canvas> camera) {
        var random = new Random(seed);
        try (var scene = Scene.sheetOnDesk(width, height, share, random)) {
            camera.accept(scene);
            scene.grain(GRAIN, random);
            return new SamplePhoto(name + "-" + seed, scene.toJpeg(JPEG_QUALITY));
        }
    }
}
