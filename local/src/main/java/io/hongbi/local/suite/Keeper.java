package io.hongbi.local.suite;

import io.hongbi.local.process.Child;
import io.hongbi.local.process.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps one part alive: starts it, notices its end, and starts it again with growing pauses. */
final class Keeper implements Runnable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    private static final Duration GOOD_RUN = Duration.ofSeconds(30);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final Startable startable;
    private final List<Keeper> after;
    private final Ledger ledger;
    private final Consumer<String> news;
    private final CountDownLatch firstReady = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile @Nullable Child child;
    private volatile @Nullable Thread thread;

    /**
     * @param after parts that must have been ready once before this one starts
     * @param news told in one line when the part had to be started again
     */
    Keeper(Startable startable, List<Keeper> after, Ledger ledger, Consumer<String> news) {
        this.startable = startable;
        this.after = List.copyOf(after);
        this.ledger = ledger;
        this.news = news;
    }

    void start() {
        thread = Thread.ofPlatform().name("keep-" + startable.part().id()).daemon().start(this);
    }

    @Override
    public void run() {
        try {
            for (Keeper each : after) {
                each.firstReady.await();
            }
            keep();
        } catch (Waiting.Interrupted | InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the part and the keeping of it. */
    void stop() {
        stopping = true;
        Thread keeping = thread;
        if (keeping != null) {
            keeping.interrupt();
            awaitEnd(keeping); // or a process that is being launched right now would stay
        }
        Child running = child;
        if (running != null) {
            startable.stop(running);
        }
    }

    private static void awaitEnd(Thread keeping) {
        try {
            keeping.join(STOP_PATIENCE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    Part part() {
        return startable.part();
    }

    private void keep() {
        Duration pause = FIRST_PAUSE;
        while (!stopping) {
            long began = System.nanoTime();
            runOnce();
            if (stopping) {
                return;
            }
            ledger.died(part());
            boolean good = System.nanoTime() - began > GOOD_RUN.toNanos();
            pause = good ? FIRST_PAUSE : pause;
            news.accept(part().id());
            Waiting.pause(pause);
            pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    /** Returns when the process has ended or could not be started. */
    private void runOnce() {
        try {
            Child started = startable.launch();
            child = started;
            ledger.started(part(), started, startable.port());
            watch(started);
        } catch (Waiting.Interrupted stop) {
            throw stop;
        } catch (RuntimeException failed) {
            news.accept(failed.getMessage());
        }
    }

    private void watch(Child started) {
        while (started.isAlive() && !startable.isReady()) {
            Waiting.pause(Duration.ofMillis(100));
        }
        if (started.isAlive()) {
            ledger.ready(part());
            firstReady.countDown();
        }
        while (started.isAlive()) {
            Waiting.pause(Duration.ofMillis(200));
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
