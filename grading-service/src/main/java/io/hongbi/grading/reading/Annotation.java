package io.hongbi.grading.reading;

import io.hongbi.common.reading.Completion;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.NeatnessFeatures;
import io.hongbi.common.reading.PageReading;
import io.hongbi.common.reading.Quality;
import io.hongbi.grading.photo.Raster;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws what was read on the preview, for people who look at the reader's work. */
final class Annotation implements AutoCloseable {

    private static final int BASELINE_PX = 40;
    private static final int LINE_PX = 44;
    private static final int JPEG_QUALITY = 80;

    private final Raster preview = new Raster();
    private final Raster marked = new Raster();
    private final Raster twice = new Raster();

    /** The name of a photo's annotated preview. */
    static String name(Path photo) {
        var name = String.valueOf(photo.getFileName());
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + "-read.jpg";
    }

    byte[] of(PageReading reading, Jpeg image) {
        preview.decode(image.bytes(), 1);
        frame(reading);
        preview.caption(verdict(reading), BASELINE_PX, marked);
        marked.caption(work(reading), BASELINE_PX + LINE_PX, twice);
        return twice.toJpeg(JPEG_QUALITY);
    }

    private void frame(PageReading reading) {
        var photo = reading.photo();
        double scale = photo == null ? 1 : (double) preview.width() / photo.width();
        for (var item : reading.items()) {
            preview.frame(
                    item.region().stream()
                            .map(at -> new double[] {at.x() * scale, at.y() * scale})
                            .toList(),
                    told(item));
        }
    }

    /** The response, with a question mark where it is not certain. */
    private static String told(Item item) {
        var response = Objects.requireNonNullElse(item.response(), "");
        return switch (item.state()) {
            case OK -> response;
            case BLANK -> "-";
            case FAINT, MULTIPLE, CROSSED_OUT, DOUBTFUL -> response + "?";
        };
    }

    private static String verdict(PageReading reading) {
        var quality = reading.quality();
        var measured =
                String.format(
                        Locale.ROOT,
                        "sharpness %.2f  light %.2f",
                        quality.sharpness(),
                        quality.light());
        return quality.verdict() == Quality.Verdict.OK
                ? "ok  " + measured
                : "retake " + quality.reasons() + "  " + measured;
    }

    private static String work(PageReading reading) {
        var homework = reading.homework();
        if (homework == null) {
            return "";
        }
        var kind =
                String.format(
                        Locale.ROOT,
                        "%s %.3f",
                        homework.value() ? "homework" : "no homework",
                        homework.confidence().value());
        var completion = reading.completion();
        return completion == null
                ? kind
                : kind + "  " + done(completion, reading.neatnessFeatures());
    }

    private static String done(Completion completion, @Nullable NeatnessFeatures neatness) {
        var share =
                String.format(
                        Locale.ROOT,
                        "%s %.2f (%.2f)",
                        completion.value(),
                        completion.share(),
                        completion.confidence().value());
        return neatness == null
                ? share
                : share
                        + String.format(
                                Locale.ROOT,
                                "  lines %.2f size %.2f corrections %d contrast %.2f",
                                neatness.lineSteadiness(),
                                neatness.sizeEvenness(),
                                neatness.corrections(),
                                neatness.contrast());
    }

    @Override
    public void close() {
        preview.close();
        marked.close();
        twice.close();
    }
}
