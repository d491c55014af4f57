package io.hongbi.loadtest.load;

import io.hongbi.local.bench.Latencies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;

/** How long pages took from the first byte sent to the answer, by what they were part of. */
final class Times {

    private final Map<String, Queue<Duration>> byPart = new ConcurrentSkipListMap<>();

    void add(String part, Duration time) {
        byPart.computeIfAbsent(part, _ -> new ConcurrentLinkedQueue<>()).add(time);
    }

    /**
     * Of those that were answered.
     *
     * @throws IllegalStateException where none was
     */
    Latencies of(String part) {
        var all = byPart.get(part);
        if (all == null) {
            throw new IllegalStateException("No page of this part was answered: " + part);
        }
        return new Latencies(List.copyOf(all));
    }

    /** A line for each part. */
    List<String> lines() {
        return byPart.keySet().stream()
                .map(part -> {
                    var all = of(part);
                    return "upload to reading, %s: %d pages, p50 %d ms, p95 %d ms, most %d ms"
                            .formatted(
                                    part,
                                    all.sorted().size(),
                                    all.percentileMillis(0.5),
                                    all.percentileMillis(0.95),
                                    all.percentileMillis(1));
                })
                .toList();
    }
}
