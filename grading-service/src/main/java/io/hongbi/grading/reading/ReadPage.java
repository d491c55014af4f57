package io.hongbi.grading.reading;

import io.hongbi.common.reading.PageReading;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What comes of reading a photo: the reading, which goes into the event, and the images that go to
 * the object store.
 *
 * @param preview upright, about 1200x1600 px, unmarked; null where the photo could not be decoded
 * @param crops item id to the image of the item's answer
 * @param stages stage of the pipeline to its CPU time, milliseconds, in the order they ran
 * @param cpuMillis CPU time of the whole reading on the calling thread, milliseconds
 */
public record ReadPage(
        PageReading reading,
        @Nullable Jpeg preview,
        Map<String, Jpeg> crops,
        Map<String, Double> stages,
        double cpuMillis) {}
