package io.hongbi.grading.proof;

import io.hongbi.common.reading.PageReading;
import io.hongbi.grading.reading.Jpeg;
import io.hongbi.grading.reading.PageReader;
import io.hongbi.grading.reading.ReadingTask;
import java.util.Map;

/** Reads the photos of a ladder, counts what it costs, and remembers the cuts of the last one. */
final class LadderReader {

    private final PageReader reader;
    private Map<String, Jpeg> crops = Map.of();
    private double cpuMillis;
    private int photos;

    LadderReader(PageReader reader) {
        this.reader = reader;
    }

    PageReading read(byte[] photo, ReadingTask task) {
        var page = reader.read(photo, task);
        crops = page.crops();
        cpuMillis += page.cpuMillis();
        photos++;
        return page.reading();
    }

    /** Of the photo that was read last, by item id. */
    Map<String, Jpeg> crops() {
        return crops;
    }

    /** CPU time of a photo, as a mean. */
    double meanCpuMillis() {
        return cpuMillis / photos;
    }
}
