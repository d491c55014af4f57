package io.hongbi.submission.outbox;

import io.hongbi.submission.outbox.Relay.Round;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Turns the relay: after each nudge, at least every poll interval, and with growing pauses while
 * the broker or the database is away.
 */
@Component
class RelayThread implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RelayThread.class);

    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Relay relay;
    private final Nudge nudge;
    private final OutboxProperties properties;
    private @Nullable Thread thread;
    private volatile boolean running;

    RelayThread(Relay relay, Nudge nudge, OutboxProperties properties) {
        this.relay = relay;
        this.nudge = nudge;
        this.properties = properties;
    }

    @Override
    public void start() {
        if (properties.enabled()) {
            var started = Thread.ofPlatform().name("outbox-relay").unstarted(this::run);
            thread = started;
            running = true;
            started.start();
        }
    }

    /** Lets the batch under way end; one that hangs is broken off, and sent again by the next. */
    @Override
    public void stop() {
        var stopping = thread;
        running = false;
        nudge.give();
        if (stopping != null) {
            try {
                if (!stopping.join(GRACE)) {
                    stopping.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the listeners stop being heard, after requests have ended. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        int failures = 0;
        while (running) {
            try {
                Round round = turn(failures);
                failures =
                        switch (round) {
                            case EMPTY, SENT -> 0;
                            case STUCK -> failures + 1;
                        };
                if (round == Round.EMPTY) {
                    nudge.await(properties.poll());
                } else if (round == Round.STUCK) {
                    Thread.sleep(pause(failures));
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Round turn(int failures) {
        try {
            return relay.round();
        } catch (Throwable e) { // nothing else would start this thread again
            if (failures == 0) {
                log.warn("The outbox could not be emptied; it is tried again", e);
            }
            return Round.STUCK;
        }
    }

    private Duration pause(int failures) {
        var pause = properties.poll().multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(properties.longestPause()) < 0 ? pause : properties.longestPause();
    }
}
