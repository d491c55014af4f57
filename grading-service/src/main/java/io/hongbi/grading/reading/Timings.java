package io.hongbi.grading.reading;

import io.hongbi.common.reading.Photo;
import io.hongbi.grading.photo.Decoder;
import io.hongbi.grading.photo.Preview;
import io.hongbi.grading.photo.Raster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long the stages of a reading take once the code is warm: the median of several readings, and
 * beside it what the codec alone takes in the same run for a plain grey decode of the same file, at
 * the size that is read, and for encoding its preview.
 *
 * @param cpuMillis of the whole reading
 * @param stages stage to CPU time, milliseconds; the last are {@code reference}, the decode, and
 *     {@code referenceEncode}
 * @param ratio of the whole reading to decode and encode together
 */
record Timings(double cpuMillis, Map<String, Double> stages, double ratio) {

    /** Of the stages' loops: a worker has read thousands of pages. */
    private static final int READINGS_TO_WARM_UP = 30;

    private static final int READINGS = 11;
    private static final String DECODE = "reference";
    private static final String ENCODE = "referenceEncode";
    private static final String WHOLE = "whole";

    static Timings of(PageReader reader, byte[] photo, ReadingTask task) {
        var times = new LinkedHashMap<String, List<Double>>();
        for (int i = 0; i < READINGS_TO_WARM_UP; i++) {
            reader.read(photo, task);
        }
        try (var plain = new Raster()) {
            for (int i = 0; i < READINGS; i++) {
                var page = reader.read(photo, task);
                page.stages().forEach((stage, millis) -> add(times, stage, millis));
                add(times, WHOLE, page.cpuMillis());
                add(times, DECODE, decode(plain, photo, page.reading().photo()));
                add(times, ENCODE, encode(plain, page.preview()));
            }
        }
        var medians = new LinkedHashMap<String, Double>();
        times.forEach((stage, millis) -> medians.put(stage, median(millis)));
        double whole = medians.getOrDefault(WHOLE, 0.0);
        double reference = medians.getOrDefault(DECODE, 0.0) + medians.getOrDefault(ENCODE, 0.0);
        medians.remove(WHOLE);
        medians.replaceAll((_, millis) -> Rounded.toOnePlace(millis));
        return new Timings(whole, medians, whole / reference);
    }

    private static double decode(Raster plain, byte[] file, @Nullable Photo photo) {
        int longerSide = photo == null ? 0 : Math.max(photo.width(), photo.height());
        var watch = new Stopwatch();
        plain.decode(file, Decoder.reduction(longerSide));
        return watch.millis();
    }

    private static double encode(Raster plain, @Nullable Jpeg preview) {
        if (preview == null) {
            return 0;
        }
        plain.decode(preview.bytes(), 1);
        var watch = new Stopwatch();
        plain.toJpeg(Preview.JPEG_QUALITY);
        return watch.millis();
    }

    private static void add(Map<String, List<Double>> times, String stage, double millis) {
        times.computeIfAbsent(stage, _ -> new ArrayList<>()).add(millis);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
