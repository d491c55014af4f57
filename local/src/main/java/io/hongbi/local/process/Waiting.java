package io.hongbi.local.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks again and again, with short pauses, until something holds or the time is over. */
public final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Waiting() {}

    /**
     * @return whether the condition came to hold in time
     * @throws Interrupted if the thread was interrupted meanwhile; its flag is set again
     */
    public static boolean until(BooleanSupplier condition, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause(PAUSE);
        }
        return true;
    }

    /**
     * Sleeps.
     *
     * @throws Interrupted if the thread was interrupted meanwhile; its flag is set again
     */
    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }

    /** The thread was asked to stop while it waited. */
    public static final class Interrupted extends RuntimeException {
        Interrupted() {
            super("Interrupted while waiting");
        }
    }
}
