package io.hongbi.grading.intake;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Notes what workers get and do, for tests. */
final class Log {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /**
     * A try.
     *
     * @param number of the delivery
     */
    record Entry(String key, int number, String thread, Instant at) {}

    void note(Delivery delivery) {
        entries.add(
                new Entry(
                        delivery.record().key(),
                        delivery.number(),
                        Thread.currentThread().getName(),
                        Instant.now()));
    }

    List<String> keys() {
        return entries.stream().map(Entry::key).toList();
    }

    List<Entry> of(String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).toList();
    }

    Set<String> threads() {
        return entries.stream().map(Entry::thread).collect(Collectors.toSet());
    }
}
