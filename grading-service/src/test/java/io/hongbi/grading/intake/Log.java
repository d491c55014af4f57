package io.hongbi.grading.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Notes what workers get and do, for tests. */
final class Log {

    private final List<Entry> entries = new ArrayList<>();

    /**
     * A try.
     *
     * @param number of the delivery
     */
    record Entry(String key, int number, String thread, Instant at) {}

    synchronized void note(Delivery delivery) {
        entries.add(
                new Entry(
                        delivery.record().key(),
                        delivery.number(),
                        Thread.currentThread().getName(),
                        Instant.now()));
    }

    synchronized int size() {
        return entries.size();
    }

    synchronized Instant last() {
        return entries.getLast().at();
    }

    synchronized List<String> keys() {
        return entries.stream().map(Entry::key).toList();
    }

    synchronized List<Entry> of(String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).toList();
    }

    synchronized Set<String> threads() {
        return entries.stream().map(Entry::thread).collect(Collectors.toSet());
    }
}
