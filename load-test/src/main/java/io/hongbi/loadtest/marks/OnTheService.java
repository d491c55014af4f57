package io.hongbi.loadtest.marks;

import io.hongbi.loadtest.service.LargeClass;
import io.hongbi.loadtest.service.RunningService;
import io.hongbi.loadtest.service.SheetOfItems;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Something a teacher does with a class, on the running service and over HTTP: what is measured is
 * the time until the whole answer is there, the client's own part included. The JVM has the flags
 * that the service runs with under {@code ./hongbi up}.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {
            "-Xmx224m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "--sun-misc-unsafe-memory-access=allow"
        })
@Warmup(iterations = 5, time = 5)
@Measurement(iterations = 5, time = 5)
public abstract class OnTheService {

    private @Nullable RunningService service;
    private @Nullable LargeClass school;

    @Setup
    public void open() {
        service = RunningService.hold();
        school = newClass();
        prepare();
    }

    /** What is to be done before the first measurement; JMH calls setups in no order to rely on. */
    void prepare() {}

    @TearDown
    public void close() {
        service().close();
    }

    final RunningService service() {
        return Objects.requireNonNull(service);
    }

    final LargeClass school() {
        return Objects.requireNonNull(school);
    }

    /** Another class of the same size. */
    final LargeClass newClass() {
        return LargeClass.of(service(), students(), new SheetOfItems(items()));
    }

    abstract int students();

    abstract int items();
}
