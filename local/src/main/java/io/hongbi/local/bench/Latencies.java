package io.hongbi.local.bench;

import java.time.Duration;
import java.util.List;

/** Durations in order. */
public record Latencies(List<Duration> sorted) {

    public Latencies {
        sorted = sorted.stream().sorted().toList();
    }

    /**
     * The duration that the share of all do not exceed (nearest rank).
     *
     * @param share 0 to 1
     */
    public long percentileMillis(double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(1, rank) - 1).toMillis();
    }
}
