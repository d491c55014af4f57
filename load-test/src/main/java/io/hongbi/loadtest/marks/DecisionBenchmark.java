package io.hongbi.loadtest.marks;

import io.hongbi.loadtest.service.LargeClass;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Setup;

/**
 * A teacher decides one doubtful answer after the other, each on one paper. Limit: 50 ms of the
 * 95th percentile.
 */
@BenchmarkMode(Mode.SampleTime)
public class DecisionBenchmark extends OfAClass {

    private Iterator<String> waiting = List.<String>of().iterator();
    private @Nullable LargeClass decided;
    private String answer = "";

    /** When all are decided, another class waits. */
    @Setup(Level.Invocation)
    public void next() {
        if (!waiting.hasNext()) {
            decided = newClass();
            waiting = decided().doubtful().iterator();
        }
        answer = waiting.next();
    }

    @Benchmark
    public byte[] decide() {
        return decided().teacher().post(answer + "/overrides", "{\"mark\": 1}");
    }

    private LargeClass decided() {
        return Objects.requireNonNull(decided);
    }
}
