package io.hongbi.grading.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** What operators see of the workers. */
final class IntakeMetrics {

    private final MeterRegistry registry;
    private final AtomicInteger busy = new AtomicInteger();

    IntakeMetrics(MeterRegistry registry, int workers) {
        this.registry = registry;
        registry.gauge("hongbi.grading.workers", workers);
        registry.gauge("hongbi.grading.workers.busy", busy);
    }

    /** Times one stage of a page until closed: wall time, successes and failures alike. */
    Stage stage(String stage) {
        var sample = Timer.start(registry);
        return () -> sample.stop(registry.timer("hongbi.grading.stage", "stage", stage));
    }

    /** A stage that is being timed. */
    interface Stage extends AutoCloseable {
        @Override
        void close();
    }

    /** Counts CPU time of a stage inside of the reader. */
    void cpu(String stage, double millis) {
        registry.timer("hongbi.grading.cpu", "stage", stage)
                .record(Duration.ofNanos((long) (millis * 1e6)));
    }

    /** Counts a try by what became of it. */
    void tried(Settlement settlement, String cause, Duration took) {
        registry.timer(
                        "hongbi.grading.page",
                        "outcome",
                        settlement.name().toLowerCase(Locale.ROOT),
                        "cause",
                        cause)
                .record(took);
    }

    /** An acknowledgement came too late or got lost: the record is handed out again. */
    void unacknowledged() {
        registry.counter("hongbi.grading.unacknowledged").increment();
    }

    /** A consumer had to be opened anew. */
    void restarted() {
        registry.counter("hongbi.grading.consumer.restarts").increment();
    }

    void begin() {
        busy.incrementAndGet();
    }

    void end() {
        busy.decrementAndGet();
    }
}
