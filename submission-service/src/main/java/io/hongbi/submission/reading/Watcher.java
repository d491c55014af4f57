package io.hongbi.submission.reading;

import io.hongbi.common.event.SubmissionState;
import io.hongbi.submission.reading.LiveEvents.Event;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One connection that follows a submission. It is told the newest version, each once, in order; a
 * slow client misses versions between. It owns no thread: a virtual one writes while there is news.
 */
final class Watcher {

    /** After this the client connects again; its token has to be valid then. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final Set<SubmissionState> UNDER_WAY =
            EnumSet.of(SubmissionState.RECEIVED, SubmissionState.READING);

    private static final long NOTHING = 0;

    private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    private final ReentrantLock lock = new ReentrantLock();
    private long seen;
    private long told;
    private @Nullable Event next;
    private boolean beat;
    private boolean writing;
    private volatile boolean answered;

    /**
     * @param seen the version the client has; unless it is the current one, that is told first
     */
    Watcher(long seen) {
        this.seen = seen;
    }

    SseEmitter emitter() {
        return emitter;
    }

    void whenGone(Runnable action) {
        emitter.onCompletion(action);
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> action.run());
    }

    void tell(Event event) {
        lock.lock();
        try {
            if (event.version() > told) {
                told = event.version();
                answered = !UNDER_WAY.contains(event.state());
                if (told != seen) {
                    next = event;
                    write();
                }
                seen = NOTHING; // counts for the first one only
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether it has been told, or knew, that nothing more will come by itself. */
    boolean isAnswered() {
        return answered;
    }

    void beat() {
        lock.lock();
        try {
            beat = true;
            write();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the stream; the client connects again, to another process. */
    void close() {
        emitter.complete();
    }

    private void write() {
        if (!writing) {
            writing = true;
            Thread.ofVirtual().name("live-event").start(this::drain);
        }
    }

    private void drain() {
        try {
            while (true) {
                SseEmitter.SseEventBuilder piece = take();
                if (piece == null) {
                    return;
                }
                emitter.send(piece);
            }
        } catch (IOException | IllegalStateException e) { // the client has gone
            emitter.completeWithError(e);
        }
    }

    private SseEmitter.@Nullable SseEventBuilder take() {
        lock.lock();
        try {
            var event = next;
            if (event != null) {
                next = null;
                return SseEmitter.event()
                        .id(Long.toString(event.version()))
                        .name("submission")
                        .data(event, MediaType.APPLICATION_JSON);
            }
            if (beat) {
                beat = false;
                return SseEmitter.event().comment("");
            }
            writing = false;
            return null;
        } finally {
            lock.unlock();
        }
    }
}
