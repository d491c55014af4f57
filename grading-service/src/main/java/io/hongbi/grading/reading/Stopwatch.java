package io.hongbi.grading.reading;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Measures the CPU time of the stages of one reading, on the thread that reads. */
final class Stopwatch {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, Double> stages = new LinkedHashMap<>();
    private final long start = now();

    /** Runs a stage and adds its time to what the stage has taken before. */
    <T> T time(String stage, Supplier<T> work) {
        long from = now();
        try {
            return work.get();
        } finally {
            stages.merge(stage, (now() - from) / NANOS_PER_MILLI, Double::sum);
        }
    }

    /** Runs a stage that yields nothing. */
    void run(String stage, Runnable work) {
        time(
                stage,
                () -> {
                    work.run();
                    return stage;
                });
    }

    /** Stage to CPU time, milliseconds, in the order they first ran. */
    Map<String, Double> stages() {
        return stages;
    }

    /** CPU time since this was made, milliseconds. */
    double millis() {
        return (now() - start) / NANOS_PER_MILLI;
    }

    private static long now() {
        // the CPU time of a virtual thread cannot be told: its elapsed time stands in
        return Thread.currentThread().isVirtual()
                ? System.nanoTime()
                : THREADS.getCurrentThreadCpuTime();
    }
}
