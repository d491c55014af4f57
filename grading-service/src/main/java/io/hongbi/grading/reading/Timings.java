package io.hongbi.grading.reading;

import io.hongbi.grading.photo.Raster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long the stages of a reading take once the code is warm: the median of several readings, and
 * beside it what the codec alone takes for a half-size grey decode of the same file in the same
 * run.
 *
 * @param cpuMillis of the whole reading
 * @param stages stage to CPU time, milliseconds; the last is {@code reference}
 */
record Timings(double cpuMillis, Map<String, Double> stages) {

    private static final int READINGS = 11;
    private static final String REFERENCE = "reference";
    private static final String WHOLE = "whole";

    static Timings of(PageReader reader, byte[] photo, ReadingTask task) {
        var times = new LinkedHashMap<String, List<Double>>();
        try (var plain = new Raster()) {
            for (int i = 0; i < READINGS; i++) {
                var page = reader.read(photo, task);
                page.stages().forEach((stage, millis) -> add(times, stage, millis));
                add(times, WHOLE, page.cpuMillis());
                add(times, REFERENCE, decode(plain, photo));
            }
        }
        var medians = new LinkedHashMap<String, Double>();
        times.forEach((stage, millis) -> medians.put(stage, Rounded.toOnePlace(median(millis))));
        var whole = medians.remove(WHOLE);
        return new Timings(whole == null ? 0 : whole, medians);
    }

    private static double decode(Raster plain, byte[] photo) {
        var watch = new Stopwatch();
        plain.decode(photo, 2);
        return watch.millis();
    }

    private static void add(Map<String, List<Double>> times, String stage, double millis) {
        times.computeIfAbsent(stage, _ -> new ArrayList<>()).add(millis);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
