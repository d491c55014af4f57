package io.hongbi.submission.reading;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The streams of this process, so many at most. Who has gone is found out by writing twice, half a
 * minute later; until then the stream holds its buffers, and a busy evening would fill the memory
 * with them. Over the limit the oldest makes room whose submission is answered, for most people
 * leave then; else the oldest of all. A client that is still there connects again.
 */
final class OpenStreams {

    /** Buffers of one request that goes on, measured: 110 KB. */
    private static final long BYTES = 128 << 10;

    private static final int SHARE_OF_THE_HEAP = 4;

    private final int limit;
    private final Set<Watcher> all = new LinkedHashSet<>();

    /**
     * @param limit 0 for as many as a quarter of the heap holds
     */
    OpenStreams(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("hongbi.reading.live.streams must not be below 0");
        }
        this.limit =
                limit > 0
                        ? limit
                        : (int) (Runtime.getRuntime().maxMemory() / SHARE_OF_THE_HEAP / BYTES);
    }

    void add(Watcher watcher) {
        roomFor(watcher).ifPresent(Watcher::close);
    }

    synchronized void remove(Watcher watcher) {
        all.remove(watcher);
    }

    private synchronized Optional<Watcher> roomFor(Watcher watcher) {
        var leaving =
                all.size() < limit
                        ? Optional.<Watcher>empty()
                        : all.stream()
                                .filter(Watcher::isAnswered)
                                .findFirst()
                                .or(() -> all.stream().findFirst());
        leaving.ifPresent(all::remove);
        all.add(watcher);
        return leaving;
    }
}
