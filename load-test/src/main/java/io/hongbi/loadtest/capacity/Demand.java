package io.hongbi.loadtest.capacity;

import java.time.Duration;

/**
 * A load.
 *
 * @param pages in all
 * @param accepted by this time they have been sent and accepted, at an even rate
 * @param read by this time, from the first on, they have been read
 */
record Demand(String name, long pages, Duration accepted, Duration read) {

    Demand {
        if (pages < 1 || accepted.isZero() || read.compareTo(accepted) < 0) {
            throw new IllegalArgumentException("Not a load: " + name);
        }
    }

    /**
     * The busiest of a day's evening: pages come as a normal distribution about its peak.
     *
     * @param deviation of the hand-in times; with 75 minutes two thirds come within two and a half
     *     hours
     */
    static Demand evening(String name, long pagesOfTheDay, Duration deviation) {
        double perSecond = pagesOfTheDay / (deviation.toSeconds() * Math.sqrt(2 * Math.PI));
        var minute = Duration.ofMinutes(1);
        return new Demand(name, Math.round(perSecond * minute.toSeconds()), minute, minute);
    }

    /** Pages that are sent at once take as long as phones need to send them. */
    static Demand burst(String name, long pages, Duration within, Duration read, Costs costs) {
        double sending = costs.of("bytes.photo") * 8 / costs.of("uplink");
        var sent = Duration.ofMillis(Math.round(sending * 1000));
        var accepted = sent.compareTo(within) > 0 ? sent : within;
        return new Demand(name, pages, accepted, read);
    }

    double acceptedPerSecond() {
        return pages * 1000.0 / accepted.toMillis();
    }

    double readPerSecond() {
        return pages * 1000.0 / read.toMillis();
    }
}
